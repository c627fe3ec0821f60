/** What a note to readers says, the gravest last, with the words that the newsroom chooses by. */
export const CORRECTION_KINDS = {
  UPDATE: { name: 'Update', hint: 'Something is new.' },
  CLARIFICATION: { name: 'Clarification', hint: 'It was not wrong, and could be misunderstood.' },
  CORRECTION: { name: 'Correction', hint: 'Something was wrong.' },
  RETRACTION: {
    name: 'Retraction',
    hint: 'The paper does not stand by this article any more. It stays, under a notice.',
  },
} as const

export type CorrectionKind = keyof typeof CORRECTION_KINDS

/** What a card says of an article: that it was corrected, or is retracted. */
export type CorrectedAs = 'CORRECTION' | 'RETRACTION'
