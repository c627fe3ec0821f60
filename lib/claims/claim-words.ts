import type { ClaimEventKind, ClaimStanding } from './standing'

/** Where a claim stands, as the desk is told. */
export const STANDING_WORDS = {
  ASSERTED: 'asserted',
  REPEATED: 'repeated',
  DENIED: 'denied',
  DENIED_REPEATED: 'denied, repeated',
  DISPUTED: 'disputed',
  CONFIRMED: 'confirmed',
  WITHDRAWN: 'withdrawn',
  CORRECTED: 'corrected',
} as const satisfies Record<ClaimStanding, string>

/** What somebody did: "Ines Moor denied it". */
export const EVENT_WORDS: Record<ClaimEventKind, { name: string; did: string }> = {
  ASSERTED: { name: 'Says so', did: 'said so' },
  REPEATED: { name: 'Says so again', did: 'said so again' },
  DENIED: { name: 'Denies it', did: 'denied it' },
  DISPUTED: { name: 'Disputes it', did: 'disputed it' },
  CONFIRMED: { name: 'Confirms it', did: 'confirmed it' },
  WITHDRAWN: { name: 'Takes it back', did: 'took it back' },
  CORRECTED: { name: 'Corrects it', did: 'corrected it' },
}

/** How the paper knows that it was said. */
export const BASES = ['INTERVIEW', 'DOCUMENT', 'STATEMENT', 'POST', 'OTHER_OUTLET', 'COURT'] as const
export type ClaimBasis = (typeof BASES)[number]

export const BASIS_WORDS: Record<ClaimBasis, string> = {
  INTERVIEW: 'Interview',
  DOCUMENT: 'Document',
  STATEMENT: 'Statement',
  POST: 'Post',
  OTHER_OUTLET: 'Other outlet',
  COURT: 'Court',
}
