import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { type BylineValues, bylineColumns, ownerOf, valuesOf } from './byline'

const LISTED_AT_ONCE = 50

/** A byline in the list of the newsroom. */
export type KeptByline = {
  id: string
  name: string
  slug: string
  jobTitle: string
  /** What the page of the byline has besides a name and a job. */
  has: { picture: boolean; biography: boolean; contacts: boolean }
  /** Public articles that carry it. */
  articles: number
  /** Whether somebody signs in under this name, and whether they still do. */
  login: 'none' | 'active' | 'former'
  mayEdit: boolean
}

/**
 * Bylines by name, 50 at a time.
 * @param words what the name holds; empty for all
 * @param page from 1
 * @throws Forbidden
 */
export async function listKeptBylines(
  actor: Actor,
  { words, page }: { words: string; page: number },
): Promise<{ bylines: KeptByline[]; hasMore: boolean }> {
  authorise(actor, 'newsroom.enter')
  const rows = await database().byline.findMany({
    where: { name: { contains: words.trim(), mode: 'insensitive' } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * LISTED_AT_ONCE,
    take: LISTED_AT_ONCE + 1,
    select: {
      ...bylineColumns,
      person: { select: { status: true } },
      _count: { select: { publicationBylines: true } },
    },
  })
  const bylines = rows.slice(0, LISTED_AT_ONCE).map(({ person, _count, ...row }): KeptByline => {
    const { id, name, slug, jobTitle, pictureId, biography, email, profiles } = row
    return {
      id,
      name,
      slug,
      jobTitle,
      has: { picture: pictureId !== null, biography: biography !== '', contacts: email !== '' || profiles.length > 0 },
      articles: _count.publicationBylines,
      login: person === null ? 'none' : person.status === 'DEACTIVATED' ? 'former' : 'active',
      mayEdit: can(actor, 'byline.edit', ownerOf(row)),
    }
  })
  return { bylines, hasMore: rows.length > LISTED_AT_ONCE }
}

/** One byline, as it is edited. */
export type OpenByline = {
  id: string
  slug: string
  /** Other addresses that lead here, in order. */
  formerSlugs: string[]
  values: BylineValues
  isPublic: boolean
  mayEdit: boolean
  /** May give it another address, and merge it into another. */
  mayMerge: boolean
}

/** @throws Forbidden, NotFound */
export async function getKeptByline(actor: Actor, id: string): Promise<OpenByline> {
  authorise(actor, 'newsroom.enter')
  const row = await database().byline.findUnique({
    where: { id },
    select: {
      ...bylineColumns,
      publicationBylines: { take: 1, select: { articleId: true } },
      slugs: { orderBy: { slug: 'asc' }, select: { slug: true } },
    },
  })
  if (row === null) throw new NotFound('This byline does not exist.')
  const { publicationBylines, slugs, ...byline } = row
  return {
    id,
    slug: byline.slug,
    formerSlugs: slugs.map(({ slug }) => slug).filter((slug) => slug !== byline.slug),
    values: valuesOf(byline),
    isPublic: publicationBylines.length > 0,
    mayEdit: can(actor, 'byline.edit', ownerOf(byline)),
    mayMerge: can(actor, 'byline.merge'),
  }
}

/** The id of the byline of whoever asks; null where they have none. */
export async function findOwnByline(actor: Actor): Promise<string | null> {
  if (actor.kind !== 'person') return null
  return (await database().byline.findUnique({ where: { personId: actor.id }, select: { id: true } }))?.id ?? null
}
