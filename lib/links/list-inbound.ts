import { ownership, ownersOf } from '../articles/load-article'
import { type LinkTarget, listLinkTargets } from '../articles/search-for-link'
import { database, Prisma } from '../db/database'
import { isId } from '../document/addresses'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'

type InboundLink = {
  kind: 'INLINE' | 'READ_MORE' | 'RELATED' | 'SOURCE' | 'POST' | 'FOLLOWS'
  words: string
  /** The sentence that the words stand in; empty for cards. */
  sentence: string
  /** Do readers meet it? Else it stands in the draft only. */
  isPublic: boolean
  /** Does the draft still have it? Else it goes with the next publication. */
  isInDraft: boolean
}

/** An article that points at another one, and how. */
type InboundArticle = LinkTarget & { links: InboundLink[]; mayEdit: boolean }

export type Inbound = {
  articles: InboundArticle[]
  /** Of articles, not of links. */
  total: number
  /** Those whose readers meet such a link. */
  publicTotal: number
  /** Null on the last page. */
  next: string | null
}

type Wanted = { articleId: string; after?: string | undefined; limit: number }

/**
 * The articles that point at an article: those that readers meet first, then by age, the newest first.
 *
 * @param wanted.after `next` of the page before
 * @param wanted.limit of articles, 1 to 100
 * @throws Invalid when `after` is none of ours
 */
export async function listInbound(actor: Actor, { articleId, after, limit }: Wanted): Promise<Inbound> {
  authorise(actor, 'article.read')
  const place = after === undefined ? null : readPlace(after)
  const rows = await database().$queryRaw<{ id: string; isPublic: boolean; total: number; publicTotal: number }[]>`
    WITH pointing AS (
      SELECT "fromArticleId" AS id, bool_or(layer = 'PUBLIC') AS "isPublic" FROM "Link"
      WHERE "toArticleId" = ${articleId}::uuid AND "fromArticleId" <> ${articleId}::uuid GROUP BY "fromArticleId"
    ), counted AS (
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE "isPublic"))::int AS "publicTotal" FROM pointing
    )
    SELECT id, "isPublic", total, "publicTotal" FROM pointing, counted
    WHERE ${place === null ? Prisma.sql`true` : Prisma.sql`("isPublic", id) < (${place.isPublic}, ${place.id}::uuid)`}
    ORDER BY "isPublic" DESC, id DESC LIMIT ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    articles: await readPage(
      actor,
      articleId,
      page.map(({ id }) => id),
    ),
    total: rows[0]?.total ?? 0,
    publicTotal: rows[0]?.publicTotal ?? 0,
    next: rows.length > limit && last ? `${last.isPublic ? 1 : 0}${last.id}` : null,
  }
}

function readPlace(after: string): { isPublic: boolean; id: string } {
  const id = after.slice(1)
  if (!/^[01]/.test(after) || !isId(id)) throw new Invalid('This page of the list does not exist.')
  return { isPublic: after.startsWith('1'), id }
}

async function readPage(actor: Actor, toArticleId: string, ids: readonly string[]): Promise<InboundArticle[]> {
  if (ids.length === 0) return []
  const [targets, links, owners] = await Promise.all([
    listLinkTargets(actor, ids),
    database().link.findMany({
      where: { toArticleId, fromArticleId: { in: [...ids] } },
      orderBy: [{ layer: 'asc' }, { position: 'asc' }],
      select: { fromArticleId: true, layer: true, kind: true, words: true, sentence: true },
    }),
    database().article.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, ...ownership },
    }),
  ])
  const target = new Map(targets.map((one) => [one.id, one]))
  const owned = new Map(owners.map((owner) => [owner.id, ownersOf(owner)]))
  return ids.flatMap((id) => {
    const article = target.get(id)
    const owner = owned.get(id)
    if (article === undefined || owner === undefined) return []
    const own = links.filter(({ fromArticleId }) => fromArticleId === id)
    return { ...article, links: inBothLayers(own), mayEdit: can(actor, 'article.edit', owner) }
  })
}

type LayeredLink = Pick<InboundLink, 'kind' | 'words' | 'sentence'> & { layer: 'DRAFT' | 'PUBLIC' }

/** A link that readers and the draft have is one. */
function inBothLayers(links: readonly LayeredLink[]): InboundLink[] {
  const found: InboundLink[] = []
  for (const { layer, kind, words, sentence } of links) {
    const other = found.find((one) => one.kind === kind && one.words === words && !has(one, layer))
    if (other === undefined)
      found.push({ kind, words, sentence, isPublic: layer === 'PUBLIC', isInDraft: layer === 'DRAFT' })
    else if (layer === 'PUBLIC') other.isPublic = true
    else other.isInDraft = true
  }
  return found
}

function has(link: InboundLink, layer: 'DRAFT' | 'PUBLIC'): boolean {
  return layer === 'PUBLIC' ? link.isPublic : link.isInDraft
}
