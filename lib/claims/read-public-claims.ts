import { pathOf } from '../articles/paths'
import type { Transaction } from '../db/database'
import { isRating, type Rating } from './claim-review'
import { type PublicClaim, type PublicStory, publicClaim } from './public-claim'

/** What the paper found itself, told while the article that explains it is public. */
export type PublicReview = { rating: Rating; verdict: string; reviewedOn: Date; story: PublicStory }

/** A claim of which readers may have a page. */
export type ReadersClaim = PublicClaim & {
  /** The last part of its address; null until it has one. */
  slug: string | null
  review: PublicReview | null
}

const story = {
  id: true,
  showsClaims: true,
  publication: { select: { headline: true, slug: true, firstPublishedAt: true, section: { select: { slug: true } } } },
} as const

type StoryRow = {
  id: string
  showsClaims: boolean
  publication: { headline: string; slug: string; firstPublishedAt: Date; section: { slug: string } } | null
}

/** The public part of each of these claims that has one, whether a story shows it or not. In no order. */
export async function readPublicClaims(tx: Transaction, claimIds: readonly string[]): Promise<ReadersClaim[]> {
  if (claimIds.length === 0) return []
  const ids = [...claimIds]
  const uses = await tx.claimUse.findMany({
    where: { claimId: { in: ids }, layer: 'PUBLIC', article: { publication: { isNot: null } } },
    select: { eventId: true, words: true, article: { select: story } },
  })
  const tellings = uses.flatMap(({ eventId, words, article }) => {
    const told = storyOf(article)
    return told === null ? [] : [{ eventId, words, story: told }]
  })
  const told = [...new Set(tellings.map(({ eventId }) => eventId))]
  const claims = await tx.claim.findMany({
    where: { id: { in: ids }, mergedIntoId: null },
    include: {
      // What no reader has is not even read.
      events: {
        where: { OR: [{ id: { in: told } }, { articleId: null, isForReaders: true }] },
        include: { speaker: { select: { name: true, kind: true } } },
      },
      slugs: { where: { isCurrent: true }, select: { slug: true } },
      review: { include: { article: { select: story } } },
    },
  })
  return claims.flatMap(({ slugs, review, ...claim }) => {
    const known = publicClaim(claim, tellings)
    return known === null ? [] : [{ ...known, slug: slugs[0]?.slug ?? null, review: reviewOf(review) }]
  })
}

function storyOf({ id, showsClaims, publication }: StoryRow): PublicStory | null {
  if (publication === null) return null
  const { headline, slug, section, firstPublishedAt } = publication
  return { articleId: id, path: pathOf(section.slug, slug), headline, publishedAt: firstPublishedAt, showsClaims }
}

type ReviewRow = { rating: string; verdict: string; reviewedOn: Date; article: StoryRow }

function reviewOf(review: ReviewRow | null): PublicReview | null {
  const told = review === null ? null : storyOf(review.article)
  if (review === null || told === null || !isRating(review.rating)) return null
  const { rating, verdict, reviewedOn } = review
  return { rating, verdict, reviewedOn, story: told }
}
