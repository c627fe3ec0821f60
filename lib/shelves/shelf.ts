import type { Transaction } from '../db/database'

/** A topic or a section: both have a parent, other names, a description, a picture, and keep every address they had. */
export type ShelfKind = 'topic' | 'section'

/** How many shelves may stand below each other, the topmost included. */
export const LEVELS_MOST = 4

export type Shelf = {
  id: string
  slug: string
  name: string
  description: string
  parentId: string | null
  pictureId: string | null
  pictureAlt: string
  /** Stories here ask readers for nothing. */
  isSensitive: boolean
  /** Other names that people type for it. */
  aliases: string[]
  /** How often its form was saved. */
  version: number
}

const columns = {
  id: true,
  slug: true,
  name: true,
  description: true,
  parentId: true,
  pictureId: true,
  pictureAlt: true,
  isSensitive: true,
  version: true,
  aliases: { select: { name: true }, orderBy: { name: 'asc' } },
} as const

/** Every shelf of a kind: sections in the paper's order, topics by name. */
export async function allShelves(tx: Transaction, kind: ShelfKind): Promise<Shelf[]> {
  const rows =
    kind === 'topic'
      ? await tx.topic.findMany({ select: columns, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
      : await tx.section.findMany({ select: columns, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map(({ aliases, ...shelf }) => ({ ...shelf, aliases: aliases.map(({ name }) => name) }))
}

/** Whoever changes shelves comes one after the other until the transaction ends: a tree is right only as a whole. */
export async function lockShelves(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst_shelves'))`
}
