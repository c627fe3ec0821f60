import { Badge, type Tone } from '@/components/ui/badge'
import type { Stamp } from '@/lib/sources/stamp'

const TONES: Record<Stamp['code'], Tone> = {
  SINGLE_SOURCE: 'note',
  INDEPENDENT_SOURCES: 'good',
  DOCUMENTS_SEEN: 'good',
  NOT_VERIFIED: 'warn',
}

/** How sure the paper is of a claim, by its sources. */
export function Stamps({ stamps }: { stamps: readonly Stamp[] }) {
  return stamps.map(({ code, words }) => (
    <Badge key={code} tone={TONES[code]}>
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </Badge>
  ))
}
