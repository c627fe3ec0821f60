import { listSections, type Section } from '../articles/readers'
import { database } from '../db/database'
import { recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { descendantsOf } from '../shelves/tree'
import type { FrontLayout } from './layout'

type Shelf = { id: string; slug: string; name: string }

/** The sections and topics that the rules of a front name, under any slug that they ever had. */
export type FillShelves = {
  /** With those below them. */
  sectionIds(slugs: readonly string[]): string[]
  topicIds(slugs: readonly string[]): string[]
  /** One or none. */
  section(slug: string): Shelf[]
  topic(slug: string): Shelf[]
}

/** Finds what the rules of a front name, as it is called now: what was merged is what took it in. */
export async function findFillShelves(layout: FrontLayout): Promise<FillShelves> {
  const slugsOf = (from: 'sections' | 'topics') =>
    new Set(layout.containers.flatMap(({ fill }) => (fill?.from === from ? fill.slugs : [])))
  const [all, topics] = await Promise.all([listSections(), readTopics([...slugsOf('topics')])])
  const sections = await readSections(all, [...slugsOf('sections')])
  return {
    section: (slug) => sections.get(slug) ?? [],
    topic: (slug) => (topics.bySlug.get(slug) ?? []).slice(0, 1),
    sectionIds: (slugs) => [
      ...new Set(
        slugs.flatMap((slug) =>
          (sections.get(slug) ?? []).flatMap(({ id }) => [id, ...descendantsOf(all, id).map((below) => below.id)]),
        ),
      ),
    ],
    topicIds: (slugs) => [
      ...new Set(
        slugs.flatMap((slug) =>
          (topics.bySlug.get(slug) ?? []).flatMap(({ id }) => [
            id,
            ...descendantsOf(topics.all, id).map((below) => below.id),
          ]),
        ),
      ),
    ],
  }
}

async function readSections(all: readonly Section[], slugs: readonly string[]): Promise<Map<string, Shelf[]>> {
  const found = new Map(all.map((section) => [section.slug, [section]]))
  const former = slugs.filter((slug) => !found.has(slug))
  if (former.length === 0) return found
  const rows = await database().sectionSlug.findMany({
    where: { slug: { in: former } },
    select: { slug: true, sectionId: true },
  })
  for (const { slug, sectionId } of rows)
    found.set(
      slug,
      all.filter(({ id }) => id === sectionId),
    )
  return found
}

async function readTopics(slugs: readonly string[]) {
  if (slugs.length === 0) return { bySlug: new Map<string, Shelf[]>(), all: [] }
  const [rows, all] = await Promise.all([
    database().topicSlug.findMany({
      where: { slug: { in: [...slugs] } },
      select: { slug: true, topic: { select: { id: true, slug: true, name: true } } },
    }),
    database().topic.findMany({
      where: { OR: [{ parentId: { not: null } }, { slugs: { some: { slug: { in: [...slugs] } } } }] },
      select: { id: true, parentId: true },
    }),
  ])
  recordTags(...rows.map(({ topic }) => tag.shelf(topic.id)))
  return { bySlug: new Map(rows.map(({ slug, topic }) => [slug, [topic]])), all }
}

/** The topics that the rules of a front name, as they are called now, under the slugs that the rules have. */
export async function findFillTopics(layout: FrontLayout): Promise<{ slug: string; name: string }[]> {
  const slugs = layout.containers.flatMap(({ fill }) => (fill?.from === 'topics' ? fill.slugs : []))
  const { bySlug } = await readTopics([...new Set(slugs)])
  return [...bySlug].flatMap(([slug, topics]) => topics.map(({ name }) => ({ slug, name })))
}
