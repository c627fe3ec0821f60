import { said } from '@/components/document/said'
import type { PublicEvent } from '@/lib/claims/public-claim'
import { safePageUrl } from '@/lib/document/addresses'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

/** "Ines Moor denied it, 22 November 2026. Evidence" */
export function ClaimEventLine({ event, time }: { event: PublicEvent; time: PaperTime }) {
  const { speaker, kind, saidAt } = event
  const words = wordsFor(time.language).claims
  const evidence = safePageUrl(event.evidenceUrl)
  const did = words.didBy(<strong>{speaker.name}</strong>, words.did[kind])
  const date = saidAt === null ? null : <time dateTime={saidAt.toISOString()}>{printDate(saidAt, time)}</time>
  return (
    <p>
      {said(date === null ? did : words.on(did, date))}.
      {evidence === null ? null : (
        <>
          {' '}
          <a className="claim-evidence" href={evidence} rel="noopener nofollow">
            {words.evidence}
            <span className="visually-hidden">
              {words.evidenceThat(words.didBy(speaker.name, words.did[kind]).join(''))}
            </span>
          </a>
        </>
      )}
    </p>
  )
}
