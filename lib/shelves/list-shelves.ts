import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ListedByline } from './create-byline'

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

/** Topics whose name holds the words, at most 20, by name. */
export function searchTopics(actor: Actor, words: string): Promise<{ id: string; name: string; slug: string }[]> {
  authorise(actor, 'newsroom.enter')
  return database().topic.findMany({
    where: { name: { contains: words.trim(), mode: 'insensitive' } },
    orderBy: { name: 'asc' },
    take: FOUND_MOST,
    select: { id: true, name: true, slug: true },
  })
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
