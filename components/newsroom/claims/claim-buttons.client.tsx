'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { openingPronoun, withName } from '@/lib/claims/statement'
import type { ClaimActions } from './claim-actions'
import { EventDialog, type EventForm } from './event-dialog.client'

type Claim = { id: string; statement: string }
type Stated = Claim & {
  isStatementForReaders: boolean
  /** Whom it may be about, where it says only "he" or "she": likeliest first. */
  names: readonly string[]
}
type Props = {
  claim: Stated
  actions: ClaimActions
  mayRegister: boolean
  mayMerge: boolean
  mayTellReaders: boolean
}

/** What can be done to the claim whose page this is. */
export function ClaimButtons({ claim, actions, mayRegister, mayMerge, mayTellReaders }: Props) {
  const [open, setOpen] = useState<'event' | 'statement' | 'merge' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {mayRegister ? (
        <>
          <Button variant="primary" onClick={() => setOpen('event')}>
            Put down what happened
          </Button>
          {mayTellReaders || !claim.isStatementForReaders ? (
            <Button onClick={() => setOpen('statement')}>Correct the statement</Button>
          ) : null}
        </>
      ) : null}
      {mayMerge ? <Button onClick={() => setOpen('merge')}>Merge</Button> : null}
      {open === 'event' ? (
        <EventDialog
          claimId={claim.id}
          event={null}
          actions={actions}
          mayTellReaders={mayTellReaders}
          onClose={close}
        />
      ) : null}
      {open === 'statement' ? (
        <StatementDialog claim={claim} correct={actions.correct} mayTellReaders={mayTellReaders} onClose={close} />
      ) : null}
      {open === 'merge' ? <MergeDialog claim={claim} actions={actions} onClose={close} /> : null}
    </>
  )
}

type StatementProps = {
  claim: Stated
  correct: ClaimActions['correct']
  mayTellReaders: boolean
  onClose: () => void
}

function StatementDialog({ claim, correct, mayTellReaders, onClose }: StatementProps) {
  const router = useRouter()
  const formId = useId()
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [statement, setStatement] = useState(claim.statement)
  const pronoun = openingPronoun(statement)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    const isForReaders = form.has('isForReaders')
    setIsBusy(true)
    const result = await correct({ claimId: claim.id, base: claim.statement, statement, isForReaders })
    setIsBusy(false)
    setRefused(result.ok ? null : result.problem.message)
    if (!result.ok) return
    onClose()
    router.refresh()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="Correct the statement"
      description="How the register says it. Stories keep their words."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Statement" error={refused}>
          <Textarea
            name="statement"
            required
            maxLength={500}
            value={statement}
            onChange={(event) => setStatement(event.currentTarget.value)}
          />
        </Field>
        {pronoun === null || claim.names.length === 0 ? null : (
          <div className="mt-3 flex flex-wrap items-center gap-2 text-ink-soft text-sm">
            <span>“{pronoun}” is</span>
            {claim.names.map((name) => (
              <Button key={name} size="small" onClick={() => setStatement(withName(statement, name))}>
                {name}
              </Button>
            ))}
          </div>
        )}
        {mayTellReaders ? (
          <Checkbox
            name="isForReaders"
            defaultChecked={claim.isStatementForReaders}
            label="Readers may have it in these words"
            hint="Else they get the words of a story that they have."
            className="mt-3"
          />
        ) : null}
      </form>
    </Dialog>
  )
}

type MergeProps = { claim: Claim; actions: Pick<ClaimActions, 'merge' | 'find'>; onClose: () => void }

function MergeDialog({ claim, actions, onClose }: MergeProps) {
  const router = useRouter()
  const [into, setInto] = useState<ComboboxItem | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function search(words: string): Promise<ComboboxItem[]> {
    const found = await actions.find({ words })
    if (!found.ok) throw new Error(found.problem.message)
    return found.value.filter(({ id }) => id !== claim.id)
  }

  async function merge() {
    if (isBusy) return
    if (into === null) {
      setRefused('Choose a claim.')
      return
    }
    setIsBusy(true)
    const result = await actions.merge({ id: claim.id, intoId: into.id })
    setIsBusy(false)
    setRefused(result.ok ? null : result.problem.message)
    if (!result.ok) return
    router.push(`/desk/claims/${into.id}`)
    notify.done('Merged. It can be taken back here.')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="Merge into a claim that says the same"
      description="Its events and stories go to the other claim. It can be taken back."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" busy={isBusy} onClick={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Merge into">
          <Combobox
            value={into}
            onChange={(item) => {
              setInto(item)
              setRefused(null)
            }}
            search={search}
            placeholder="Find a claim"
            emptyText="No other claim is like this."
          />
        </Field>
        {refused === null ? null : <Callout tone="danger">{refused}</Callout>}
      </div>
    </Dialog>
  )
}

/** Brings back a claim that was merged. */
export function UndoMerge({ claim, undo }: { claim: Claim; undo: ClaimActions['undo'] }) {
  const router = useRouter()
  async function run(): Promise<string | undefined> {
    const result = await undo({ id: claim.id })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done('It is a claim of its own again')
    return undefined
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" aria-label={`Take back the merge of “${claim.statement}”`}>
          Take back
        </Button>
      }
      title={`Make “${claim.statement}” a claim of its own again?`}
      confirmLabel="Take back the merge"
      onConfirm={run}
    >
      Its events and stories go back to it. What was put down since the merge stays here.
    </ConfirmDialog>
  )
}

type EventProps = {
  claimId: string
  event: EventForm
  about: string
  actions: ClaimActions
  mayTellReaders: boolean
}

/** Edits an event of the register, or takes it off. */
export function EventButtons({ claimId, event, about, actions, mayTellReaders }: EventProps) {
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  async function drop(): Promise<string | undefined> {
    const result = await actions.drop({ eventId: event.eventId })
    if (!result.ok) return result.problem.message
    router.refresh()
    return undefined
  }
  return (
    <fieldset aria-label={about} className="mt-2 flex flex-wrap gap-2">
      <Button size="small" onClick={() => setIsOpen(true)}>
        Edit
      </Button>
      <ConfirmDialog
        trigger={<Button size="small">Remove</Button>}
        title="Remove this event?"
        confirmLabel="Remove"
        isDangerous
        onConfirm={drop}
      >
        Where the claim stands follows from what is left. Stories that this changes are flagged. Files behind it go with
        it.
      </ConfirmDialog>
      {isOpen ? (
        <EventDialog
          claimId={claimId}
          event={event}
          actions={actions}
          mayTellReaders={mayTellReaders}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </fieldset>
  )
}
