import type { ArticleState } from '../articles/state'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { getSeries, type Series } from './series'

/** A series in the list of the desk. */
export type KeptSeries = Series & { parts: number; publicParts: number }

/** A part as the desk sees it. */
export type KeptPart = { articleId: string; headline: string; state: ArticleState; isPublic: boolean }

/**
 * All series by name, with how many parts each has, and how many of them readers have.
 * @throws Forbidden
 */
export async function listKeptSeries(actor: Actor): Promise<KeptSeries[]> {
  authorise(actor, 'article.read')
  return database().$queryRaw<KeptSeries[]>`
    SELECT s.id::text, s.slug, s.name, s.description, s.version,
      count(part."articleId")::int AS parts, count(live."articleId")::int AS "publicParts"
    FROM "Series" s
    LEFT JOIN "SeriesPart" part ON part."seriesId" = s.id
    LEFT JOIN "Publication" live ON live."articleId" = part."articleId"
    GROUP BY s.id ORDER BY standfirst_plain(s.name), s.id`
}

/**
 * A series with all its parts in order, drafts included.
 * @throws Forbidden, NotFound
 */
export async function getKeptSeries(actor: Actor, id: string): Promise<{ series: Series; parts: KeptPart[] }> {
  authorise(actor, 'article.read')
  const [series, rows] = await Promise.all([
    getSeries(database(), id),
    database().seriesPart.findMany({
      where: { seriesId: id },
      orderBy: [{ position: 'asc' }, { articleId: 'asc' }],
      select: {
        articleId: true,
        article: {
          select: { headline: true, slugline: true, state: true, publication: { select: { articleId: true } } },
        },
      },
    }),
  ])
  const parts = rows.map(({ articleId, article: { headline, slugline, state, publication } }) => ({
    articleId,
    headline: headline || slugline,
    state,
    isPublic: publication !== null,
  }))
  return { series, parts }
}
