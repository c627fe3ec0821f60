import { Badge, type Tone } from '@/components/ui/badge'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import type { ClaimStanding } from '@/lib/claims/standing'

const TONES: Record<ClaimStanding, Tone> = {
  ASSERTED: 'neutral',
  REPEATED: 'note',
  DENIED: 'danger',
  DENIED_REPEATED: 'danger',
  DISPUTED: 'warn',
  CONFIRMED: 'good',
  WITHDRAWN: 'neutral',
  CORRECTED: 'accent',
}

/** Where a claim stands, in words. */
export function StandingBadge({ standing }: { standing: ClaimStanding }) {
  return (
    <Badge tone={TONES[standing]} dot>
      <span className="inline-block first-letter:uppercase">{STANDING_WORDS[standing]}</span>
    </Badge>
  )
}
