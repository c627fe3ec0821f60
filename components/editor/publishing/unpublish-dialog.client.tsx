'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { unpublishArticle } from '../api/article'
import { messageOf } from '../api/request'

/** Takes an article from readers, with a reason that they will read. */
export function UnpublishDialog({
  articleId,
  publicPath,
  onUnpublished,
  onClose,
}: {
  articleId: string
  publicPath: string
  onUnpublished: () => void
  onClose: () => void
}) {
  const formId = useId()
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function unpublish(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      await unpublishArticle(articleId, reason)
      onUnpublished()
      onClose()
    } catch (failure) {
      setError(messageOf(failure))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="Unpublish this article?"
      description={
        <>
          Readers who come to <span className="wrap-anywhere font-medium text-ink">{publicPath}</span> are told that the
          article is gone (410) and read the reason below. Links and cards to it vanish. The text stays here as a draft.
        </>
      }
      footer={
        <>
          <DialogClose render={<Button>Keep it public</Button>} />
          <Button variant="danger" type="submit" form={formId} busy={isBusy}>
            Unpublish
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={unpublish}>
        <Field label="Reason for readers" isRequired error={error}>
          <Textarea
            rows={3}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}
