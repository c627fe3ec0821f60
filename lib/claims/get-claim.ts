import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type ListedClaim, listedClaims } from './list-article-claims'
import type { ClaimStanding } from './standing'

/** A sentence of an article that tells of a claim. */
export type ClaimSentence = { words: string; sentence: string; isInDraft: boolean; isPublic: boolean }

export type ClaimStory = {
  id: string
  headline: string
  sentences: ClaimSentence[]
  /** What the claim was when the story was written, where it changed since and nobody has looked. */
  formerStanding: ClaimStanding | null
}

/**
 * A claim with everything that was said of it, and every story and sentence that tells of it.
 * @throws NotFound
 */
export async function getClaim(
  actor: Actor,
  claimId: string,
): Promise<{ claim: ListedClaim; stories: ClaimStory[] } | { mergedIntoId: string }> {
  authorise(actor, 'claim.read')
  const [row] = await database().claim.findMany({ where: { id: claimId }, select: { mergedIntoId: true } })
  if (row === undefined) throw new NotFound('This claim does not exist.')
  if (row.mergedIntoId !== null) return { mergedIntoId: row.mergedIntoId }
  const [claim] = await listedClaims(database(), { id: claimId }, null)
  if (claim === undefined) throw new NotFound('This claim does not exist.')
  return { claim, stories: await storiesOf(claimId) }
}

async function storiesOf(claimId: string): Promise<ClaimStory[]> {
  const uses = await database().claimUse.findMany({
    where: { claimId },
    orderBy: [{ articleId: 'asc' }, { position: 'asc' }],
    include: { article: { select: { id: true, headline: true, slugline: true, editedAt: true } } },
  })
  const notices = await database().claimNotice.findMany({
    where: { claimId, decidedAt: null },
    select: { articleId: true, formerStanding: true },
  })
  const former = new Map(notices.map(({ articleId, formerStanding }) => [articleId, formerStanding]))
  const stories = new Map<string, ClaimStory & { editedAt: Date }>()
  for (const { article, layer, words, sentence } of uses) {
    const story = stories.get(article.id) ?? {
      id: article.id,
      headline: article.headline || article.slugline,
      sentences: [],
      formerStanding: former.get(article.id) ?? null,
      editedAt: article.editedAt,
    }
    stories.set(article.id, story)
    const known = story.sentences.find((one) => one.sentence === sentence && one.words === words)
    const entry = known ?? { words, sentence, isInDraft: false, isPublic: false }
    if (known === undefined) story.sentences.push(entry)
    if (layer === 'DRAFT') entry.isInDraft = true
    else entry.isPublic = true
  }
  return [...stories.values()]
    .sort((a, b) => b.editedAt.getTime() - a.editedAt.getTime())
    .map(({ editedAt: _, ...story }) => story)
}
