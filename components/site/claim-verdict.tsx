import { said } from '@/components/document/said'
import type { PublicReview } from '@/lib/claims/read-public-claims'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

/** What the paper found itself, and the article that says why. */
export function ClaimVerdict({ review, time }: { review: PublicReview | null; time: PaperTime }) {
  if (review === null) return null
  const { rating, verdict, reviewedOn, story } = review
  const words = wordsFor(time.language).claims
  const date = (
    <time dateTime={reviewedOn.toISOString().slice(0, 10)}>{printDate(reviewedOn, { ...time, timeZone: 'UTC' })}</time>
  )
  return (
    <p className="claim-verdict">
      <strong>{words.review(words.ratings[rating])}</strong> {verdict}{' '}
      {said(words.reviewedIn(<a href={story.path}>{story.headline}</a>, date))}
    </p>
  )
}
