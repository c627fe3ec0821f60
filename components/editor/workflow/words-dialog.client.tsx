'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { messageOf } from '../api/request'

/** Asks for the words that something is done with. */
export function WordsDialog({
  title,
  description,
  label,
  hint,
  confirmLabel,
  cancelLabel = 'Cancel',
  most,
  size = 'medium',
  isRequired = true,
  isDangerous = false,
  onGo,
  onClose,
}: {
  title: string
  description?: string | undefined
  label: string
  hint?: string | undefined
  confirmLabel: string
  cancelLabel?: string
  most: number
  size?: 'small' | 'medium'
  isRequired?: boolean
  isDangerous?: boolean
  /** @throws with a sentence when it cannot be done */
  onGo: (words: string) => Promise<void>
  onClose: () => void
}) {
  const formId = useId()
  const [words, setWords] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (isRequired && words.trim() === '') return setError('A word about it, please.')
    setIsBusy(true)
    try {
      await onGo(words.trim())
      onClose()
    } catch (failure) {
      setError(messageOf(failure))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      size={size}
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>{cancelLabel}</Button>} />
          <Button variant={isDangerous ? 'danger' : 'primary'} type="submit" form={formId} busy={isBusy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Field label={label} hint={hint} isRequired={isRequired} error={error}>
          <Textarea
            rows={size === 'small' ? 3 : 4}
            maxLength={most}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
