'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { z } from 'zod'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { BASES, BASIS_WORDS, EVENT_WORDS } from '@/lib/claims/claim-words'
import { EVENT_KINDS } from '@/lib/claims/standing'
import type { Problem } from '@/lib/http/answers'
import type { ClaimActions } from './claim-actions'
import { FilesField } from './files-field.client'
import { useChosenFiles } from './use-chosen-files.client'

/** An event as its form has it; `saidAt` as the clocks of the newsroom show it, '' where nobody knows. */
export type EventForm = {
  eventId: string
  fingerprint: string
  kind: (typeof EVENT_KINDS)[number]
  speaker: { id: string; label: string }
  quote: string
  saidAt: string
  toWhom: string
  place: string
  basis: (typeof BASES)[number] | null
  evidenceUrl: string
  isForReaders: boolean
}

type Props = {
  claimId: string
  /** Null for a new one. */
  event: EventForm | null
  actions: Pick<ClaimActions, 'add' | 'edit'>
  /** Without it what is put down stays in the register. */
  mayTellReaders: boolean
  onClose: () => void
}

const FIELDS = ['kind', 'speaker', 'quote', 'saidAt', 'toWhom', 'place', 'basis', 'evidenceUrl']
/** The id of somebody who is made on the fly. */
const NEW = 'new'

/** Puts down what happened to a claim, or puts it right. */
export function EventDialog({ claimId, event, actions, mayTellReaders, onClose }: Props) {
  const router = useRouter()
  const formId = useId()
  const [speaker, setSpeaker] = useState<ComboboxItem | null>(event?.speaker ?? null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [hasNoSpeaker, setHasNoSpeaker] = useState(false)
  const files = useChosenFiles()
  /** What was put down by this form already, and waits for its files alone. */
  const [putDownId, setPutDownId] = useState<string | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)

  async function submit(sent: FormEvent<HTMLFormElement>) {
    sent.preventDefault()
    if (isBusy) return
    setHasNoSpeaker(speaker === null)
    if (speaker === null) return
    const input = inputOf(new FormData(sent.currentTarget), speaker)
    setIsBusy(true)
    try {
      const eventId = putDownId ?? (await store(input))
      if (eventId !== null) {
        const areAllKept = await files.sendAll(eventId)
        setPutDownId(eventId)
        router.refresh()
        if (areAllKept) {
          onClose()
          notify.done(event === null ? 'Put down' : 'Saved')
        }
      }
    } catch {
      notify.problem('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  /** @returns the id of the event, null where the server refused */
  async function store(input: ReturnType<typeof inputOf>): Promise<string | null> {
    if (event === null) {
      const result = await actions.add({ claimId, ...input })
      setProblem(result.ok ? null : result.problem)
      return result.ok ? result.value.eventId : null
    }
    const result = await actions.edit({ eventId: event.eventId, base: event.fingerprint, ...input })
    setProblem(result.ok ? null : result.problem)
    return result.ok ? event.eventId : null
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={event === null ? 'What happened to this claim' : 'Edit this event'}
      footer={
        <>
          <DialogClose render={<Button>{putDownId === null ? 'Cancel' : 'Close'}</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {labelOf({ isNew: event === null, isPutDown: putDownId !== null, hasFiles: files.list.length > 0 })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {sentence === null ? null : (
          <Callout tone="danger" className="sm:col-span-full">
            {sentence}
          </Callout>
        )}
        {/* What was put down is shown, and changed by opening it again. */}
        <fieldset disabled={putDownId !== null} className="contents">
          <Field label="What happened" error={of.kind}>
            <Select name="kind" defaultValue={event?.kind ?? 'DENIED'}>
              {EVENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {EVENT_WORDS[kind].name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Who" error={hasNoSpeaker && speaker === null ? 'Say who.' : of.speaker}>
            <Combobox
              value={speaker}
              onChange={setSpeaker}
              search={findParties}
              create={async (words) => ({ id: NEW, label: words })}
              placeholder="A person or an organisation"
            />
          </Field>
          {speaker?.id === NEW ? (
            <Field label={`${speaker.label} is`} className="sm:col-start-2">
              <Select name="partyKind">
                <option value="PERSON">a person</option>
                <option value="ORGANISATION">an organisation</option>
              </Select>
            </Field>
          ) : null}
          <Field label="In these words" error={of.quote} className="sm:col-span-full">
            <Textarea name="quote" rows={2} maxLength={500} defaultValue={event?.quote ?? ''} />
          </Field>
          <Field label="When" error={of.saidAt} hint="Empty where nobody knows.">
            <Input type="datetime-local" name="saidAt" defaultValue={event?.saidAt ?? ''} />
          </Field>
          <Field label="How we know" error={of.basis}>
            <Select name="basis" defaultValue={event?.basis ?? ''}>
              <option value="">Not said</option>
              {BASES.map((basis) => (
                <option key={basis} value={basis}>
                  {BASIS_WORDS[basis]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="To whom" error={of.toWhom}>
            <Input name="toWhom" maxLength={200} autoComplete="off" defaultValue={event?.toWhom ?? ''} />
          </Field>
          <Field label="Where" error={of.place}>
            <Input name="place" maxLength={200} autoComplete="off" defaultValue={event?.place ?? ''} />
          </Field>
          <Field label="Evidence" error={of.evidenceUrl} hint="A web address." className="sm:col-span-full">
            <Input name="evidenceUrl" inputMode="url" autoComplete="off" defaultValue={event?.evidenceUrl ?? ''} />
          </Field>
        </fieldset>
        <FilesField files={files} isBusy={isBusy} />
        {mayTellReaders ? (
          <Checkbox
            name="isForReaders"
            defaultChecked={event?.isForReaders ?? false}
            label="Tell readers, too"
            hint="At once, wherever they are told who says what of this claim. Who, what, the words, the day and the evidence."
            className="sm:col-span-full"
          />
        ) : null}
      </form>
    </Dialog>
  )
}

function labelOf({ isNew, isPutDown, hasFiles }: { isNew: boolean; isPutDown: boolean; hasFiles: boolean }): string {
  if (isPutDown) return hasFiles ? 'Try again' : 'Done'
  return isNew ? 'Put down' : 'Save'
}

function inputOf(form: FormData, speaker: ComboboxItem) {
  const text = (name: string) => String(form.get(name) ?? '')
  const partyKind = text('partyKind') === 'ORGANISATION' ? ('ORGANISATION' as const) : ('PERSON' as const)
  return {
    kind: EVENT_KINDS.find((kind) => kind === text('kind')) ?? 'DENIED',
    speaker: speaker.id === NEW ? { name: speaker.label, kind: partyKind } : { id: speaker.id },
    quote: text('quote'),
    saidAt: text('saidAt'),
    toWhom: text('toWhom'),
    place: text('place'),
    basis: BASES.find((basis) => basis === text('basis')) ?? null,
    evidenceUrl: text('evidenceUrl'),
    isForReaders: form.has('isForReaders'),
  }
}

const Parties = z.object({ parties: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })) })

async function findParties(words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
  const answer = await fetch(`/api/claims/parties?q=${encodeURIComponent(words.slice(0, 300))}`, { signal })
  if (!answer.ok) throw new Error('The register did not answer')
  return Parties.parse(await answer.json()).parties.map(({ id, name, kind }) => ({
    id,
    label: name,
    detail: kind === 'ORGANISATION' ? 'Organisation' : undefined,
  }))
}
