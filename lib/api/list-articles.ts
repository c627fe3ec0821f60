import type { z } from 'zod'
import { EditionMetadata } from '../articles/edition-metadata'
import { bylinePath, sectionPath, topicPath } from '../articles/paths'
import { newestFirst, type TeaserRow, teaserColumns, teaserOf } from '../articles/public-article'
import { currentTopicsOfEach, findPublicShelf } from '../articles/shelf-readers'
import { database, type Prisma } from '../db/database'
import { env } from '../env'
import { readSettings } from '../settings/settings'
import { printCursor, readCursor } from './cursor'
import type { LIST_ARTICLES } from './operations'
import type { ArticlePage, ArticleSummary } from './shapes'

type Query = z.output<(typeof LIST_ARTICLES)['query']>

// As lib/articles/readers.ts: Publication and the edition that it points at, and nothing else.

/** What readers have, page by page. A section, topic or author that readers do not know has nothing. */
export async function listArticles(query: Query): Promise<z.input<typeof ArticlePage>> {
  const narrowed = await narrow(query)
  if (narrowed === null) return { articles: [], nextCursor: null }
  const order = query.updatedSince === undefined ? 'published' : 'updated'
  const after = readCursor(order, query.cursor)
  const column = order === 'published' ? 'firstPublishedAt' : 'updatedAt'
  const found = await database().publication.findMany({
    where: {
      AND: [
        narrowed,
        // The first condition is for the index.
        after === null
          ? {}
          : {
              [column]: { lte: after.at },
              OR: [{ [column]: { lt: after.at } }, { [column]: after.at, articleId: { lt: after.id } }],
            },
      ],
    },
    orderBy: order === 'published' ? [...newestFirst] : [{ updatedAt: 'desc' }, { articleId: 'desc' }],
    take: query.limit + 1,
    select: teaserColumns,
  })
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const isMore = found.length > query.limit && last !== undefined
  return {
    articles: await summariesOf(rows),
    nextCursor: isMore ? printCursor(order, { at: last[column], id: last.articleId }) : null,
  }
}

async function narrow(query: Query): Promise<Prisma.PublicationWhereInput | null> {
  const { section, topic, author, since, updatedSince } = query
  const [inSection, underTopic, by] = await Promise.all([
    section === undefined ? undefined : findPublicShelf('section', section),
    topic === undefined ? undefined : findPublicShelf('topic', topic),
    author === undefined ? undefined : database().byline.findUnique({ where: { slug: author }, select: { id: true } }),
  ])
  if (inSection === null || underTopic === null || by === null) return null
  return {
    ...(inSection === undefined ? {} : { sectionId: { in: inSection.shelfIds } }),
    ...(underTopic === undefined ? {} : { topics: { some: { topicId: { in: underTopic.shelfIds } } } }),
    ...(by === undefined ? {} : { bylines: { some: { bylineId: by.id } } }),
    ...(since === undefined ? {} : { firstPublishedAt: { gte: new Date(since) } }),
    ...(updatedSince === undefined ? {} : { updatedAt: { gte: new Date(updatedSince) } }),
  }
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
    const { id, path, headline, kicker, trailText, section, bylines, publishedAt, updatedAt } = teaserOf(row)
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
      edition: row.edition.number,
      language,
    }
  })
}
