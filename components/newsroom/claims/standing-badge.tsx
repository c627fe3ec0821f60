import { Badge, type Tone } from '@/components/ui/badge'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import type { ClaimStanding } from '@/lib/claims/standing'

const TONES: Record<ClaimStanding, Tone> = {
  ASSERTED: 'neutral',
  REPEATED: 'neutral',
  DENIED: 'warn',
  DENIED_REPEATED: 'warn',
  DISPUTED: 'warn',
  CONFIRMED: 'good',
  WITHDRAWN: 'note',
  CORRECTED: 'note',
}

/** Where a claim stands, in a word or two. */
export function StandingBadge({ standing }: { standing: ClaimStanding }) {
  return <Badge tone={TONES[standing]}>{STANDING_WORDS[standing]}</Badge>
}
