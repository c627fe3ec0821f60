import { RESERVED_SECTION_SLUGS } from '../articles/paths'
import { Prisma, type Transaction } from '../db/database'
import { refusal } from './refusal'
import type { ShelfKind } from './shelf'

type Taken = { id: string; name: string; isAlias: boolean }

/**
 * Refuses a name that another shelf of the kind has, as its name or as another name of it, however it is written.
 * @param ownId the shelf that may have it, null for a new one
 * @param field what the form focuses
 * @throws Invalid that names the other shelf
 */
export async function assertNameFree(
  tx: Transaction,
  kind: ShelfKind,
  name: string,
  ownId: string | null,
  field = 'name',
): Promise<void> {
  const taken = await findNamesake(tx, kind, name, ownId)
  if (taken === null) return
  throw refusal(
    field,
    'taken',
    taken.isAlias
      ? `“${name}” is another name of the ${kind} “${taken.name}”.`
      : `There is a ${kind} “${taken.name}” already.`,
  )
}

/** The shelf that has this name or has it as another name, however it is written; null where nobody has. */
export async function findNamesake(
  tx: Transaction,
  kind: ShelfKind,
  name: string,
  exceptId: string | null,
): Promise<Taken | null> {
  const table = Prisma.raw(kind === 'topic' ? '"Topic"' : '"Section"')
  const column = Prisma.raw(kind === 'topic' ? '"topicId"' : '"sectionId"')
  const [taken] = await tx.$queryRaw<Taken[]>`
    SELECT id, name, false AS "isAlias" FROM ${table}
    WHERE standfirst_plain(name) = standfirst_plain(${name}) AND id IS DISTINCT FROM ${exceptId}::uuid
    UNION ALL
    SELECT s.id, s.name, true FROM "ShelfAlias" a JOIN ${table} s ON s.id = a.${column}
    WHERE standfirst_plain(a.name) = standfirst_plain(${name}) AND s.id IS DISTINCT FROM ${exceptId}::uuid
    LIMIT 1`
  return taken ?? null
}

/**
 * Refuses a slug that leads to another shelf now, or once did: its readers would be sent astray.
 * @throws Invalid that names the shelf to which the address leads
 */
export async function assertSlugFree(
  tx: Transaction,
  kind: ShelfKind,
  slug: string,
  ownId: string | null,
): Promise<void> {
  if (kind === 'section' && RESERVED_SECTION_SLUGS.has(slug))
    throw refusal('slug', 'reserved', `/${slug} is a page of the site itself. Choose another address.`)
  const owner = await findSlugOwner(tx, kind, slug)
  if (owner === null || owner.id === ownId) return
  const path = kind === 'topic' ? `/topic/${slug}` : `/${slug}`
  const message =
    owner.slug === slug
      ? `${path} is the address of “${owner.name}”. Choose another.`
      : `${path} leads readers to “${owner.name}”, which once had it. Choose another.`
  throw refusal('slug', 'taken', message)
}

type Owner = { id: string; slug: string; name: string }

/** The shelf to which a slug leads, now or from former days; null where it is free. */
export async function findSlugOwner(tx: Transaction, kind: ShelfKind, slug: string): Promise<Owner | null> {
  const select = { id: true, slug: true, name: true } as const
  if (kind === 'topic') {
    const row = await tx.topicSlug.findUnique({ where: { slug }, select: { topic: { select } } })
    return row?.topic ?? null
  }
  const row = await tx.sectionSlug.findUnique({ where: { slug }, select: { section: { select } } })
  return row?.section ?? null
}
