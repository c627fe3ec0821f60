import { listClaimPaths } from '@/lib/claims/readers'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { widestSource } from '@/lib/document/picture-source'
import { endsAt, recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { pathOf, sectionPath } from './paths'
import { newestFirst } from './public-article'
import { listSections } from './readers'

// Public reads for sitemaps. Like those of readers.ts they know editions only.

/** How many addresses stand in one sitemap file. The protocol allows 50,000. */
const SITEMAP_LENGTH = 10_000

/** What search engines take for news, and how many of them at most. */
const NEWS_HOURS = 48
const NEWS_MOST = 1_000
const HOUR = 3_600_000

export type SitemapEntry = {
  path: string
  changedAt: Date | null
  /** Paths of the pictures that the page shows, each in its widest rendition. */
  pictures: string[]
}

/** What a news sitemap says of an article. */
export type NewsEntry = { path: string; headline: string; publishedAt: Date }

/** How many sitemap files there are; at least one. */
export async function countSitemaps(): Promise<number> {
  recordTags(tag.everything)
  return Math.max(1, Math.ceil((await database().publication.count()) / SITEMAP_LENGTH))
}

/** The addresses of sitemap file `number`, counted from 1: the oldest articles first, so that files fill up and then stay. */
export async function listForSitemap(number: number): Promise<SitemapEntry[] | null> {
  recordTags(tag.everything)
  // What stands in the files before this one is counted in the index, and none of it read.
  const first = await database().publication.findFirst({
    orderBy: { articleId: 'asc' },
    skip: (number - 1) * SITEMAP_LENGTH,
    select: { articleId: true },
  })
  if (first === null && number > 1) return null
  const rows = await database().publication.findMany({
    where: first === null ? {} : { articleId: { gte: first.articleId } },
    orderBy: { articleId: 'asc' },
    take: SITEMAP_LENGTH,
    select: {
      slug: true,
      updatedAt: true,
      section: { select: { slug: true } },
      media: { orderBy: { mediaId: 'asc' }, select: { media: { select: { id: true, widths: true } } } },
    },
  })
  const fronts = number === 1 ? ['/', ...(await listSectionPaths()), ...(await listClaimPaths())] : []
  return [
    ...fronts.map((path) => ({ path, changedAt: null, pictures: [] })),
    ...rows.map(({ section, slug, updatedAt, media }) => ({
      path: pathOf(section.slug, slug),
      changedAt: updatedAt,
      pictures: media.map(({ media: picture }) => widestSource(picture)).filter((path) => path !== null),
    })),
  ]
}

async function listSectionPaths(): Promise<string[]> {
  return (await listSections()).map(({ slug }) => sectionPath(slug))
}

/**
 * What readers got for the first time within the last forty-eight hours, the newest first. The answer that is being made is right until the
 * oldest of it is older.
 */
export async function listRecentNews(): Promise<NewsEntry[]> {
  recordTags(tag.everything)
  const since = new Date(now().getTime() - NEWS_HOURS * HOUR)
  const rows = await database().publication.findMany({
    where: { firstPublishedAt: { gt: since } },
    orderBy: [...newestFirst],
    take: NEWS_MOST,
    select: { slug: true, headline: true, firstPublishedAt: true, section: { select: { slug: true } } },
  })
  const oldest = rows.at(-1)
  if (oldest !== undefined) endsAt(new Date(oldest.firstPublishedAt.getTime() + NEWS_HOURS * HOUR))
  return rows.map(({ section, slug, headline, firstPublishedAt }) => ({
    path: pathOf(section.slug, slug),
    headline,
    publishedAt: firstPublishedAt,
  }))
}
