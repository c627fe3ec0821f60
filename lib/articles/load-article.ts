import { Prisma, type Transaction } from '../db/database'
import { type Sql, sqlColumns, sqlOn } from '../db/sql'
import { applyStored, type Document, parseDocument } from '../document/document'
import { NotFound } from '../errors'
import { log } from '../log'
import type { Actor } from '../policy/actor'
import { can, type Owned } from '../policy/policy'
import { type StoredStep, stepsAfter, stepsFollowing, stepsOfDraft } from './list-steps'

/** What stands around an article's text. */
type Surroundings = {
  section: { id: string; slug: string; name: string; deskId: string | null } | null
  template: { name: string; requiredFields: string[] } | null
  mainImage: { id: string; width: number; height: number; widths: number[] } | null
  createdBy: Named
  owner: Named | null
  heldBy: Named | null
  desk: { id: string; name: string; slug: string; members: { personId: string }[] } | null
  /** What readers have. */
  publication: {
    editionId: string
    sectionId: string
    slug: string
    threadId: string
    firstPublishedAt: Date
    updatedAt: Date
    section: { slug: string }
    edition: { number: number; version: number }
    topics: { topicId: string }[]
    bylines: { bylineId: string }[]
    media: { mediaId: string }[]
  } | null
  topics: { topic: { id: string; slug: string; name: string; parent: { name: string } | null } }[]
  bylines: { role: string; byline: { id: string; slug: string; name: string; personId: string | null } }[]
}

type Named = { id: string; name: string }

type Fields = Prisma.ArticleGetPayload<object>

export type LoadedArticle = Fields & Surroundings

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
  // They go to PostgreSQL in this order, and it reads nothing before it has the row.
  const [, article] = await Promise.all([
    sqlOn(tx)`SELECT 1 FROM "Article" WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`,
    loadArticle(tx, actor, articleId),
  ])
  return article
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
  const sql = sqlOn(tx)
  // The steps are read behind the lock: as they are once the draft is ours.
  const [[draft], rows] = await Promise.all([
    sql<DraftRow>`
      SELECT version, "documentVersion", document FROM "Draft" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`,
    stepsOfDraft(sql, articleId),
  ])
  return applied(articleId, draft, stepsFollowing(draft?.documentVersion ?? 0, rows))
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
  for (let attempt = 1; ; attempt++) {
    const [draft] = await sql<DraftRow>`
      SELECT version, "documentVersion", document FROM "Draft" WHERE "articleId" = ${articleId}::uuid`
    const loaded = await withSteps(sql, articleId, draft)
    // Between the two reads old steps may have been folded into the document, and are not there to be applied: it is read again.
    if (draft === undefined || loaded.version >= draft.version || attempt === READS_MOST) return loaded
  }
}

const READS_MOST = 5

type DraftRow = { version: number; documentVersion: number; document: unknown }

async function withSteps(sql: Sql, articleId: string, draft: DraftRow | undefined): Promise<LoadedDraft> {
  const hasSteps = draft !== undefined && draft.documentVersion < draft.version
  return applied(articleId, draft, hasSteps ? await stepsAfter(sql, articleId, draft.documentVersion) : [])
}

function applied(articleId: string, draft: DraftRow | undefined, steps: readonly StoredStep[]): LoadedDraft {
  if (draft === undefined) throw new NotFound('This article does not exist.')
  const stored = { version: draft.documentVersion, document: parseDocument(draft.document) }
  const document = applyStored(stored.document, steps, (reason) =>
    log.error({ articleId, after: stored.version, reason }, 'a stored step does not apply'),
  )
  return { version: stored.version + steps.length, document }
}

/** A day has no zone, and `pg` would give it this machine's. */
const FIELDS = sqlColumns(
  'a',
  Object.values(Prisma.ArticleScalarFieldEnum).filter((name) => name !== 'plannedFor'),
)

