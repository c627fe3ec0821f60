import type { ClaimStanding } from '../claims/standing'
import { database } from '../db/database'
import { isId } from '../document/addresses'
import { Invalid } from '../errors'
import type { LinkNoticeReason } from '../links/raise-link-notices'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type ArticleFilter, type ArticlePlace, byIndex, filterArticles } from './article-filter'
import { pathOf } from './paths'
import type { ArticleState } from './state'

/** An article in a list of the desk. */
export type ArticleRow = {
  id: string
  /** The slugline where there is none yet; empty where nothing has been typed at all. */
  headline: string
  state: ArticleState
  hasUnpublishedChanges: boolean
  sectionName: string | null
  /** Names in the order in which they are printed. */
  bylines: string[]
  /** Who started it. */
  createdBy: string
  /** Who holds it for subbing. */
  heldBy: string | null
  editedAt: Date
  /** Since when it is in its state. */
  stateChangedAt: Date
  /** The first publication; null where there was none. */
  firstPublishedAt: Date | null
  /** Null while readers cannot see it. */
  path: string | null
  /** What its links lead to and readers have not any more, until somebody has looked. */
  goneTargets: { headline: string; reason: LinkNoticeReason }[]
  /** Claims that it tells and that changed since, until somebody has decided. */
  changedClaims: { statement: string; standing: ClaimStanding }[]
}

/**
 * The articles that the actor may read, the last edited first.
 *
 * @param wanted.cursor `nextCursor` of the page before
 * @param wanted.limit 1 to 100
 * @returns `nextCursor` is null on the last page
 * @throws Invalid when the cursor is none of ours
 */
export async function listArticles(
  actor: Actor,
  wanted: ArticleFilter & { cursor?: string | undefined; limit?: number },
): Promise<{ articles: ArticleRow[]; nextCursor: string | null }> {
  authorise(actor, 'article.read')
  const limit = Math.min(Math.max(wanted.limit ?? 30, 1), 100)
  const after = wanted.cursor === undefined ? null : readCursor(wanted.cursor)
  const places = await byIndex<ArticlePlace>(await filterArticles(actor, wanted, { after, limit: limit + 1 }))
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    articles: await readRows(page.map(({ id }) => id)),
    nextCursor: places.length > limit && last ? writeCursor(last) : null,
  }
}

/**
 * What readers got most lately, for the desk's first page: by first publication, newest first.
 * @param limit 1 to 100
 */
export async function listLatestPublished(actor: Actor, limit: number): Promise<ArticleRow[]> {
  authorise(actor, 'article.read')
  const publications = await database().publication.findMany({
    orderBy: [{ firstPublishedAt: 'desc' }, { articleId: 'desc' }],
    take: limit,
    select: { articleId: true },
  })
  return readRows(publications.map(({ articleId }) => articleId))
}

/** What a list shows of articles, in the order of the ids. */
async function readRows(ids: string[]): Promise<ArticleRow[]> {
  const articles = await database().article.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      headline: true,
      slugline: true,
      state: true,
      hasUnpublishedChanges: true,
      editedAt: true,
      stateChangedAt: true,
      firstPublishedAt: true,
      createdBy: { select: { name: true } },
      heldBy: { select: { name: true } },
      section: { select: { name: true } },
      bylines: { select: { byline: { select: { name: true } } }, orderBy: { position: 'asc' } },
      publication: { select: { slug: true, section: { select: { slug: true } } } },
      noticesOf: {
        where: { clearedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { reason: true, target: { select: { headline: true, slugline: true } } },
        take: 20,
      },
      claimNotices: {
        where: { decidedAt: null },
        orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
        select: { standing: true, claim: { select: { statement: true } } },
        take: 20,
      },
    },
  })
  const byId = new Map(articles.map((article) => [article.id, article]))
  return ids.flatMap((id) => {
    const article = byId.get(id)
    if (article === undefined) return []
    const { section, bylines, createdBy, heldBy, publication, noticesOf, claimNotices, slugline, ...rest } = article
    return {
      ...rest,
      headline: rest.headline || slugline,
      sectionName: section?.name ?? null,
      bylines: bylines.map(({ byline }) => byline.name),
      createdBy: createdBy.name,
      heldBy: heldBy?.name ?? null,
      path: publication && pathOf(publication.section.slug, publication.slug),
      goneTargets: noticesOf.map(({ reason, target }) => ({ headline: target.headline || target.slugline, reason })),
      changedClaims: claimNotices.map(({ standing, claim }) => ({ statement: claim.statement, standing })),
    }
  })
}

function writeCursor({ editedAt, id }: ArticlePlace): string {
  return Buffer.from(`${editedAt.getTime()} ${id}`).toString('base64url')
}

function readCursor(cursor: string): ArticlePlace {
  const [milliseconds = '', id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const editedAt = new Date(Number(milliseconds))
  if (!/^\d{1,15}$/.test(milliseconds) || !isId(id) || Number.isNaN(editedAt.getTime())) {
    throw new Invalid('This page of the list does not exist. Begin again at its first page.')
  }
  return { editedAt, id }
}
