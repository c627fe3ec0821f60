'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { messageOf } from '../api/request'
import type { PlainMove } from '../api/workflow'

const WORDS: Partial<Record<PlainMove, { title: string; label: string; hint: string }>> = {
  sendBack: {
    title: 'Send it back?',
    label: 'What is missing',
    hint: 'Its writers are told, and read this.',
  },
  spike: {
    title: 'Spike this article?',
    label: 'Why',
    hint: 'It can be found among the spiked and brought back. Its writers are told.',
  },
  pause: { title: 'Put it on hold?', label: 'Why', hint: 'Kept in its record. It comes back to where it is now.' },
}

/** Asks for the word that goes with a move. */
export function MoveDialog({
  move,
  name,
  isNoteRequired,
  onGo,
  onClose,
}: {
  move: PlainMove
  name: string
  isNoteRequired: boolean
  /** @throws with a sentence when it cannot be done */
  onGo: (note: string) => Promise<void>
  onClose: () => void
}) {
  const formId = useId()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const words = WORDS[move]

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (isNoteRequired && note.trim() === '') return setError('A word about it, please.')
    setIsBusy(true)
    try {
      await onGo(note.trim())
      onClose()
    } catch (failure) {
      setError(messageOf(failure))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      size="small"
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={words?.title ?? name}
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Cancel</Button>} />
          <Button variant={move === 'spike' ? 'danger' : 'primary'} type="submit" form={formId} busy={isBusy}>
            {name}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label={words?.label ?? 'Note'} hint={words?.hint} isRequired={isNoteRequired} error={error}>
          <Textarea rows={3} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
