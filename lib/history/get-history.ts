import { isHeldByOther } from '../articles/holds'
import { loadArticle, loadDraft, ownersOf } from '../articles/load-article'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'
import { type ComparedRevisions, compareRevisions } from './compare-revisions'
import { foldedVersion } from './folded-version'
import { listMoments, listRevisions, type RevisionEntry, type TitledRevision } from './list-revisions'

/** Everything that the history of an article shows at once. */
export type ArticleHistory = {
  headline: string
  /** The text as it stands now, and who wrote in it last. */
  now: { version: number; at: Date; person: string }
  revisions: RevisionEntry[]
  /** The id to ask the next page of revisions with. */
  next: string | null
  /** Every moment that can be chosen, without its words, oldest first. */
  moments: TitledRevision[]
  /** Up to here single steps are folded away. */
  foldedVersion: number
  compared: ComparedRevisions
  /** What this person may do; why not where somebody holds the article. */
  can: { name: boolean; restore: boolean }
  heldBy: string | null
}

type Wanted = {
  articleId: string
  from?: string | undefined
  to?: string | undefined
  only?: 'milestones' | undefined
  before?: string | undefined
}

/** @throws NotFound when the article or a chosen version does not exist */
export async function getHistory(actor: Actor, wanted: Wanted): Promise<ArticleHistory> {
  const { articleId } = wanted
  const article = await loadArticle(database(), actor, articleId)
  const owned = ownersOf(article)
  const isHeld = isHeldByOther(actor, article)
  const [draft, list, moments, folded, compared, last] = await Promise.all([
    loadDraft(database(), articleId),
    listRevisions(actor, wanted),
    listMoments(articleId),
    foldedVersion(database(), articleId),
    compareRevisions(actor, wanted),
    article.editedById === null
      ? null
      : database().person.findUnique({ where: { id: article.editedById }, select: { name: true } }),
  ])
  const mayEdit = can(actor, 'article.edit', owned) && !isHeld
  return {
    headline: article.headline || article.slugline,
    now: { version: draft.version, at: article.editedAt, person: last?.name ?? article.createdBy.name },
    revisions: list.revisions,
    next: list.next,
    moments,
    foldedVersion: folded,
    compared,
    can: { name: mayEdit, restore: mayEdit && can(actor, 'article.restore', owned) },
    heldBy: isHeld ? (article.heldBy?.name ?? null) : null,
  }
}
