import { Megaphone } from 'lucide-react'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import type { ClaimStanding } from '@/lib/claims/standing'

type ChangedClaim = { statement: string; standing: ClaimStanding }

/** What an article tells as it stood when it was written; nothing where nothing has changed since. */
export function ChangedClaims({ claims }: { claims: readonly ChangedClaim[] }) {
  const [first, ...more] = claims
  if (first === undefined) return null
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1 text-warn-ink text-xs">
      <Megaphone aria-hidden="true" className="size-3 shrink-0" />
      <span className="line-clamp-2">
        “{first.statement}” is now {STANDING_WORDS[first.standing]}
        {more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'claim' : 'claims'} changed`}
      </span>
    </span>
  )
}
