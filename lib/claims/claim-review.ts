import { z } from 'zod'
import { line } from './claim-input'

/** What the paper finds of a claim when it has looked into it itself. */
export const RATINGS = ['True', 'Mostly true', 'Unproven', 'Misleading', 'False'] as const
export type Rating = (typeof RATINGS)[number]

export function isRating(text: string): text is Rating {
  return RATINGS.some((rating) => rating === text)
}

export const VERDICT_MOST = 500

export const ReviewInput = z.strictObject({
  claimId: z.uuid(),
  /** What the person saw when they began: changedAt of the review, '' where there was none. */
  base: z.string().max(40),
  rating: z.enum(RATINGS, { error: 'Choose what we found.' }),
  verdict: line(VERDICT_MOST, `At most ${VERDICT_MOST} characters.`).refine(
    (words) => words !== '',
    'Say in a sentence what we found.',
  ),
  /** The address of the article of ours that explains it. */
  explanation: line(2_000, 'An address has at most 2,000 characters.').refine(
    (url) => url !== '',
    'Give the address of the article that says why.',
  ),
  /** "2026-11-28". */
  reviewedOn: z.iso.date({ error: 'Give the day on which we looked into it.' }),
})
