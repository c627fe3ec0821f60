'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { messageOf, RequestFailed } from '../api/request'
import { type ArticleStanding, scheduleUnpublishing } from '../api/workflow'
import { useSurface } from '../surface-context.client'
import { type GivenTime, TimeField, timeInputOf } from './time-field.client'

/** Has the article taken from readers at a time, with the reason that they will read then. */
export function UnpublishLaterDialog({
  standing,
  onDone,
  onClose,
}: {
  standing: ArticleStanding
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const { articleId } = useSurface()
  const formId = useId()
  const [time, setTime] = useState<GivenTime>({ local: '', zone: standing.zone, which: undefined })
  const [reason, setReason] = useState(standing.unpublishing?.reason ?? '')
  const [error, setError] = useState<{ of: 'time' | 'reason'; message: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const given = timeInputOf(time)
    if (given === null) return setError({ of: 'time', message: 'Give a day and a time.' })
    if (reason.trim() === '') return setError({ of: 'reason', message: 'Say why: readers at the address will see it.' })
    setIsBusy(true)
    setError(null)
    try {
      await scheduleUnpublishing(articleId, given, reason)
      await onDone()
      onClose()
    } catch (failure) {
      const isOfReason = failure instanceof RequestFailed && failure.issues.some(({ field }) => field === 'reason')
      setError({ of: isOfReason ? 'reason' : 'time', message: messageOf(failure) })
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title="Unpublish at a time"
      description="Then its address answers that it is gone, with the reason below."
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Unpublish then
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TimeField
          value={time}
          newsroomZone={standing.zone}
          error={error?.of === 'time' ? error.message : null}
          isDisabled={isBusy}
          onChange={setTime}
        />
        <Field label="Reason for readers" isRequired error={error?.of === 'reason' ? error.message : undefined}>
          <Textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
