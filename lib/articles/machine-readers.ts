import { correctionsOfEach } from '@/lib/corrections/readers'
import { database, type Prisma } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { type Carried, type FeedFormat, listTombstones, type Tombstone } from '@/lib/feeds/tombstones'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { currentBylinesOfEach } from './byline-readers'
import { EditionMetadata } from './edition-metadata'
import { bylinePath, sectionPath, seriesPath, topicPath } from './paths'
import { newestFirst, teaserColumns, teaserOf } from './public-article'
import type { PublicArticle } from './readers'
import { currentTopicsOfEach, findPublicShelf } from './shelf-readers'

// Public reads for feeds. Like those of readers.ts they know editions only.

/** How many articles a feed carries. */
const FEED_LENGTH = 30

/** The page that has a feed of its own beside the paper's. */
export type FeedOf = { kind: 'section' | 'topic' | 'author' | 'series'; slug: string }

/** What a feed says of itself. A name is empty where readers have no page of that name any more; what is no row has its address for an id. */
export type FeedSubject = { id: string | null; name: string; description: string; path: string }

type ForFeed = { subject: FeedSubject | null; articles: PublicArticle[]; tombstones: Tombstone[] }

/**
 * The newest articles with their words, for a feed, and what it has lost: of the whole paper, or of what has a page of its own. Null where
 * readers have no such page, unless what stood on it was withdrawn of late: whoever received it is told.
 */
export async function listForFeed(format: FeedFormat, of?: FeedOf): Promise<ForFeed | null> {
  const found = of === undefined ? wholePaper() : await subjectFinders[of.kind](of.slug)
  if (found === null) {
    recordTags(tag.everything, tag.settings)
    return null
  }
  const tombstones = await listTombstones(found.carried, format)
  const rows = await database().publication.findMany({
    where: found.where,
    take: FEED_LENGTH,
    orderBy: [...newestFirst],
    select: { ...teaserColumns, edition: { select: { number: true, metadata: true, document: true } } },
  })
  // A section stands in the masthead, so its feed is there before it has an article.
  const hasPage = rows.length > 0 || of === undefined || of.kind === 'section'
  if (!hasPage && tombstones.length === 0) return null
  const editions = rows.map((row) => ({ row, metadata: EditionMetadata.parse(row.edition.metadata) }))
  const [topics, bylines, corrections] = await Promise.all([
    currentTopicsOfEach(editions.map(({ metadata }) => metadata.topics)),
    currentBylinesOfEach(editions.map(({ metadata }) => metadata.bylines)),
    correctionsOfEach(rows.map(({ articleId }) => articleId)),
  ])
  const articles = editions.map(({ row, metadata }, index) => ({
    ...teaserOf(row),
    bylines: bylines[index] ?? [],
    metadata: { ...metadata, topics: topics[index] ?? [], bylines: bylines[index] ?? [] },
    document: parseDocument(row.edition.document),
    corrections: corrections.get(row.articleId) ?? [],
  }))
  const { subject } = found
  // A topic that readers have nothing of may be called after what was withdrawn.
  return {
    subject: hasPage || subject === null ? subject : { ...subject, name: '', description: '' },
    articles,
    tombstones,
  }
}

type FoundSubject = { subject: FeedSubject | null; where: Prisma.PublicationWhereInput; carried: Carried }

function wholePaper(): FoundSubject {
  recordTags(tag.everything)
  return { subject: null, where: {}, carried: { kind: 'paper' } }
}

const subjectFinders: Record<FeedOf['kind'], (slug: string) => Promise<FoundSubject | null>> = {
  section: async (slug) => {
    const found = await findPublicShelf('section', slug)
    if (found === null) return null
    const { shelf, shelfIds } = found
    recordTags(tag.section(shelf.id), tag.settings)
    const { id, name, description } = shelf
    const subject = { id, name, description, path: sectionPath(slug) }
    return { subject, where: { sectionId: { in: shelfIds } }, carried: { kind: 'section', shelfIds } }
  },
  topic: async (slug) => {
    const found = await findPublicShelf('topic', slug)
    if (found === null) return null
    const { shelf, shelfIds } = found
    recordTags(tag.topic(shelf.id))
    const { id, name, description } = shelf
    // The newest are read from the index of the topics: through their publications, all of them would be sorted.
    const newest = await database().publicationTopic.groupBy({
      by: ['articleId', 'firstPublishedAt'],
      where: { topicId: { in: shelfIds } },
      orderBy: [...newestFirst],
      take: FEED_LENGTH,
    })
    const ids = newest.map(({ articleId }) => articleId)
    const subject = { id, name, description, path: topicPath(slug) }
    return { subject, where: { articleId: { in: ids } }, carried: { kind: 'topic', shelfIds } }
  },
  author: async (slug) => {
    const byline = await database().byline.findUnique({ where: { slug } })
    if (byline === null) return null
    recordTags(tag.byline(byline.id))
    const newest = await database().publicationByline.findMany({
      where: { bylineId: byline.id },
      orderBy: [...newestFirst],
      take: FEED_LENGTH,
      select: { articleId: true },
    })
    const ids = newest.map(({ articleId }) => articleId)
    const { id, name } = byline
    const subject = { id, name, description: byline.biography, path: bylinePath(slug) }
    return { subject, where: { articleId: { in: ids } }, carried: { kind: 'author', id } }
  },
  // The newest first, as in every feed: whoever follows a series has read the parts before.
  series: async (slug) => {
    const series = await database().series.findUnique({ where: { slug } })
    if (series === null) return null
    const { id, name, description } = series
    recordTags(tag.series(id))
    const subject = { id, name, description, path: seriesPath(slug) }
    return { subject, where: { article: { seriesPart: { seriesId: id } } }, carried: { kind: 'series', id } }
  },
}
