import { claimPath } from '../articles/paths'
import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { isRating, type Rating } from './claim-review'
import type { ClaimBasis } from './claim-words'
import { eventFingerprint } from './event-fingerprint'
import { eventsOpenTo } from './evidence-rights'
import { asListed, filesOfEvent, type ListedFile } from './listed-files'
import type { Party } from './parties'
import { readPublicClaims } from './read-public-claims'
import { type ClaimEventKind, type ClaimStanding, inOrder } from './standing'
import { familyOf, survivorOf } from './survivor'

export type KeptEvent = {
  id: string
  kind: ClaimEventKind
  speaker: Party
  quote: string
  saidAt: Date | null
  createdAt: Date
  toWhom: string
  place: string
  basis: ClaimBasis | null
  evidenceUrl: string
  /** The article whose words tell it; null for what was put down in the register. */
  article: { id: string; headline: string } | null
  /** Readers may be told, without a story that tells it. */
  isForReaders: boolean
  /** Sent back with a change, so that nobody writes over what they have not seen. */
  fingerprint: string
  /** Files that show it, for the newsroom alone. */
  files: ListedFile[]
  /** This person may keep and remove files here. */
  mayKeepFiles: boolean
}

export type KeptClaim = {
  id: string
  statement: string
  speaker: Party
  against: Party | null
  standing: ClaimStanding
  changedAt: Date
  /** As they happened. */
  events: KeptEvent[]
  /** What it took in, each of which can be brought back. */
  merged: { id: string; statement: string; speaker: string }[]
  /** Readers may have the statement in these words, also where no live story has them. */
  isStatementForReaders: boolean
  /** The page that readers have of it, as they see it; null where they have none. */
  forReaders: { path: string; statement: string; standing: ClaimStanding } | null
  /** What the paper found of it itself. */
  review: {
    rating: Rating
    verdict: string
    reviewedOn: Date
    changedAt: Date
    article: { id: string; headline: string; isPublic: boolean }
  } | null
}

const reviewArticle = {
  select: { id: true, headline: true, slugline: true, publication: { select: { articleId: true } } },
} as const

const party = { select: { id: true, name: true, kind: true } } as const

/**
 * A claim of the register; for a merged one only the id of what took it in.
 * @throws NotFound
 */
export async function getClaim(
  actor: Actor,
  claimId: string,
): Promise<{ kind: 'claim'; claim: KeptClaim } | { kind: 'merged'; intoId: string }> {
  authorise(actor, 'claim.read')
  const survivorId = await survivorOf(database(), claimId)
  if (survivorId === null) throw new NotFound('This claim does not exist.')
  if (survivorId !== claimId) return { kind: 'merged', intoId: survivorId }
  const article = { select: { id: true, headline: true, slugline: true } } as const
  const events = { include: { speaker: party, article, files: filesOfEvent } } as const
  const claim = await database().claim.findUnique({
    where: { id: claimId },
    include: { speaker: party, against: party, events, review: { include: { article: reviewArticle } } },
  })
  if (claim === null) throw new NotFound('This claim does not exist.')
  const family = (await familyOf(database(), claimId)).filter((id) => id !== claimId)
  const merged = await database().claim.findMany({
    where: { id: { in: family } },
    orderBy: { id: 'asc' },
    select: { id: true, statement: true, speaker: { select: { name: true } } },
  })
  const { id, statement, speaker, against, standing, changedAt, isStatementForReaders } = claim
  const eventIds = claim.events.map((event) => event.id)
  const ours = await eventsOpenTo(database(), actor, eventIds)
  const [told] = await readPublicClaims(database(), [id])
  const isShown = told?.isShown === true && told.slug !== null
  return {
    kind: 'claim',
    claim: {
      ...{ id, statement, speaker, against, standing, changedAt, isStatementForReaders },
      forReaders: isShown
        ? { path: claimPath(told.slug ?? ''), statement: told.statement, standing: told.standing }
        : null,
      review: keptReview(claim.review),
      events: inOrder(claim.events).map(({ article, ...event }) => ({
        id: event.id,
        kind: event.kind,
        speaker: event.speaker,
        quote: event.quote,
        saidAt: event.saidAt,
        createdAt: event.createdAt,
        toWhom: event.toWhom,
        place: event.place,
        basis: event.basis,
        evidenceUrl: event.evidenceUrl,
        isForReaders: event.isForReaders,
        article: article && { id: article.id, headline: article.headline || article.slugline },
        fingerprint: eventFingerprint(event),
        files: event.files.map(asListed),
        mayKeepFiles: ours.has(event.id),
      })),
      merged: merged.map((one) => ({ id: one.id, statement: one.statement, speaker: one.speaker.name })),
    },
  }
}

type ReviewRow = {
  rating: string
  verdict: string
  reviewedOn: Date
  changedAt: Date
  article: { id: string; headline: string; slugline: string; publication: object | null }
}

function keptReview(review: ReviewRow | null): KeptClaim['review'] {
  if (review === null || !isRating(review.rating)) return null
  const { rating, verdict, reviewedOn, changedAt, article } = review
  const { id, headline, slugline, publication } = article
  return {
    ...{ rating, verdict, reviewedOn, changedAt },
    article: { id, headline: headline || slugline, isPublic: publication !== null },
  }
}
