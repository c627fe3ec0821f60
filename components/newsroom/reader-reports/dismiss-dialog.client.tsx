'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { REASON_MOST } from '@/lib/reader-reports/limits'
import type { ReportActions } from './report-actions'
import type { ReportInHand } from './report-buttons.client'

type DismissDialogProps = {
  report: ReportInHand
  dismiss: ReportActions['dismiss']
  /** Told what was done, if something was. */
  onClose: (done?: string) => void
}

/** Asks why there is nothing to put right. */
export function DismissDialog({ report, dismiss, onClose }: DismissDialogProps) {
  const formId = useId()
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await dismiss({ reportId: report.id, seen: report.state, reason })
      if (result.ok) onClose('Dismissed.')
      else setProblem(result.problem.message)
    } catch {
      setProblem('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      size="small"
      title="Dismiss this report?"
      description="It stays in the list of what was dismissed, with the reason. The reader is not told."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Dismiss
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Why is there nothing to put right?" error={problem}>
          <Textarea
            required
            maxLength={REASON_MOST}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
              setProblem(null)
            }}
          />
        </Field>
      </form>
    </Dialog>
  )
}
