import { database, Prisma } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { sectionPath, topicPath } from './paths'
import type { PublicPicture } from './public-article'

// What readers may see of topics and sections beside their articles. Nothing here looks at a draft.

/** A shelf as a link to its page. */
export type ShelfLink = { name: string; path: string }

/** A topic or a section as its own page shows it. */
export type PublicShelf = {
  id: string
  slug: string
  name: string
  description: string
  picture: PublicPicture | null
  /** What it stands below, the topmost first. */
  above: ShelfLink[]
  /** What stands right below it and has something for readers. */
  below: ShelfLink[]
}

/** @returns with the ids of the shelf and of all below it, whose articles it lists; null where there is none of this slug */
export async function findPublicShelf(
  kind: ShelfKind,
  slug: string,
): Promise<{ shelf: PublicShelf; shelfIds: string[] } | null> {
  const select = {
    id: true,
    slug: true,
    name: true,
    description: true,
    pictureAlt: true,
    picture: { select: { id: true, width: true, height: true, widths: true } },
  } as const
  const row =
    kind === 'topic'
      ? await database().topic.findUnique({ where: { slug }, select })
      : await database().section.findUnique({ where: { slug }, select })
  if (row === null) return null
  const { pictureAlt, picture, ...own } = row
  const [above, below] = await Promise.all([readAbove(kind, row.id), readBelow(kind, row.id)])
  const tagOf = kind === 'topic' ? tag.topic : tag.section
  recordTags(...[...above, ...below].map(({ id }) => tagOf(id)))
  const linkTo = (shelf: { name: string; slug: string }) => ({ name: shelf.name, path: pathOfShelf(kind, shelf.slug) })
  return {
    shelf: {
      ...own,
      picture: picture === null ? null : { ...picture, alt: pictureAlt },
      above: above.map(linkTo),
      below: below.filter((child) => child.parentId === row.id && isForReaders(below, child)).map(linkTo),
    },
    shelfIds: below.map(({ id }) => id),
  }
}

/**
 * Where a topic or a section is now that once had this slug: one step, because slugs lead to ids. Null where none had it, or
 * where the topic is not for readers.
 */
export async function findMovedShelf(kind: ShelfKind, slug: string): Promise<string | null> {
  recordTags(tag.everything, tag.settings)
  if (kind === 'section') {
    const former = await database().sectionSlug.findUnique({ where: { slug }, select: { section: true } })
    return former === null || former.section.slug === slug ? null : sectionPath(former.section.slug)
  }
  const former = await database().topicSlug.findUnique({ where: { slug }, select: { topic: true } })
  if (former === null || former.topic.slug === slug) return null
  const below = await readBelow('topic', former.topic.id)
  recordTags(...below.map(({ id }) => tag.topic(id)))
  return below.some(({ isPublic }) => isPublic) ? topicPath(former.topic.slug) : null
}

type FrozenTopic = { id: string; slug: string; name: string }

/** The topics of an edition as they are called now: renamed ones under their new name, merged ones as what took them in. */
export async function currentTopics(frozen: readonly FrozenTopic[]): Promise<FrozenTopic[]> {
  return (await currentTopicsOfEach([frozen]))[0] ?? []
}

/** The same for several editions at once, in their order. */
export async function currentTopicsOfEach(editions: readonly (readonly FrozenTopic[])[]): Promise<FrozenTopic[][]> {
  const slugs = new Set(editions.flat().map(({ slug }) => slug))
  if (slugs.size === 0) return editions.map(() => [])
  const rows = await sqlOn(database())<TopicNow>`
    SELECT s.slug AS frozen, t.id, t.slug, t.name FROM "TopicSlug" s JOIN "Topic" t ON t.id = s."topicId"
    WHERE s.slug = ANY(${[...slugs]})`
  return editions.map(topicsNow(rows))
}

/** What a topic of an edition is called now, by the slug that it had then. */
export type TopicNow = FrozenTopic & { frozen: string }

/** A column `topics` of {@link TopicNow}s, for a statement that reads an edition `e`. */
export const TOPICS_NOW = sqlText`coalesce((
  SELECT jsonb_agg(jsonb_build_object('frozen', was.slug, 'id', t.id, 'slug', t.slug, 'name', t.name))
  FROM jsonb_to_recordset(e.metadata->'topics') AS filed(slug text)
  JOIN "TopicSlug" was ON was.slug = filed.slug JOIN "Topic" t ON t.id = was."topicId"), '[]') AS topics`

/** @returns what gives the topics of an edition as they are called now, each once. The reader cache is told of all of them. */
export function topicsNow(rows: readonly TopicNow[]): (frozen: readonly FrozenTopic[]) => FrozenTopic[] {
  recordTags(...rows.map(({ id }) => tag.shelf(id)))
  const bySlug = new Map(rows.map(({ frozen, ...topic }) => [frozen, topic]))
  return (frozen) => {
    const topics = new Map(frozen.flatMap(({ slug }) => bySlug.get(slug) ?? []).map((topic) => [topic.id, topic]))
    return [...topics.values()]
  }
}

function pathOfShelf(kind: ShelfKind, slug: string): string {
  return kind === 'topic' ? topicPath(slug) : sectionPath(slug)
}

type Row = { id: string; slug: string; name: string; parentId: string | null; isPublic: boolean }

/** A topic without a public article, on it or below it, does not exist for readers. Sections stand in the masthead anyway. */
function isForReaders(rows: readonly Row[], row: Row): boolean {
  return row.isPublic || rows.some((child) => child.parentId === row.id && isForReaders(rows, child))
}

/** The shelf itself and all below it. */
function readBelow(kind: ShelfKind, id: string): Promise<Row[]> {
  const table = Prisma.raw(kind === 'topic' ? '"Topic"' : '"Section"')
  const isPublic =
    kind === 'topic'
      ? Prisma.sql`EXISTS (SELECT 1 FROM "PublicationTopic" p WHERE p."topicId" = below.id)`
      : Prisma.sql`true`
  return database().$queryRaw<Row[]>`
    WITH RECURSIVE below AS (
      SELECT id, slug, name, "parentId" FROM ${table} WHERE id = ${id}::uuid
      UNION SELECT s.id, s.slug, s.name, s."parentId" FROM ${table} s JOIN below ON s."parentId" = below.id
    )
    SELECT id::text, slug, name, "parentId"::text, ${isPublic} AS "isPublic" FROM below ORDER BY name, id`
}

/** What stands above the shelf, the topmost first. It has the shelf's articles, so it is public when the shelf is. */
function readAbove(kind: ShelfKind, id: string): Promise<Omit<Row, 'isPublic'>[]> {
  const table = Prisma.raw(kind === 'topic' ? '"Topic"' : '"Section"')
  return database().$queryRaw<Omit<Row, 'isPublic'>[]>`
    WITH RECURSIVE above AS (
      SELECT id, slug, name, "parentId", 0 AS level FROM ${table} WHERE id = ${id}::uuid
      UNION SELECT s.id, s.slug, s.name, s."parentId", level + 1 FROM ${table} s JOIN above ON s.id = above."parentId"
    )
    SELECT id::text, slug, name, "parentId"::text FROM above WHERE level > 0 ORDER BY level DESC`
}
