import { LinkIfMay } from '@/components/newsroom/may.client'
import { Callout } from '@/components/ui/callout'
import type { KeptClaim } from '@/lib/claims/get-claim'
import { openingPronoun } from '@/lib/claims/statement'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import type { ClaimActions } from './claim-actions'
import { ReviewButtons } from './review-dialog.client'

type Props = { claim: KeptClaim; time: PaperTime; today: string; actions: ClaimActions | null }

/** What readers are told of a claim, and what the paper found of it itself. */
export function ForReaders({ claim, time, today, actions }: Props) {
  const { forReaders, review } = claim
  const pronoun = forReaders === null ? null : openingPronoun(forReaders.statement)
  return (
    <div className="space-y-3 text-sm">
      {forReaders === null ? (
        <p className="text-ink-soft">No public story shows its readers who says what of this claim.</p>
      ) : (
        <p className="wrap-anywhere">
          They have <Reading href={forReaders.path}>a page of it</Reading>: “{forReaders.statement}”.{' '}
          {wordsFor('en').claims.standing[forReaders.standing]}, after what they have been told.
        </p>
      )}
      {pronoun === null ? null : (
        <Callout tone="warn">
          The statement begins with “{pronoun}”: above the box and on that page, nobody knows who is meant. Correct the
          statement, and let readers have it in those words.
        </Callout>
      )}
      {review === null ? (
        <p className="text-ink-soft">We have not put down that we looked into it.</p>
      ) : (
        <p className="wrap-anywhere">
          <strong className="font-semibold">We looked into it: {review.rating}.</strong> {review.verdict}{' '}
          <span className="text-ink-soft">
            {printDate(review.reviewedOn, { ...time, timeZone: 'UTC' })},{' '}
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${review.article.id}`}
              className="underline underline-offset-2"
            >
              {review.article.headline || 'Untitled'}
            </LinkIfMay>
            {review.article.isPublic ? '' : ' (not public: readers are not told)'}
          </span>
        </p>
      )}
      {actions === null ? null : (
        <ReviewButtons
          claimId={claim.id}
          today={today}
          actions={actions}
          review={
            review && {
              base: review.changedAt.toISOString(),
              rating: review.rating,
              verdict: review.verdict,
              explanation: `/desk/articles/${review.article.id}`,
              reviewedOn: review.reviewedOn.toISOString().slice(0, 10),
            }
          }
        />
      )}
    </div>
  )
}

/** A page for readers: another application, as far as Next's router knows. */
function Reading({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="underline underline-offset-2">
      {children}
    </a>
  )
}
