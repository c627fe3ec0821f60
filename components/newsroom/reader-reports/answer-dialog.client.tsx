'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import type { ActionResult } from '@/lib/http/action'
import { ANSWER_MOST } from '@/lib/reader-reports/limits'
import type { ReportActions } from './report-actions'
import type { ReportInHand } from './report-buttons.client'

type AnswerDialogProps = {
  report: ReportInHand
  actions: Pick<ReportActions, 'showMail' | 'answer'>
  /** Told what was done, if something was. */
  onClose: (done?: string) => void
}

/** Writes an answer; where it goes out by mail, shows the whole mail before it does. */
export function AnswerDialog({ report, actions, onClose }: AnswerDialogProps) {
  const formId = useId()
  const [answer, setAnswer] = useState('')
  const [mail, setMail] = useState<{ subject: string; text: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function run<Value>(act: () => Promise<ActionResult<Value>>, next: (value: Value) => void) {
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await act()
      if (result.ok) next(result.value)
      else setProblem(result.problem.message)
    } catch {
      setProblem('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  const keep = () =>
    run(
      () => actions.answer({ reportId: report.id, seen: report.state, answer }),
      () => onClose(report.canBeMailed ? 'Answered. The mail is on its way.' : 'The answer is kept.'),
    )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (mail !== null || !report.canBeMailed) void keep()
    else void run(() => actions.showMail({ reportId: report.id, answer }), setMail)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={mail === null ? 'Answer the reader' : 'Send this mail?'}
      description={descriptionOf(report.canBeMailed, mail !== null)}
      footer={
        <>
          {mail === null ? (
            <DialogClose render={<Button>Cancel</Button>} />
          ) : (
            <Button onClick={() => setMail(null)}>Go on writing</Button>
          )}
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {mail !== null ? 'Send' : report.canBeMailed ? 'Show the mail' : 'Keep the answer'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 text-sm">
        {mail === null ? (
          <>
            <blockquote className="wrap-anywhere whitespace-pre-line border-line-strong border-l-2 pl-3 text-ink-soft">
              {report.text}
            </blockquote>
            <Field label="Your answer" error={problem}>
              <Textarea
                required
                rows={6}
                maxLength={ANSWER_MOST}
                value={answer}
                onChange={(event) => {
                  setAnswer(event.target.value)
                  setProblem(null)
                }}
              />
            </Field>
          </>
        ) : (
          <>
            {problem === null ? null : (
              <p role="alert" className="text-danger-ink">
                {problem}
              </p>
            )}
            <p className="wrap-anywhere font-semibold">{mail.subject}</p>
            <section
              aria-label="The mail"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer moves a long mail with the arrow keys.
              tabIndex={0}
              className="wrap-anywhere whitespace-pre-line rounded-md bg-sunken px-4 py-3"
            >
              {mail.text}
            </section>
          </>
        )}
      </form>
    </Dialog>
  )
}

function descriptionOf(canBeMailed: boolean, isShown: boolean): string {
  if (isShown) return 'It goes to the address that the reader left.'
  return canBeMailed
    ? 'It goes out by mail. You see the whole mail first.'
    : 'The reader left no address: the answer is kept here and goes to nobody.'
}
