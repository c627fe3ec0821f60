import { ownership, ownersOf } from '../articles/load-article'
import type { ArticleState } from '../articles/state'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import type { ClaimStanding } from './standing'

type StoryUse = { eventId: string; sentence: string; isInDraft: boolean; isPublic: boolean }
export type ClaimStory = { articleId: string; headline: string; state: ArticleState; uses: StoryUse[] }

/** So many stories are shown on one page. */
const STORIES_MOST = 100

/** The stories that tell of a claim, newest first, at most a hundred, with each sentence; and how many there are. */
export async function listClaimStories(
  actor: Actor,
  claimId: string,
): Promise<{ stories: ClaimStory[]; total: number }> {
  authorise(actor, 'claim.read')
  const where = { claimUses: { some: { claimId } } }
  const [total, articles] = await Promise.all([
    database().article.count({ where }),
    database().article.findMany({
      where,
      orderBy: { id: 'desc' },
      take: STORIES_MOST,
      select: {
        id: true,
        headline: true,
        slugline: true,
        state: true,
        claimUses: { where: { claimId }, orderBy: [{ layer: 'asc' }, { position: 'asc' }] },
      },
    }),
  ])
  const stories = articles.map(({ id, headline, slugline, state, claimUses }) => ({
    articleId: id,
    headline: headline || slugline,
    state,
    uses: inBothLayers(claimUses),
  }))
  return { stories, total }
}

type Layered = { eventId: string; sentence: string; layer: 'DRAFT' | 'PUBLIC' }

/** A sentence that the draft and readers have is one. */
function inBothLayers(uses: readonly Layered[]): StoryUse[] {
  const found: StoryUse[] = []
  for (const { eventId, sentence, layer } of uses) {
    const same = found.find((use) => use.eventId === eventId && use.sentence === sentence)
    if (same === undefined)
      found.push({ eventId, sentence, isInDraft: layer === 'DRAFT', isPublic: layer === 'PUBLIC' })
    else if (layer === 'PUBLIC') same.isPublic = true
    else same.isInDraft = true
  }
  return found
}

/** A story whose claim changed since it was written, and nobody has decided yet. */
export type ChangedStory = {
  noticeId: string
  articleId: string
  headline: string
  state: ArticleState
  claim: { id: string; statement: string }
  formerStanding: ClaimStanding
  standing: ClaimStanding
  sentence: string
  raisedAt: Date
  mayDecide: boolean
}

/**
 * Stories whose claim changed since they were written, the latest change first.
 * @param wanted.cursor the id of the last notice of the page before
 */
export async function listChangedStories(
  actor: Actor,
  wanted: { claimId?: string | undefined; deskId?: string | undefined; cursor?: string | undefined; limit?: number },
): Promise<{ stories: ChangedStory[]; nextCursor: string | null }> {
  authorise(actor, 'claim.read')
  const limit = wanted.limit ?? 30
  const last = wanted.cursor && (await database().claimNotice.findUnique({ where: { id: wanted.cursor } }))
  const rows = await database().claimNotice.findMany({
    where: {
      decidedAt: null,
      ...(wanted.claimId === undefined ? {} : { claimId: wanted.claimId }),
      ...(wanted.deskId === undefined ? {} : { article: { deskId: wanted.deskId } }),
      ...(last ? { OR: [{ raisedAt: { lt: last.raisedAt } }, { raisedAt: last.raisedAt, id: { lt: last.id } }] } : {}),
    },
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: {
      claim: { select: { id: true, statement: true } },
      article: { select: { headline: true, slugline: true, state: true, ...ownership } },
    },
  })
  const stories = rows.slice(0, limit).map(({ article, ...row }) => ({
    noticeId: row.id,
    articleId: row.articleId,
    headline: article.headline || article.slugline,
    state: article.state,
    claim: row.claim,
    formerStanding: row.formerStanding,
    standing: row.standing,
    sentence: row.sentence,
    raisedAt: row.raisedAt,
    mayDecide: can(actor, 'article.edit', ownersOf(article)),
  }))
  return { stories, nextCursor: rows.length > limit ? (stories.at(-1)?.noticeId ?? null) : null }
}

/** How many stories wait for somebody to decide. */
export async function countChangedStories(actor: Actor): Promise<number> {
  authorise(actor, 'claim.read')
  return database().claimNotice.count({ where: { decidedAt: null } })
}
