import type { PublicReview } from '@/lib/claims/read-public-claims'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'

/** What the paper found itself, and the article that says why. */
export function ClaimVerdict({ review, time }: { review: PublicReview | null; time: PaperTime }) {
  if (review === null) return null
  const { rating, verdict, reviewedOn, story } = review
  return (
    <p className="claim-verdict">
      <strong>We looked into it: {rating}.</strong> {verdict} <a href={story.path}>{story.headline}</a>,{' '}
      <time dateTime={reviewedOn.toISOString().slice(0, 10)}>
        {printDate(reviewedOn, { ...time, timeZone: 'UTC' })}
      </time>
    </p>
  )
}
