import { EditionMetadata } from '../articles/edition-metadata'
import { type Teaser, teaserOf } from '../articles/public-article'
import { listSections } from '../articles/readers'
import { database, Prisma } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { composeFront, type PlacedContainer, type Supply } from './compose'
import { homeLayout } from './default-layout'
import { type FillShelves, findFillShelves } from './find-fill-shelves'
import type { FrontKey } from './front-key'
import { type Container, EMPTY_LAYOUT, type Fill, type FrontLayout } from './layout'
import { findEditionLayout } from './list-front-editions'
import { readSupply } from './read-supply'
import { parseStored } from './readers'

type Previewed = {
  key: FrontKey
  /** For the newsroom: articles that are to go out until then are there, and those that are to go are not. */
  at: Date
  /** Of an edition that went out; null for what is being worked on. */
  edition: number | null
}

/**
 * A front as readers would have it at an instant of the future, as far as that is known now: what is scheduled happens, and time passes.
 * @returns no container for the front of a section that is laid out by itself
 * @throws Forbidden, NotFound
 */
export async function previewFront(actor: Actor, { key, at, edition }: Previewed): Promise<PlacedContainer[]> {
  authorise(actor, 'front.read')
  const layout = await layoutOf(key, edition)
  if (layout.containers.length === 0) return []
  const [supply, shelves, due, leaving] = await Promise.all([
    readSupply(layout, at),
    findFillShelves(layout),
    listDue(at),
    listLeaving(at),
  ])
  return composeFront(layout, at, supplyAt(layout, supply, { at, shelves, due, leaving }))
}

async function layoutOf(key: FrontKey, edition: number | null): Promise<FrontLayout> {
  const layout = edition === null ? await readDraft(key) : await findEditionLayout(key, edition)
  if (layout === null) throw new NotFound('There is no such edition of this front.')
  if (layout.containers.length > 0 || key !== 'home') return layout
  const [sections, { language }] = await Promise.all([listSections(), readSettings()])
  return homeLayout(
    sections.filter(({ parentId }) => parentId === null),
    language,
  )
}

async function readDraft(key: FrontKey): Promise<FrontLayout> {
  const row = await database().front.findFirst({
    where: { sectionId: key === 'home' ? null : key },
    select: { layout: true },
  })
  return row === null ? EMPTY_LAYOUT : parseStored(row.layout, key)
}

/** What is scheduled to go out until then, as it would stand in lists. */
async function listDue(at: Date): Promise<(Teaser & { topicIds: string[] })[]> {
  const rows = await database().article.findMany({
    where: { publishAt: { lte: at }, publishMetadata: { not: Prisma.DbNull }, publication: null },
    select: { id: true, publishAt: true, publishMetadata: true },
    orderBy: { publishAt: 'desc' },
    take: 200,
  })
  return rows.flatMap(({ id, publishAt, publishMetadata }) => {
    const { success, data } = EditionMetadata.safeParse(publishMetadata)
    if (!success || publishAt === null) return []
    const { slug, section } = data
    const edition = { number: 1, metadata: data }
    const times = { firstPublishedAt: publishAt, updatedAt: publishAt, correctedAs: null, correctedAt: null }
    const row = { articleId: id, slug, section, edition, ...times }
    return { ...teaserOf(row), topicIds: data.topics.map((topic) => topic.id) }
  })
}

/** What is scheduled to be taken from readers until then. */
async function listLeaving(at: Date): Promise<Set<string>> {
  const rows = await database().article.findMany({
    where: { unpublishAt: { lte: at }, publication: { isNot: null } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

type Future = {
  at: Date
  shelves: FillShelves
  due: readonly (Teaser & { topicIds: string[] })[]
  leaving: ReadonlySet<string>
}

function supplyAt(layout: FrontLayout, supply: Supply, { at, shelves, due, leaving }: Future): Supply {
  const stays = ({ id }: Teaser) => !leaving.has(id)
  const fills = new Map(layout.containers.map(({ id, fill }) => [id, fill]))
  return {
    ...supply,
    byId: new Map(
      [...supply.byId, ...due.map((article) => [article.id, article] as const)].filter(([id]) => !leaving.has(id)),
    ),
    candidates: new Map(
      [...supply.candidates].map(([id, articles]) => {
        const fill = fills.get(id) ?? null
        const coming = due.filter((article) => fits(article, fill, at, shelves))
        return [id, [...coming, ...articles].filter(stays)]
      }),
    ),
  }
}

function fits(
  { publishedAt, picture, section, topicIds }: Teaser & { topicIds: string[] },
  fill: Container['fill'],
  at: Date,
  shelves: FillShelves,
): boolean {
  if (fill === null || (fill.hasPicture && picture === null)) return false
  if (fill.maxAgeHours !== null && at.getTime() - publishedAt.getTime() > fill.maxAgeHours * 3_600_000) return false
  return isFrom(fill, shelves, section.id, topicIds)
}

function isFrom({ from, slugs }: Fill, shelves: FillShelves, sectionId: string, topicIds: readonly string[]): boolean {
  switch (from) {
    case 'everything':
      return true
    case 'sections':
      return shelves.sectionIds(slugs).includes(sectionId)
    case 'topics':
      return shelves.topicIds(slugs).some((id) => topicIds.includes(id))
    // What will be read or updated nobody knows.
    case 'updated':
    case 'mostRead':
      return false
  }
}
