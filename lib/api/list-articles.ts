import type { z } from 'zod'
import { EditionMetadata } from '../articles/edition-metadata'
import { bylinePath, sectionPath, topicPath } from '../articles/paths'
import { newestFirst, type TeaserRow, teaserColumns, teaserOf } from '../articles/public-article'
import { currentTopicsOfEach, findPublicShelf } from '../articles/shelf-readers'
import { database } from '../db/database'
import { env } from '../env'
import { readSettings } from '../settings/settings'
import { type Place, printCursor, readCursor } from './cursor'
import type { LIST_ARTICLES } from './operations'
import type { ArticlePage, ArticleSummary } from './shapes'

type Query = z.output<(typeof LIST_ARTICLES)['query']>

// As lib/articles/readers.ts: Publication and the edition that it points at, and nothing else.

/** What readers have, page by page. A section, topic or author that readers do not know has nothing. */
export async function listArticles(query: Query): Promise<z.input<typeof ArticlePage>> {
  const narrowed = await narrow(query)
  if (narrowed === null) return { articles: [], nextCursor: null }
  const found =
    query.updatedSince === undefined ? await byPublication(query, narrowed) : await byChange(query, narrowed)
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const isMore = found.length > query.limit && last !== undefined
  return { articles: await summariesOf(rows), nextCursor: isMore ? cursorOf(query, last) : null }
}

/** To which shelves and byline a question is narrowed; undefined where it is not. */
type Narrowed = { sectionIds: string[] | undefined; topicIds: string[] | undefined; bylineId: string | undefined }

async function narrow({ section, topic, author }: Query): Promise<Narrowed | null> {
  const [inSection, underTopic, by] = await Promise.all([
    section === undefined ? undefined : findPublicShelf('section', section),
    topic === undefined ? undefined : findPublicShelf('topic', topic),
    author === undefined ? undefined : database().byline.findUnique({ where: { slug: author }, select: { id: true } }),
  ])
  if (inSection === null || underTopic === null || by === null) return null
  return { sectionIds: inSection?.shelfIds, topicIds: underTopic?.shelfIds, bylineId: by?.id }
}

/** The newest are read from the index of the byline or of the topics, where there is one: through all publications, a rare one would be looked for long. */
async function byPublication(query: Query, narrowed: Narrowed): Promise<TeaserRow[]> {
  const { sectionIds, topicIds, bylineId } = narrowed
  const after = readCursor('published', query.cursor)
  const since = query.since === undefined ? {} : { firstPublishedAt: { gte: new Date(query.since) } }
  const place = { AND: [since, after === null ? {} : behind('firstPublishedAt', after)] }
  const part = { orderBy: [...newestFirst], take: query.limit + 1 }
  const inSections = sectionIds === undefined ? {} : { sectionId: { in: sectionIds } }
  if (bylineId === undefined && topicIds === undefined)
    return database().publication.findMany({ where: { AND: [inSections, place] }, ...part, select: teaserColumns })
  const entries =
    bylineId === undefined
      ? await database().publicationTopic.groupBy({
          by: ['articleId', 'firstPublishedAt'],
          where: { topicId: { in: topicIds ?? [] }, publication: inSections, ...place },
          ...part,
        })
      : await database().publicationByline.findMany({
          where: { bylineId, publication: { ...inSections, ...underTopics(topicIds) }, ...place },
          ...part,
          select: { articleId: true },
        })
  const where = { articleId: { in: entries.map(({ articleId }) => articleId) } }
  return database().publication.findMany({ where, orderBy: [...newestFirst], select: teaserColumns })
}

async function byChange(query: Query, { sectionIds, topicIds, bylineId }: Narrowed): Promise<TeaserRow[]> {
  const after = readCursor('updated', query.cursor)
  return database().publication.findMany({
    where: {
      AND: [
        { updatedAt: { gte: new Date(query.updatedSince ?? 0) } },
        query.since === undefined ? {} : { firstPublishedAt: { gte: new Date(query.since) } },
        sectionIds === undefined ? {} : { sectionId: { in: sectionIds } },
        underTopics(topicIds),
        bylineId === undefined ? {} : { bylines: { some: { bylineId } } },
        after === null ? {} : behind('updatedAt', after),
      ],
    },
    orderBy: [{ updatedAt: 'desc' }, { articleId: 'desc' }],
    take: query.limit + 1,
    select: teaserColumns,
  })
}

function underTopics(topicIds: string[] | undefined): { topics?: { some: { topicId: { in: string[] } } } } {
  return topicIds === undefined ? {} : { topics: { some: { topicId: { in: topicIds } } } }
}

/** What comes after a place, in the order of the newest first. The first condition is for the index. */
function behind<Column extends 'firstPublishedAt' | 'updatedAt'>(column: Column, { at, id }: Place) {
  return {
    [column]: { lte: at },
    OR: [{ [column]: { lt: at } }, { [column]: at, articleId: { lt: id } }],
  }
}

function cursorOf({ updatedSince }: Query, { articleId, firstPublishedAt, updatedAt }: TeaserRow): string {
  return updatedSince === undefined
    ? printCursor('published', { at: firstPublishedAt, id: articleId })
    : printCursor('updated', { at: updatedAt, id: articleId })
}

/** Articles as lists have them, in their order. */
export async function summariesOf(rows: readonly TeaserRow[]): Promise<z.input<typeof ArticleSummary>[]> {
  const editions = rows.map((row) => EditionMetadata.parse(row.edition.metadata))
  const [topics, { language }] = await Promise.all([
    currentTopicsOfEach(editions.map((edition) => edition.topics)),
    readSettings(),
  ])
  const origin = env().SITE_URL
  return rows.map((row, index) => {
    const { id, path, headline, kicker, trailText, section, bylines, publishedAt, updatedAt, corrected, isLive } =
      teaserOf(row)
    return {
      id,
      url: origin + path,
      slug: row.slug,
      headline,
      standfirst: editions[index]?.standfirst ?? '',
      kicker,
      trailText,
      bylines: bylines.map((byline) => ({ ...byline, url: origin + bylinePath(byline.slug) })),
      section: { ...section, url: origin + sectionPath(section.slug) },
      topics: (topics[index] ?? []).map((topic) => ({ ...topic, url: origin + topicPath(topic.slug) })),
      publishedAt: publishedAt.toISOString(),
      updatedAt: updatedAt?.toISOString() ?? null,
      isLive,
      standing: corrected === null ? 'asPublished' : corrected.as === 'RETRACTION' ? 'retracted' : 'corrected',
      edition: row.edition.number,
      language,
    }
  })
}
