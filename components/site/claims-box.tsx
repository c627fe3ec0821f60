import type { ShownClaim } from '@/lib/claims/readers'
import type { PaperTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { ClaimEventLine } from './claim-event-line'
import { ClaimStamps } from './claim-stamps'
import { ClaimVerdict } from './claim-verdict'

/** Below an article: for each claim that it tells, who says so, who denies it, and where it stands. */
export function ClaimsBox({ claims, time }: { claims: readonly ShownClaim[]; time: PaperTime }) {
  if (claims.length === 0) return null
  const words = wordsFor(time.language)
  return (
    <section className="claims-box" aria-labelledby="who-says-what">
      <h2 id="who-says-what" className="label">
        {words.claims.title}
      </h2>
      <ul className="claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <h3>
              <a href={claim.path}>{claim.statement}</a>
            </h3>
            <p className="claim-standing">{words.claims.standing[claim.standing]}</p>
            <ClaimStamps stamps={claim.stamps} words={words} />
            <ol className="claim-events">
              {claim.events.map((event) => (
                <li key={event.id}>
                  <ClaimEventLine event={event} time={time} />
                </li>
              ))}
            </ol>
            <ClaimVerdict review={claim.review} time={time} />
          </li>
        ))}
      </ul>
    </section>
  )
}