/** All of it in one statement: asked for table by table it is twenty. */
async function read(tx: Transaction, id: string): Promise<LoadedArticle | null> {
  const [found] = await sqlOn(tx)<Omit<Fields, 'plannedFor'> & Surroundings & { plannedFor: string | null }>`
    SELECT ${FIELDS}, a."plannedFor"::text,
      (SELECT jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'deskId', s."deskId")
       FROM "Section" s WHERE s.id = a."sectionId") AS section,
      (SELECT jsonb_build_object('name', t.name, 'requiredFields', t."requiredFields")
       FROM "Template" t WHERE t.id = a."templateId") AS template,
      (SELECT jsonb_build_object('id', m.id, 'width', m.width, 'height', m.height, 'widths', m.widths)
       FROM "MediaAsset" m WHERE m.id = a."mainImageId") AS "mainImage",
      (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM "Person" p WHERE p.id = a."createdById") AS "createdBy",
      (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM "Person" p WHERE p.id = a."ownerId") AS owner,
      (SELECT jsonb_build_object('id', p.id, 'name', p.name) FROM "Person" p WHERE p.id = a."heldById") AS "heldBy",
      (SELECT jsonb_build_object('id', d.id, 'name', d.name, 'slug', d.slug, 'members', coalesce(
         (SELECT jsonb_agg(jsonb_build_object('personId', l."personId")) FROM "DeskMember" l
          WHERE l."deskId" = d.id AND l."isLead"), '[]'))
       FROM "Desk" d WHERE d.id = a."deskId") AS desk,
      (SELECT jsonb_build_object('editionId', p."editionId", 'sectionId', p."sectionId", 'slug', p.slug,
         'threadId', p."threadId",
         'firstPublishedAt', p."firstPublishedAt", 'updatedAt', p."updatedAt",
         'section', (SELECT jsonb_build_object('slug', s.slug) FROM "Section" s WHERE s.id = p."sectionId"),
         'edition', (SELECT jsonb_build_object('number', e.number, 'version', e.version)
                     FROM "Edition" e WHERE e.id = p."editionId"),
         'topics', coalesce((SELECT jsonb_agg(jsonb_build_object('topicId', t."topicId"))
                             FROM "PublicationTopic" t WHERE t."articleId" = a.id), '[]'),
         'bylines', coalesce((SELECT jsonb_agg(jsonb_build_object('bylineId', b."bylineId"))
                              FROM "PublicationByline" b WHERE b."articleId" = a.id), '[]'),
         'media', coalesce((SELECT jsonb_agg(jsonb_build_object('mediaId', m."mediaId"))
                            FROM "PublicationMedia" m WHERE m."articleId" = a.id), '[]'))
       FROM "Publication" p WHERE p."articleId" = a.id) AS publication,
      coalesce((SELECT jsonb_agg(jsonb_build_object('topic', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
         'parent', (SELECT jsonb_build_object('name', up.name) FROM "Topic" up WHERE up.id = t."parentId")))
         ORDER BY f.position) FROM "ArticleTopic" f JOIN "Topic" t ON t.id = f."topicId"
       WHERE f."articleId" = a.id), '[]') AS topics,
      coalesce((SELECT jsonb_agg(jsonb_build_object('role', f.role, 'byline', jsonb_build_object('id', b.id, 'slug', b.slug,
         'name', b.name, 'personId', b."personId")) ORDER BY f.position)
       FROM "ArticleByline" f JOIN "Byline" b ON b.id = f."bylineId" WHERE f."articleId" = a.id), '[]') AS bylines
    FROM "Article" a WHERE a.id = ${id}::uuid`
  if (found === undefined) return null
  const { publication, plannedFor } = found
  if (publication !== null) {
    // JSON has no dates.
    publication.firstPublishedAt = new Date(publication.firstPublishedAt)
    publication.updatedAt = new Date(publication.updatedAt)
  }
  return { ...found, plannedFor: plannedFor === null ? null : new Date(plannedFor) }
}
