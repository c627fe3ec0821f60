'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import type { z } from 'zod'
import { TellingFields } from '@/components/editor/claims/telling-fields.client'
import { choiceOf, detailsOf, type TellingForm } from '@/components/editor/claims/telling-form'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { BASIS_WORDS, EVENT_WORDS } from '@/lib/claims/claim-words'
import type { ListedEvent } from '@/lib/claims/list-article-claims'
import type { RegisterEvent } from '@/lib/claims/register-event'
import type { ActionResult } from '@/lib/http/action'

type Actions = {
  putDown: (input: z.input<typeof RegisterEvent>) => Promise<ActionResult<void>>
  takeOff: (input: { eventId: string }) => Promise<ActionResult<void>>
}

/** What was said of a claim, as it happened; and the forms for what no story tells. `actions` is null for who may only read. */
export function ClaimTimeline({
  claimId,
  events,
  actions,
}: {
  claimId: string
  events: readonly ListedEvent[]
  actions: Actions | null
}) {
  const router = useRouter()
  const [isAdding, setIsAdding] = useState(false)
  const [going, setGoing] = useState<ListedEvent | null>(null)

  async function takeOff() {
    if (going === null || actions === null) return
    const result = await actions.takeOff({ eventId: going.id })
    setGoing(null)
    if (!result.ok) notify.problem(result.problem.message)
    router.refresh()
  }

  return (
    <>
      <ol aria-label="What was said" className="flex flex-col gap-5 border-line border-l-2 pl-4">
        {events.map((event) => (
          <li key={event.id} className="flex flex-col gap-1">
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <span className="font-medium">
                {event.speaker.name} {EVENT_WORDS[event.kind].did}
              </span>
              <span className="text-ink-faint">
                {event.saidAt === null ? 'undated' : <RelativeTime at={new Date(event.saidAt)} now={new Date()} />}
              </span>
            </p>
            <blockquote className="text-pretty font-serif text-ink-soft">{event.quote}</blockquote>
            <p className="flex flex-wrap gap-x-3 gap-y-1 text-ink-faint text-sm">
              {event.toWhom === '' ? null : <span>to {event.toWhom}</span>}
              {event.place === '' ? null : <span>{event.place}</span>}
              {event.basis === null ? null : <span>{BASIS_WORDS[event.basis]}</span>}
              {event.evidenceUrl === '' ? null : (
                <a href={event.evidenceUrl} rel="noopener noreferrer" target="_blank" className="underline">
                  Evidence
                </a>
              )}
              {event.articleId === null ? (
                <span>put down in the register</span>
              ) : (
                <a href={`/desk/articles/${event.articleId}`} className="underline">
                  The story
                </a>
              )}
            </p>
            {event.articleId === null && actions !== null ? (
              <div>
                <Button size="small" variant="quiet" onClick={() => setGoing(event)}>
                  Take it off the register
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {actions === null ? null : (
        <Button className="mt-5" onClick={() => setIsAdding(true)}>
          Put down what was said
        </Button>
      )}
      {isAdding && actions !== null ? (
        <PutDownDialog claimId={claimId} putDown={actions.putDown} onClose={() => setIsAdding(false)} />
      ) : null}
      <ConfirmDialog
        open={going !== null}
        onOpenChange={(open) => !open && setGoing(null)}
        title="Take it off the register?"
        confirmLabel="Take it off"
        onConfirm={takeOff}
      >
        Where the claim stands then follows from what is left. The audit log keeps that it was here.
      </ConfirmDialog>
    </>
  )
}

const EMPTY: TellingForm = {
  kind: 'DENIED',
  claimId: null,
  speaker: null,
  against: null,
  saidAt: '',
  toWhom: '',
  place: '',
  basis: '',
  evidenceUrl: '',
}

function PutDownDialog({
  claimId,
  putDown,
  onClose,
}: {
  claimId: string
  putDown: Actions['putDown']
  onClose: () => void
}) {
  const router = useRouter()
  const formId = useId()
  const [form, setForm] = useState<TellingForm>({ ...EMPTY, claimId })
  const [quote, setQuote] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<{ who?: string; quote?: string }>({})

  async function save(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (form.speaker === null) return setProblem({ who: 'Say who says so.' })
    if (quote.trim() === '') return setProblem({ quote: 'Write what was said.' })
    setIsBusy(true)
    const result = await putDown({
      claimId,
      kind: form.kind,
      speaker: choiceOf(form.speaker),
      quote,
      ...detailsOf(form),
    })
    setIsBusy(false)
    if (!result.ok) return setProblem({ who: result.problem.message })
    onClose()
    router.refresh()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="What was said"
      description="For what no story tells yet. Every story that tells of the claim is flagged when this changes where it stands."
      isSticky
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Put it down
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <TellingFields
          form={form}
          onChange={(change) => {
            setForm((before) => ({ ...before, ...change, claimId }))
            setProblem({})
          }}
          claims={null}
          problem={problem.who ?? null}
          hasAgainst={false}
        />
        <Field label="In what words" error={problem.quote}>
          <Textarea
            rows={3}
            maxLength={500}
            value={quote}
            onChange={(event) => {
              setQuote(event.target.value)
              setProblem({})
            }}
          />
        </Field>
      </form>
    </Dialog>
  )
}
