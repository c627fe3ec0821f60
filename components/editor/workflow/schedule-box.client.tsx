'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { now } from '@/lib/clock'
import { CORRECTION_KINDS } from '@/lib/corrections/correction-kinds'
import { type ArticleStanding, cancelSchedule } from '../api/workflow'
import { useSurface } from '../surface-context.client'
import { sayTime, sayUtc } from './say-time'
import { UnpublishLaterDialog } from './unpublish-later-dialog.client'

/** When the article goes out by itself, and when it goes away. */
export function ScheduleBox({
  standing,
  onSchedule,
  onChanged,
}: {
  standing: ArticleStanding
  onSchedule: () => void
  onChanged: () => Promise<void>
}) {
  const { articleId } = useSurface()
  const [asked, setAsked] = useState<'publication' | 'unpublishing' | 'unpublish later' | null>(null)
  const { publication, note, unpublishing, may, failure } = standing
  if (publication === null && unpublishing === null && !may.schedule && !may.scheduleUnpublishing) return null
  return (
    <section aria-label="Schedule">
      <h3 className="mb-3 font-semibold text-sm">Schedule</h3>
      {failure === null ? null : (
        <Callout tone="danger" title="It did not happen at its time" className="mb-3">
          {failure}
        </Callout>
      )}
      {publication === null ? null : (
        <div className="mb-3 text-sm">
          <p>
            {standing.state === 'PUBLISHED' ? 'The changes go out ' : 'Goes out '}
            <Moment at={publication.at} zone={publication.zone} />
            {publication.by === null ? '' : `, scheduled by ${publication.by}`}.
          </p>
          <Later later={publication.later} />
        </div>
      )}
      {unpublishing === null ? null : (
        <p className="mb-3 text-sm">
          Is taken from readers <Moment at={unpublishing.at} zone={unpublishing.zone} />
          {unpublishing.by === null ? '' : `, scheduled by ${unpublishing.by}`}. They will read: “{unpublishing.reason}”
        </p>
      )}
      {publication === null && unpublishing === null ? (
        <p className="mb-3 text-ink-soft text-sm">Nothing is scheduled.</p>
      ) : null}
      {note === null ? null : (
        <p className="mb-3 text-sm">
          {publication === null ? 'A note to readers waits for the next publication' : 'With a note to readers'},{' '}
          {CORRECTION_KINDS[note.kind].name.toLowerCase()}: “{note.text}”
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {may.schedule ? (
          <Button size="small" onClick={onSchedule}>
            {publication === null ? 'Schedule…' : 'Change the time…'}
          </Button>
        ) : null}
        {publication !== null && may.unschedule ? (
          <Button size="small" variant="quiet" onClick={() => setAsked('publication')}>
            Take off the schedule…
          </Button>
        ) : null}
        {may.scheduleUnpublishing ? (
          <Button size="small" variant="quiet" onClick={() => setAsked('unpublish later')}>
            {unpublishing === null ? 'Unpublish at a time…' : 'Change when it goes away…'}
          </Button>
        ) : null}
        {unpublishing !== null && may.scheduleUnpublishing ? (
          <Button size="small" variant="quiet" onClick={() => setAsked('unpublishing')}>
            Let it stay…
          </Button>
        ) : null}
      </div>
      {asked === 'unpublish later' ? (
        <UnpublishLaterDialog standing={standing} onDone={onChanged} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'publication' || asked === 'unpublishing' ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={asked === 'publication' ? 'Take it off the schedule?' : 'Let it stay with readers?'}
          confirmLabel={asked === 'publication' ? 'Take off the schedule' : 'Let it stay'}
          onConfirm={async () => {
            await cancelSchedule(articleId, asked)
            await onChanged()
          }}
        >
          <p>
            {asked === 'publication'
              ? `It will not go out by itself. Its text and its approval stay as they are${note === null ? '' : ', and the note to readers waits for the next publication'}.`
              : 'It will not be taken from readers by itself.'}
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  )
}

function Moment({ at, zone }: { at: string; zone: string }) {
  const utc = sayUtc(at, zone)
  return (
    <time dateTime={at} className="font-medium">
      {sayTime(at, zone, now())}
      {utc === '' ? '' : ` (${utc})`}
    </time>
  )
}

/** What was edited after the version that goes out, and waits. */
function Later({ later }: { later: NonNullable<ArticleStanding['publication']>['later'] }) {
  const { steps, fields, people } = later
  if (steps === 0 && fields.length === 0) return null
  const what = [...(steps > 0 ? ['the text'] : []), ...fields].join(', ')
  return (
    <Callout tone="warn" title="Edited since, and not going out then" className="mt-2">
      {people.length === 0 ? 'Somebody' : people.join(', ')} changed {what}. Schedule it again to send that out too.
    </Callout>
  )
}
