'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { OVERRIDE_REASON } from '@/lib/articles/override-reason'
import { now } from '@/lib/clock'
import { messageOf } from '../api/request'
import { type ArticleStanding, liftEmbargo, setEmbargo } from '../api/workflow'
import { useSurface } from '../surface-context.client'
import { sayTime, sayUtc } from './say-time'
import { type GivenTime, TimeField, timeInputOf } from './time-field.client'
import { WordsDialog } from './words-dialog.client'

/** Until when nobody outside the newsroom may know of the article. */
export function EmbargoBox({ standing, onChanged }: { standing: ArticleStanding; onChanged: () => Promise<void> }) {
  const [asked, setAsked] = useState<'set' | 'lift' | null>(null)
  const { embargoUntil, may, zone } = standing
  if (embargoUntil === null && !may.setEmbargo) return null
  const utc = embargoUntil === null ? '' : sayUtc(embargoUntil, zone)
  return (
    <section aria-label="Embargo">
      <h3 className="mb-3 font-semibold text-sm">Embargo</h3>
      {embargoUntil === null ? (
        <p className="mb-3 text-ink-soft text-sm">There is none. It can go out as soon as it is ready.</p>
      ) : (
        <Callout
          tone="warn"
          title={`Until ${sayTime(embargoUntil, zone, now())}${utc === '' ? '' : ` (${utc})`}`}
          className="mb-3"
        >
          Nobody outside the newsroom sees it before, whoever presses publish. It may be scheduled for then.
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        {may.setEmbargo ? (
          <Button size="small" onClick={() => setAsked('set')}>
            {embargoUntil === null ? 'Set an embargo…' : 'Move it to later…'}
          </Button>
        ) : null}
        {may.liftEmbargo ? (
          <Button size="small" variant="quiet" onClick={() => setAsked('lift')}>
            Lift it…
          </Button>
        ) : null}
      </div>
      {asked === 'set' ? <SetDialog standing={standing} onDone={onChanged} onClose={() => setAsked(null)} /> : null}
      {asked === 'lift' ? <LiftDialog onDone={onChanged} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

type DialogProps = { onDone: () => Promise<void>; onClose: () => void }

function SetDialog({ standing, onDone, onClose }: DialogProps & { standing: ArticleStanding }) {
  const { articleId } = useSurface()
  const formId = useId()
  const [time, setTime] = useState<GivenTime>({ local: '', zone: standing.zone, which: undefined })
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const given = timeInputOf(time)
    if (given === null) return setError('Give a day and a time.')
    setIsBusy(true)
    try {
      await setEmbargo(articleId, given)
      await onDone()
      onClose()
    } catch (failure) {
      setError(messageOf(failure))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title="Set an embargo"
      description="Until then no page, feed, search or preview outside the newsroom knows of the article. Ending it earlier takes a reason."
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Set embargo
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TimeField value={time} newsroomZone={standing.zone} error={error} isDisabled={isBusy} onChange={setTime} />
      </form>
    </Dialog>
  )
}

function LiftDialog({ onDone, onClose }: DialogProps) {
  const { articleId } = useSurface()
  return (
    <WordsDialog
      size="small"
      title="Lift the embargo?"
      description="Then it may go out at once. The desk is told, and the reason is kept with your name."
      label="Reason"
      confirmLabel="Lift embargo"
      cancelLabel="Keep it"
      most={OVERRIDE_REASON.most}
      isDangerous
      onGo={async (reason) => {
        await liftEmbargo(articleId, reason)
        await onDone()
      }}
      onClose={onClose}
    />
  )
}
