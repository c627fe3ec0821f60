import { safePageUrl } from '@/lib/document/addresses'
import type { Settings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'
import type { PublicStory } from './public-claim'
import type { PublicReview } from './read-public-claims'
import type { ShownClaim } from './readers'

/**
 * Claims as schema.org's Claim, and a ClaimReview for each that the paper has looked into itself: what search engines read of a fact check.
 * @param origin scheme, host and port of the site
 */
export function claimsAsData(
  claims: readonly ShownClaim[],
  settings: Pick<Settings, 'name' | 'language'>,
  origin: string,
): object {
  return {
    '@context': 'https://schema.org',
    '@graph': claims.flatMap((claim) => [
      claimAsData(claim, origin),
      ...(claim.review === null ? [] : [reviewAsData(claim, claim.review, settings, origin)]),
    ]),
  }
}

function claimAsData({ statement, speaker, events, path }: ShownClaim, origin: string): object {
  const [first] = events.filter(({ kind }) => kind === 'ASSERTED' || kind === 'REPEATED')
  const evidence = first === undefined ? null : safePageUrl(first.evidenceUrl)
  const stories = new Map(events.flatMap((event) => event.stories.map((story) => [story.articleId, story])))
  return {
    '@type': 'Claim',
    '@id': origin + path,
    url: origin + path,
    name: statement,
    text: statement,
    ...(speaker === null
      ? {}
      : { author: { '@type': speaker.kind === 'PERSON' ? 'Person' : 'Organization', name: speaker.name } }),
    ...(first?.saidAt == null ? {} : { datePublished: first.saidAt.toISOString() }),
    // Where somebody said it, which is hardly ever where we tell of it.
    ...(evidence === null ? {} : { firstAppearance: { '@type': 'CreativeWork', url: evidence } }),
    appearance: [...stories.values()].map((story) => articleAsData(story, origin)),
  }
}

function articleAsData({ headline, path, publishedAt }: PublicStory, origin: string): object {
  return { '@type': 'NewsArticle', headline, url: origin + path, datePublished: publishedAt.toISOString() }
}

function reviewAsData(
  { statement, path }: ShownClaim,
  review: PublicReview,
  { name, language }: Pick<Settings, 'name' | 'language'>,
  origin: string,
): object {
  const rating = wordsFor(language).claims.ratings[review.rating]
  return {
    '@type': 'ClaimReview',
    claimReviewed: statement,
    itemReviewed: { '@id': origin + path },
    // Ratings are words: "Unproven" lies on no scale.
    reviewRating: { '@type': 'Rating', alternateName: rating, ratingExplanation: review.verdict },
    reviewBody: review.verdict,
    author: { '@type': 'NewsMediaOrganization', name, url: origin },
    datePublished: review.reviewedOn.toISOString().slice(0, 10),
    url: origin + review.story.path,
  }
}
