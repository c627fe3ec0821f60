import Link from 'next/link'
import { RelativeTime } from '@/components/newsroom/relative-time'
import type { ClaimLine } from '@/lib/claims/list-claims'
import { StandingBadge } from './standing-badge'

/** Claims, each with who says so, where it stands and how far it went. */
export function ClaimLines({ claims, now }: { claims: readonly ClaimLine[]; now: Date }) {
  return (
    <ul aria-label="Claims" className="divide-y divide-line border-line border-y">
      {claims.map(({ id, statement, speaker, against, standing, changedAt, articles }) => (
        <li key={id} className="flex flex-col gap-1.5 py-4">
          <Link href={`/desk/claims/${id}`} className="text-pretty font-serif text-lg leading-snug hover:underline">
            {statement}
          </Link>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
            <StandingBadge standing={standing} />
            <span>
              {speaker}
              {against === null ? '' : ` about ${against}`}
            </span>
            <span className="text-ink-faint">{articles === 1 ? '1 story' : `${articles} stories`}</span>
            <span className="text-ink-faint">
              changed <RelativeTime at={changedAt} now={now} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
