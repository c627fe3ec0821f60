import { RelativeTime } from '@/components/newsroom/relative-time'
import { Link } from '@/components/ui/link'
import type { ClaimRow } from '@/lib/claims/list-claims'
import { StandingBadge } from './standing-badge'

/** Claims of the register, each with where it stands. */
export function ClaimsList({ claims, now }: { claims: readonly ClaimRow[]; now: Date }) {
  return (
    <ul aria-label="Claims" className="divide-y divide-line border-line border-y">
      {claims.map(({ id, statement, speaker, standing, changedAt, stories }) => (
        <li key={id} className="py-4">
          <Link
            href={`/desk/claims/${id}`}
            className="wrap-anywhere block text-pretty first-letter:uppercase font-medium text-ink hover:underline touch:py-1"
          >
            {statement}
          </Link>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
            <StandingBadge standing={standing} />
            <span className="wrap-anywhere min-w-0">{speaker}</span>
            <span>
              Changed <RelativeTime at={changedAt} now={now} />
            </span>
            <span>{stories === 1 ? '1 story' : `${stories} stories`}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
