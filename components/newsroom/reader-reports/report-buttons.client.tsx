'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { ReportState } from '@/lib/reader-reports/report-states'
import { AnswerDialog } from './answer-dialog.client'
import { DismissDialog } from './dismiss-dialog.client'
import type { ReportActions } from './report-actions'

/** What the buttons and their forms know of a report. */
export type ReportInHand = {
  id: string
  state: ReportState
  text: string
  canBeMailed: boolean
  hasAnswer: boolean
}

/** What can be done about a report as it stands. */
export function ReportButtons({ report, actions }: { report: ReportInHand; actions: ReportActions }) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [asked, setAsked] = useState<'answer' | 'dismiss' | null>(null)
  const { id: reportId, state: seen } = report
  const isWaiting = seen === 'NEW' || seen === 'LOOKED_AT'

  async function run(name: string, act: () => Promise<ActionResult<void>>, done: string) {
    if (busy !== null) return
    setBusy(name)
    try {
      const result = await act()
      if (result.ok) notify.done(done)
      else notify.problem(result.problem.message)
      router.refresh()
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setBusy(null)
  }

  function close(done?: string) {
    setAsked(null)
    if (done === undefined) return
    notify.done(done)
    router.refresh()
  }

  return (
    <>
      {seen === 'NEW' || seen === 'DISMISSED' ? (
        <Button
          size="small"
          busy={busy === 'look'}
          onClick={() => void run('look', () => actions.look({ reportId, seen }), 'Marked as looked at.')}
        >
          {seen === 'NEW' ? 'Mark as looked at' : 'Take up again'}
        </Button>
      ) : null}
      {isWaiting || seen === 'ANSWERED' ? (
        <Button
          size="small"
          busy={busy === 'correct'}
          onClick={() => void run('correct', () => actions.correct({ reportId, seen }), 'Marked as corrected.')}
        >
          Corrected
        </Button>
      ) : null}
      {!report.hasAnswer && seen !== 'DISMISSED' ? (
        <Button size="small" onClick={() => setAsked('answer')}>
          Answer
        </Button>
      ) : null}
      {isWaiting ? (
        <Button size="small" variant="quiet" onClick={() => setAsked('dismiss')}>
          Dismiss
        </Button>
      ) : null}
      {asked === 'answer' ? <AnswerDialog report={report} actions={actions} onClose={close} /> : null}
      {asked === 'dismiss' ? <DismissDialog report={report} dismiss={actions.dismiss} onClose={close} /> : null}
    </>
  )
}
