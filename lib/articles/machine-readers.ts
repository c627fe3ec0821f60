import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { descendantsOf } from '@/lib/shelves/tree'
import { EditionMetadata } from './edition-metadata'
import { pathOf, sectionPath } from './paths'
import { newestFirst, teaserColumns, teaserOf } from './public-article'
import { listSections, type PublicArticle, type Section } from './readers'

// Public reads for feeds and sitemaps. Like those of readers.ts they know editions only.

/** How many articles a feed carries. */
const FEED_LENGTH = 30

/** How many addresses stand in one sitemap file. The protocol allows 50,000. */
const SITEMAP_LENGTH = 10_000

/**
 * The newest articles with their words, for a feed: of the whole paper, or of one section and those below it. Null when there is no such
 * section.
 */
export async function listForFeed(
  sectionSlug?: string,
): Promise<{ section: Section | null; articles: PublicArticle[] } | null> {
  recordTags(tag.everything)
  const sections = sectionSlug === undefined ? [] : await listSections()
  const section = sections.find(({ slug }) => slug === sectionSlug) ?? null
  if (sectionSlug !== undefined && section === null) return null
  const rows = await database().publication.findMany({
    where:
      section === null
        ? {}
        : { sectionId: { in: [section, ...descendantsOf(sections, section.id)].map(({ id }) => id) } },
    take: FEED_LENGTH,
    orderBy: [...newestFirst],
    select: { ...teaserColumns, edition: { select: { number: true, metadata: true, document: true } } },
  })
  const articles = rows.map((row) => ({
    ...teaserOf(row),
    metadata: EditionMetadata.parse(row.edition.metadata),
    document: parseDocument(row.edition.document),
  }))
  return { section, articles }
}

export type SitemapEntry = { path: string; changedAt: Date | null }

/** How many sitemap files there are; at least one. */
export async function countSitemaps(): Promise<number> {
  recordTags(tag.everything)
  return Math.max(1, Math.ceil((await database().publication.count()) / SITEMAP_LENGTH))
}

/** The addresses of sitemap file `number`, counted from 1: the oldest articles first, so that files fill up and then stay. */
export async function listForSitemap(number: number): Promise<SitemapEntry[] | null> {
  recordTags(tag.everything)
  const rows = await database().publication.findMany({
    orderBy: { articleId: 'asc' },
    skip: (number - 1) * SITEMAP_LENGTH,
    take: SITEMAP_LENGTH,
    select: { slug: true, updatedAt: true, section: { select: { slug: true } } },
  })
  if (rows.length === 0 && number > 1) return null
  const fronts = number === 1 ? [{ path: '/', changedAt: null }, ...(await listSectionPaths())] : []
  return [...fronts, ...rows.map((row) => ({ path: pathOf(row.section.slug, row.slug), changedAt: row.updatedAt }))]
}

async function listSectionPaths(): Promise<SitemapEntry[]> {
  return (await listSections()).map(({ slug }) => ({ path: sectionPath(slug), changedAt: null }))
}
