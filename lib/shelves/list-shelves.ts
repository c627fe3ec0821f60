import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ListedByline } from './create-byline'
import { topicInWords } from './topic-in-words'

const FOUND_MOST = 20

/** Sections in the paper's order. */
export function listSections(actor: Actor): Promise<{ id: string; slug: string; name: string }[]> {
  authorise(actor, 'newsroom.enter')
  return database().section.findMany({ orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } })
}

/** Newsletters in the paper's order. */
export function listNewsletters(
  actor: Actor,
): Promise<{ id: string; slug: string; name: string; description: string; frequency: string }[]> {
  authorise(actor, 'newsroom.enter')
  return database().newsletter.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, name: true, description: true, frequency: true },
  })
}

export type FoundTopic = {
  id: string
  /** "Parent › Topic". */
  name: string
  slug: string
  /** The other name by which it was found, where its own does not hold the words. */
  alias: string | null
}

/** Topics whose name or another name of them holds the words, however they are written; at most 20, by name. */
export async function searchTopics(actor: Actor, words: string): Promise<FoundTopic[]> {
  authorise(actor, 'newsroom.enter')
  const pattern = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await database().$queryRaw<(FoundTopic & { parentName: string | null })[]>`
    SELECT t.id::text, t.slug, t.name, p.name AS "parentName",
           CASE WHEN standfirst_plain(t.name) LIKE standfirst_plain(${pattern}) THEN NULL ELSE a.name END AS alias
    FROM "Topic" t
    LEFT JOIN "Topic" p ON p.id = t."parentId"
    LEFT JOIN LATERAL (
      SELECT min(name) AS name FROM "ShelfAlias"
      WHERE "topicId" = t.id AND standfirst_plain(name) LIKE standfirst_plain(${pattern})
    ) a ON true
    WHERE standfirst_plain(t.name) LIKE standfirst_plain(${pattern}) OR a.name IS NOT NULL
    ORDER BY t.name, t.id LIMIT ${FOUND_MOST}`
  return rows.map(({ id, slug, name, parentName, alias }) => ({
    id,
    slug,
    name: topicInWords({ name, parent: parentName === null ? null : { name: parentName } }),
    alias,
  }))
}

/** Bylines whose name holds the words, at most 20, by name; of people with and without a login. */
export async function searchBylines(actor: Actor, words: string): Promise<ListedByline[]> {
  authorise(actor, 'newsroom.enter')
  const found = await database().byline.findMany({
    where: { name: { contains: words.trim(), mode: 'insensitive' } },
    orderBy: { name: 'asc' },
    take: FOUND_MOST,
    select: { id: true, name: true, slug: true, personId: true },
  })
  return found.map(({ personId, ...byline }) => ({ ...byline, hasLogin: personId !== null }))
}
