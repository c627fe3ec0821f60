import { pathOf } from '../articles/paths'
import type { Transaction } from '../db/database'
import { type Sql, sqlOn, sqlText } from '../db/sql'
import { isRating, type Rating } from './claim-review'
import { type PublicClaim, type PublicStory, publicClaim, type RegisteredEvent } from './public-claim'

/** What the paper found itself, told while the article that explains it is public. */
export type PublicReview = { rating: Rating; verdict: string; reviewedOn: Date; story: PublicStory }

/** A claim of which readers may have a page. */
export type ReadersClaim = PublicClaim & {
  /** The last part of its address; null until it has one. */
  slug: string | null
  review: PublicReview | null
}

/** An article as readers have it, as the database says it. */
type StoryRow = {
  articleId: string
  showsClaims: boolean
  headline: string
  slug: string
  section: string
  publishedAt: Date
}

/** The public part of each of these claims that has one, whether a story shows it or not. In no order. */
export async function readPublicClaims(tx: Transaction, claimIds: readonly string[]): Promise<ReadersClaim[]> {
  if (claimIds.length === 0) return []
  const sql = sqlOn(tx)
  const ids = [...claimIds]
  const [uses, claims, events] = await Promise.all([
    sql<{ eventId: string; words: string } & StoryRow>`
      SELECT u."eventId", u.words, ${STORY}
      FROM "ClaimUse" u JOIN "Article" a ON a.id = u."articleId" ${PUBLIC}
      WHERE u."claimId" = ANY(${ids}::uuid[]) AND u.layer = 'PUBLIC'`,
    sql<ClaimRow>`
      SELECT c.id, c.statement, c."isStatementForReaders",
        (SELECT slug FROM "ClaimSlug" WHERE "claimId" = c.id AND "isCurrent" LIMIT 1) AS slug,
        EXISTS (SELECT 1 FROM "ClaimReview" r WHERE r."claimId" = c.id) AS "isReviewed"
      FROM "Claim" c WHERE c.id = ANY(${ids}::uuid[]) AND c."mergedIntoId" IS NULL`,
    // What no reader has is not even read.
    sql<EventRow>`
      SELECT e.id, e."claimId", e.kind::text, e."saidAt", e."createdAt", e.quote, e."evidenceUrl", e."articleId",
        e."isForReaders", by.name AS "speakerName", by.kind::text AS "speakerKind"
      FROM "ClaimEvent" e JOIN "Party" by ON by.id = e."speakerId"
      WHERE e."claimId" = ANY(${ids}::uuid[])
        AND ((e."articleId" IS NULL AND e."isForReaders")
          OR e.id IN (SELECT u."eventId" FROM "ClaimUse" u JOIN "Publication" p ON p."articleId" = u."articleId"
                      WHERE u."claimId" = ANY(${ids}::uuid[]) AND u.layer = 'PUBLIC'))`,
  ])
  const tellings = uses.map(({ eventId, words, ...story }) => ({ eventId, words, story: storyOf(story) }))
  const reviews = claims.some(({ isReviewed }) => isReviewed) ? await readReviews(sql, ids) : []
  return claims.flatMap(({ slug, isReviewed: _, ...claim }) => {
    const known = publicClaim({ ...claim, events: eventsOf(events, claim.id) }, tellings)
    const review = reviews.find(({ claimId }) => claimId === claim.id)
    return known === null ? [] : [{ ...known, slug, review: review === undefined ? null : reviewOf(review) }]
  })
}

/** The reviews of these claims whose articles readers have. */
function readReviews(sql: Sql, ids: string[]): Promise<ReviewRow[]> {
  return sql<ReviewRow>`
    SELECT r."claimId", r.rating, r.verdict, r."reviewedOn", ${STORY}
    FROM "ClaimReview" r JOIN "Article" a ON a.id = r."articleId" ${PUBLIC}
    WHERE r."claimId" = ANY(${ids}::uuid[])`
}

/** The columns of a {@link StoryRow}, of an article `a` that is {@link PUBLIC}. */
const STORY = sqlText`
  a.id AS "articleId", a."showsClaims", p.headline, p.slug, s.slug AS section, p."firstPublishedAt" AS "publishedAt"`

const PUBLIC = sqlText`
  JOIN "Publication" p ON p."articleId" = a.id JOIN "Section" s ON s.id = p."sectionId"`

type ClaimRow = {
  id: string
  statement: string
  isStatementForReaders: boolean
  slug: string | null
  isReviewed: boolean
}

type EventRow = Omit<RegisteredEvent, 'speaker'> & {
  claimId: string
  speakerName: string
  speakerKind: RegisteredEvent['speaker']['kind']
}

function eventsOf(events: readonly EventRow[], claimId: string): RegisteredEvent[] {
  return events
    .filter((event) => event.claimId === claimId)
    .map(({ speakerName: name, speakerKind: kind, ...event }) => ({ ...event, speaker: { name, kind } }))
}

function storyOf({ section, slug, ...story }: StoryRow): PublicStory {
  return { ...story, path: pathOf(section, slug) }
}

type ReviewRow = { claimId: string; rating: string; verdict: string; reviewedOn: Date } & StoryRow

function reviewOf({ claimId: _, rating, verdict, reviewedOn, ...story }: ReviewRow): PublicReview | null {
  return isRating(rating) ? { rating, verdict, reviewedOn, story: storyOf(story) } : null
}
