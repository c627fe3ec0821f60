import { sectionPath, topicPath } from '../articles/paths'
import type { PublicPicture, Teaser } from '../articles/public-article'
import { newestFirst, teaserColumns, teaserOf } from '../articles/public-article'
import { readNewest, readNewestOfSections, readTeasersOf } from '../articles/read-teasers'
import { database } from '../db/database'
import { endsAt, recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { cardsOf } from './change-layout'
import type { Supply } from './compose'
import { type FillShelves, findFillShelves } from './find-fill-shelves'
import type { Container, Fill, FrontLayout } from './layout'
import { listMostRead } from './list-most-read'

/** Over what time reads count where a rule says nothing else. */
const READ_WITHIN_HOURS = 24
/** What is most read is counted anew so often. */
const RANKING_MINUTES = 10
/** The most that is looked at for one container. */
const MOST_CANDIDATES = 150

/**
 * What readers may have of what a layout speaks of, as it is now; a page that reads it is told what it depends on.
 * @param at for ages; what is not public yet is not there, whatever the instant
 */
export async function readSupply(layout: FrontLayout, at: Date): Promise<Supply> {
  const shelves = await findFillShelves(layout)
  const reserve = placesOf(layout)
  const [named, pictures, ...found] = await Promise.all([
    readNamed(layout),
    readPictures(layout),
    ...layout.containers.map((container) => candidatesOf(container, at, reserve, shelves)),
  ])
  return {
    byId: named,
    pictures,
    candidates: new Map(layout.containers.map(({ id }, index) => [id, found[index] ?? []])),
    shelves: new Map(layout.containers.flatMap(({ id, fill }) => linkOf(fill, shelves).map((link) => [id, link]))),
  }
}

/** So many articles may be taken by other containers before one has its turn. */
function placesOf({ containers }: FrontLayout): number {
  return containers.reduce(
    (sum, { slots, cards }) => sum + slots + cards.reduce((links, { sublinks }) => links + sublinks.length, 0),
    0,
  )
}

/** What cards speak of, public or not: it may be published, or go, at any time. */
async function readNamed(layout: FrontLayout): Promise<Map<string, Teaser>> {
  const ids = [...new Set(cardsOf(layout).flatMap(({ articleId, sublinks }) => [articleId, ...sublinks]))]
  recordTags(...ids.map(tag.article))
  return new Map((await readTeasersOf(ids)).map((teaser) => [teaser.id, teaser]))
}

async function readPictures(layout: FrontLayout): Promise<Map<string, PublicPicture>> {
  const ids = cardsOf(layout).flatMap(({ picture }) => (picture.kind === 'other' ? picture.mediaId : []))
  if (ids.length === 0) return new Map()
  const rows = await database().mediaAsset.findMany({
    where: { id: { in: ids } },
    select: { id: true, alt: true, width: true, height: true, widths: true },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

async function candidatesOf(
  { fill, slots }: Container,
  at: Date,
  reserve: number,
  shelves: FillShelves,
): Promise<Teaser[]> {
  if (fill === null) return []
  if (fill.from === 'mostRead') return mostRead(fill, at, slots)
  // Of those without a picture nobody knows beforehand how many there are.
  const take = Math.min(MOST_CANDIDATES, (slots + reserve) * (fill.hasPicture ? 3 : 1))
  const since = fill.maxAgeHours === null ? null : hoursBefore(at, fill.maxAgeHours)
  const found = await readFill(fill, since, take, shelves)
  const articles = fill.hasPicture ? found.filter(({ picture }) => picture !== null) : found
  if (fill.maxAgeHours !== null) endWithTheOldest(articles, fill.from, fill.maxAgeHours)
  return articles
}

async function mostRead({ maxAgeHours, hasPicture }: Fill, at: Date, slots: number): Promise<Teaser[]> {
  endsAt(new Date(at.getTime() + RANKING_MINUTES * 60_000))
  const articles = await listMostRead(hoursBefore(at, maxAgeHours ?? READ_WITHIN_HOURS), slots * 3)
  recordTags(...articles.map(({ id }) => tag.article(id)))
  return hasPicture ? articles.filter(({ picture }) => picture !== null) : articles
}

async function readFill(fill: Fill, since: Date | null, take: number, shelves: FillShelves): Promise<Teaser[]> {
  switch (fill.from) {
    case 'everything':
      recordTags(tag.everything)
      return readNewest({ take, since })
    case 'sections': {
      const ids = shelves.sectionIds(fill.slugs)
      recordTags(tag.settings, ...ids.map(tag.section))
      return readNewestOfSections(ids, { take, since })
    }
    case 'topics':
      return newestOfTopics(shelves.topicIds(fill.slugs), since, take)
    case 'updated':
      recordTags(tag.everything)
      return lastUpdated(since, take)
    case 'mostRead':
      return []
  }
}

/** Each article once, though it may have several of the topics. */
async function newestOfTopics(topicIds: string[], since: Date | null, take: number): Promise<Teaser[]> {
  recordTags(tag.settings, ...topicIds.map(tag.topic))
  const ids = await database().publicationTopic.groupBy({
    by: ['articleId', 'firstPublishedAt'],
    where: { topicId: { in: topicIds }, ...(since === null ? {} : { firstPublishedAt: { gte: since } }) },
    take,
    orderBy: [...newestFirst],
  })
  return readTeasersOf(ids.map(({ articleId }) => articleId))
}

/** What readers got something new of, the last first. */
async function lastUpdated(since: Date | null, take: number): Promise<Teaser[]> {
  const { firstPublishedAt } = database().publication.fields
  const rows = await database().publication.findMany({
    where: {
      updatedAt: { gt: firstPublishedAt, ...(since === null ? {} : { gte: since }) },
      edition: { number: { gt: 1 } },
    },
    take,
    orderBy: [{ updatedAt: 'desc' }, { articleId: 'desc' }],
    select: teaserColumns,
  })
  return rows.map(teaserOf)
}

/** When the first of them is too old, the front is another. */
function endWithTheOldest(articles: readonly Teaser[], from: Fill['from'], hours: number): void {
  const times = articles.map(({ publishedAt, updatedAt }) =>
    (from === 'updated' ? (updatedAt ?? publishedAt) : publishedAt).getTime(),
  )
  if (times.length > 0) endsAt(new Date(Math.min(...times) + hours * 3_600_000 + 1))
}

function linkOf(fill: Fill | null, shelves: FillShelves): { name: string; path: string }[] {
  if (fill === null || fill.slugs.length !== 1) return []
  const [slug = ''] = fill.slugs
  if (fill.from === 'sections')
    return shelves.section(slug).map((shelf) => ({ ...shelf, path: sectionPath(shelf.slug) }))
  if (fill.from === 'topics') return shelves.topic(slug).map((shelf) => ({ ...shelf, path: topicPath(shelf.slug) }))
  return []
}

function hoursBefore(at: Date, hours: number): Date {
  return new Date(at.getTime() - hours * 3_600_000)
}
