/** What whoever holds a link that opens nothing is told: the same for an unknown, an ended and a revoked one. */
export const LINK_ENDED = 'This link does not open anything, or does not any more.'
