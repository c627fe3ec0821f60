import { LinkIfMay } from '@/components/newsroom/may.client'
import { BASIS_WORDS, EVENT_WORDS } from '@/lib/claims/claim-words'
import type { KeptClaim, KeptEvent } from '@/lib/claims/get-claim'
import { localTime } from '@/lib/schedule/zoned-time'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import type { ClaimActions } from './claim-actions'
import { EventButtons } from './claim-buttons.client'
import { EvidenceFiles } from './evidence-files'
import { RemoveFile } from './remove-file.client'

type Props = { claim: KeptClaim; time: PaperTime; now: Date; actions: ClaimActions | null; mayTellReaders: boolean }

/** What happened to a claim, as it happened. */
export function Timeline({ claim, time, now, actions, mayTellReaders }: Props) {
  return (
    <ol aria-label="What happened" className="space-y-5 border-line border-l-2 pl-4">
      {claim.events.map((event) => (
        <li key={event.id} className="wrap-anywhere text-sm">
          <p className="font-medium text-ink">
            {event.speaker.name} {EVENT_WORDS[event.kind].did}
          </p>
          {event.quote === '' ? null : <blockquote className="mt-1 text-ink">“{event.quote}”</blockquote>}
          <p className="mt-1 text-ink-soft">{factsOf(event, time)}</p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-ink-soft">
            {event.article === null ? (
              <span>{event.isForReaders ? 'No story tells it, readers are told' : 'No story tells it'}</span>
            ) : (
              <LinkIfMay
                needs="article.read"
                href={`/desk/articles/${event.article.id}`}
                className="underline underline-offset-2"
              >
                {event.article.headline || 'Untitled'}
              </LinkIfMay>
            )}
            {event.evidenceUrl === '' ? null : (
              <a
                href={event.evidenceUrl}
                target="_blank"
                rel="noopener noreferrer"
                className="underline underline-offset-2"
              >
                Evidence
              </a>
            )}
          </p>
          <EvidenceFiles
            files={event.files}
            now={now}
            remove={event.mayKeepFiles ? ({ id, name }) => <RemoveFile file={{ id, name }} /> : null}
          />
          {actions !== null && event.article === null && (mayTellReaders || !event.isForReaders) ? (
            <EventButtons
              claimId={claim.id}
              event={formOf(event, time)}
              about={`${event.speaker.name} ${EVENT_WORDS[event.kind].did}`}
              actions={actions}
              mayTellReaders={mayTellReaders}
            />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function factsOf({ saidAt, toWhom, place, basis }: KeptEvent, time: PaperTime): string {
  return [
    saidAt === null ? 'Undated' : printDateTime(saidAt, time),
    toWhom === '' ? null : `to ${toWhom}`,
    place === '' ? null : place,
    basis === null ? null : BASIS_WORDS[basis],
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}

function formOf(
  { id, speaker, saidAt, fingerprint, kind, quote, toWhom, place, basis, evidenceUrl, isForReaders }: KeptEvent,
  time: PaperTime,
) {
  return {
    ...{ eventId: id, fingerprint, kind, quote, toWhom, place, basis, evidenceUrl, isForReaders },
    speaker: { id: speaker.id, label: speaker.name },
    saidAt: saidAt === null ? '' : localTime(saidAt, time.timeZone),
  }
}
