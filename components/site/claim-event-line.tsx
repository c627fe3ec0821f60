import { EVENT_WORDS } from '@/lib/claims/claim-words'
import type { PublicEvent } from '@/lib/claims/public-claim'
import { safePageUrl } from '@/lib/document/addresses'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'

/** "Ines Moor denied it, 22 November 2026. Evidence" */
export function ClaimEventLine({ event, time }: { event: PublicEvent; time: PaperTime }) {
  const { speaker, kind, saidAt } = event
  const evidence = safePageUrl(event.evidenceUrl)
  return (
    <p>
      <strong>{speaker.name}</strong> {EVENT_WORDS[kind].did}
      {saidAt === null ? null : (
        <>
          , <time dateTime={saidAt.toISOString()}>{printDate(saidAt, time)}</time>
        </>
      )}
      .
      {evidence === null ? null : (
        <>
          {' '}
          <a className="claim-evidence" href={evidence} rel="noopener nofollow">
            Evidence
            <span className="visually-hidden">
              {' '}
              that {speaker.name} {EVENT_WORDS[kind].did}
            </span>
          </a>
        </>
      )}
    </p>
  )
}
