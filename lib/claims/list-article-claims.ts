import { loadArticle, ownersOf } from '../articles/load-article'
import { database, type Prisma, type Transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import type { ClaimBasis } from './claim-words'
import { asListed, filesOfEvent, type ListedFile } from './listed-files'
import type { Party } from './parties'
import { type ClaimEventKind, type ClaimStanding, inOrder } from './standing'

/** Something that was said of a claim. Times are ISO 8601. */
export type ListedEvent = {
  id: string
  kind: ClaimEventKind
  speaker: Party
  quote: string
  saidAt: string | null
  createdAt: string
  toWhom: string
  place: string
  basis: ClaimBasis | null
  evidenceUrl: string
  /** The article whose words tell it; null for what was put down in the register. */
  articleId: string | null
  /** Files that show it, for the newsroom alone. */
  files: ListedFile[]
}

export type ListedClaim = {
  id: string
  statement: string
  speaker: Party
  against: Party | null
  standing: ClaimStanding
  /** As they happened. */
  events: ListedEvent[]
  /** How many other articles tell of it. */
  others: number
}

export type ListedNotice = {
  id: string
  claimId: string
  formerStanding: ClaimStanding
  standing: ClaimStanding
  sentence: string
  raisedAt: string
}

/**
 * The claims that an article tells of, marked in its draft or once marked in it, in the order in which they were put down; and those
 * that changed since it was written. And whether readers are told of them, and whether the actor may switch that where they have it.
 * @throws NotFound
 */
export async function listArticleClaims(
  actor: Actor,
  articleId: string,
): Promise<{ claims: ListedClaim[]; notices: ListedNotice[]; showsClaims: boolean; mayShow: boolean }> {
  const article = await loadArticle(database(), actor, articleId)
  const claims = await claimsOf(database(), articleId)
  const notices = await database().claimNotice.findMany({
    where: { articleId, decidedAt: null },
    orderBy: [{ raisedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return {
    claims,
    showsClaims: article.showsClaims,
    mayShow: can(actor, 'article.publish', ownersOf(article)),
    notices: notices.map(({ id, claimId, formerStanding, standing, sentence, raisedAt }) => ({
      id,
      claimId,
      formerStanding,
      standing,
      sentence,
      raisedAt: raisedAt.toISOString(),
    })),
  }
}

const party = { select: { id: true, name: true, kind: true } } as const

/** The claims that an article tells of, with everything that was said of each. */
function claimsOf(tx: Transaction, articleId: string): Promise<ListedClaim[]> {
  const told = [{ uses: { some: { articleId, layer: 'DRAFT' as const } } }, { events: { some: { articleId } } }]
  return listedClaims(tx, { mergedIntoId: null, OR: told }, articleId)
}

/** Claims with everything that was said of each, in the order in which they were put down; `others` counts articles but this one. */
async function listedClaims(
  tx: Transaction,
  where: Prisma.ClaimWhereInput,
  articleId: string | null,
): Promise<ListedClaim[]> {
  const claims = await tx.claim.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
    include: { speaker: party, against: party, events: { include: { speaker: party, files: filesOfEvent } } },
  })
  const others = await tx.$queryRaw<{ claimId: string; count: number }[]>`
    SELECT "claimId", count(DISTINCT "articleId")::int AS count FROM "ClaimUse"
    WHERE "claimId" = ANY(${claims.map(({ id }) => id)}::uuid[]) AND "articleId" IS DISTINCT FROM ${articleId}::uuid
    GROUP BY "claimId"`
  const counts = new Map(others.map(({ claimId, count }) => [claimId, count]))
  return claims.map(({ id, statement, speaker, against, standing, events }) => ({
    id,
    statement,
    speaker,
    against,
    standing,
    events: inOrder(events).map((event) => ({
      id: event.id,
      kind: event.kind,
      speaker: event.speaker,
      quote: event.quote,
      saidAt: event.saidAt?.toISOString() ?? null,
      createdAt: event.createdAt.toISOString(),
      toWhom: event.toWhom,
      place: event.place,
      basis: event.basis,
      evidenceUrl: event.evidenceUrl,
      articleId: event.articleId,
      files: event.files.map(asListed),
    })),
    others: counts.get(id) ?? 0,
  }))
}
