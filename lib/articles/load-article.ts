import type { Transaction } from '../db/database'
import { type Sql, sqlOn } from '../db/sql'
import { applyStored, type Document, parseDocument } from '../document/document'
import { NotFound } from '../errors'
import { log } from '../log'
import type { Actor } from '../policy/actor'
import { can, type Owned } from '../policy/policy'
import { stepsAfter } from './list-steps'

/** Everything around an article's text, in one read. */
const surroundings = {
  section: true,
  template: { select: { name: true, requiredFields: true } },
  mainImage: true,
  createdBy: { select: { id: true, name: true } },
  owner: { select: { id: true, name: true } },
  desk: {
    select: { id: true, name: true, slug: true, members: { where: { isLead: true }, select: { personId: true } } },
  },
  heldBy: { select: { id: true, name: true } },
  publication: {
    include: { section: true, edition: { select: { number: true, version: true } }, topics: true, bylines: true },
  },
  topics: { include: { topic: { include: { parent: { select: { name: true } } } } }, orderBy: { position: 'asc' } },
  bylines: { include: { byline: true }, orderBy: { position: 'asc' } },
} as const

export type LoadedArticle = NonNullable<Awaited<ReturnType<typeof read>>>

/**
 * Reads an article.
 * @throws NotFound when there is none, or when the actor may not know of it
 */
export async function loadArticle(tx: Transaction, actor: Actor, articleId: string): Promise<LoadedArticle> {
  const article = await read(tx, articleId)
  if (article === null || !can(actor, 'article.read', ownersOf(article)))
    throw new NotFound('This article does not exist.')
  return article
}

/** As loadArticle, holding the row until the transaction ends: two who would change it come one after the other. */
export async function lockArticle(tx: Transaction, actor: Actor, articleId: string): Promise<LoadedArticle> {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`
  return loadArticle(tx, actor, articleId)
}

/** What {@link ownersOf} has to know: for queries that load little else. */
export const ownership = {
  createdById: true,
  ownerId: true,
  deskId: true,
  bylines: { select: { byline: { select: { personId: true } } } },
  desk: { select: { members: { where: { isLead: true }, select: { personId: true } } } },
} as const

type Ownership = {
  createdById: string
  ownerId: string | null
  deskId: string | null
  bylines: { byline: { personId: string | null } }[]
  desk: { members: { personId: string }[] } | null
}

/** The people whose article it is: who started it, was asked to write it, has a byline on it; and who leads the desk that it is with. */
export function ownersOf({ createdById, ownerId, deskId, bylines, desk }: Ownership): Owned {
  const authors = bylines.map(({ byline }) => byline.personId)
  return {
    ownerIds: [createdById, ownerId, ...authors].filter((id) => id !== null),
    leadIds: desk?.members.map(({ personId }) => personId) ?? [],
    deskId,
  }
}

export type LoadedDraft = { version: number; document: Document }

/** The draft, held until the transaction ends. */
export async function lockDraft(tx: Transaction, articleId: string): Promise<LoadedDraft> {
  await tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`
  return loadDraft(tx, articleId)
}

/**
 * The working document: the stored one and the steps after it.
 * @throws NotFound when the article has no draft, which means that it does not exist
 */
export function loadDraft(tx: Transaction, articleId: string): Promise<LoadedDraft> {
  return draftOn(sqlOn(tx), articleId)
}

/** As loadDraft, in a transaction without Prisma. */
export async function draftOn(sql: Sql, articleId: string): Promise<LoadedDraft> {
  const [draft] = await sql<{ version: number; documentVersion: number; document: unknown }>`
    SELECT version, "documentVersion", document FROM "Draft" WHERE "articleId" = ${articleId}::uuid`
  if (draft === undefined) throw new NotFound('This article does not exist.')
  const stored = { version: draft.documentVersion, document: parseDocument(draft.document) }
  if (draft.documentVersion === draft.version) return stored
  const steps = await stepsAfter(sql, articleId, draft.documentVersion)
  const document = applyStored(stored.document, steps, (reason) =>
    log.error({ articleId, after: stored.version, reason }, 'a stored step does not apply'),
  )
  return { version: stored.version + steps.length, document }
}

function read(tx: Transaction, id: string) {
  return tx.article.findUnique({ where: { id }, include: surroundings })
}
