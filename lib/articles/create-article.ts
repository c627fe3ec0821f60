import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { type Document, emptyDocument, parseDocument, titlesOf, toJson } from '../document/document'
import { printText } from '../document/print-text'
import { Forbidden } from '../errors'
import { newId } from '../ids'
import { deriveLinks } from '../links/derive-links'
import type { PlanColumns } from '../planning/line-values'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { deriveQuotes } from '../quotes/derive-quotes'
import type { TemplateFields } from '../templates/template-fields'
import { WORDS_MOST } from './index-drafts'
import { slugFrom } from './slug'

/** Starts an empty article in the name of the actor, whose byline it gets. @throws Forbidden */
export function createArticle(actor: Actor): Promise<{ id: string }> {
  return createArticleFrom(actor, { document: toJson(emptyDocument()) })
}

type Beginning = {
  document: unknown
  /** The template that asks for fields from now on, and what it puts into them. Sections and topics must exist. */
  templateId?: string
  fields?: TemplateFields
  /** Where it is planned before there is any text. */
  plan?: PlanColumns & { state: 'PITCHED' | 'COMMISSIONED' }
}

/**
 * Starts an article from a document that exists already: a template, an import, a copy, the sample newsroom.
 * The document becomes version 0 and the first revision.
 *
 * @throws Invalid when the document is not of our schema
 */
export async function createArticleFrom(actor: Actor, input: Beginning): Promise<{ id: string }> {
  authorise(actor, 'article.create')
  if (actor.kind !== 'person') throw new Forbidden('Only a person can start an article.')
  const document = parseDocument(input.document)
  return transaction(async (tx) => {
    const id = newId()
    await insertArticle(tx, id, actor.id, document, input)
    await giveByline(tx, id, actor.id)
    await recordEvent(tx, actor, {
      action: 'article.create',
      thing: 'article',
      thingId: id,
      ...(input.templateId === undefined ? {} : { detail: { templateId: input.templateId } }),
    })
    return { id }
  })
}

/** The rows of a new article, its first revision and its links: without a byline, without a word in the audit log. */
export async function insertArticle(
  tx: Transaction,
  id: string,
  personId: string,
  document: Document,
  { templateId, fields = {}, plan }: Omit<Beginning, 'document'>,
): Promise<void> {
  const at = now()
  const titles = titlesOf(document)
  await tx.article.create({
    data: {
      id,
      state: 'DRAFT',
      createdById: personId,
      createdAt: at,
      editedAt: at,
      editedById: personId,
      slug: slugFrom(titles.headline) || null,
      ...titles,
      templateId: templateId ?? null,
      sectionId: fields.sectionId ?? null,
      kicker: fields.kicker ?? '',
      dateline: fields.dateline ?? '',
      trailText: fields.trailText ?? '',
      sourceName: fields.sourceName ?? '',
      commissionedWords: fields.commissionedWords ?? null,
      topics: { create: (fields.topics ?? []).map((topicId, position) => ({ topicId, position })) },
      ...plan,
    },
  })
  const json = toJson(document) as Prisma.InputJsonObject
  await tx.draft.create({
    data: {
      articleId: id,
      version: 0,
      document: json,
      updatedAt: at,
      words: printText(document).slice(0, WORDS_MOST),
      indexedVersion: 0,
    },
  })
  await tx.revision.create({
    data: { id: newId(), articleId: id, version: 0, reason: 'STARTED', document: json, personId, createdAt: at },
  })
  await deriveQuotes(sqlOn(tx), { articleId: id, layer: 'DRAFT', document })
  await deriveLinks(tx, { articleId: id, layer: 'DRAFT', document, source: null, followsId: null })
  await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${id})`
}

/** Puts a person's name above an article that has none; a person without a byline leaves it as it is. */
export async function giveByline(tx: Transaction, articleId: string, personId: string): Promise<void> {
  const byline = await tx.byline.findUnique({ where: { personId } })
  if (byline !== null) await tx.articleByline.create({ data: { articleId, bylineId: byline.id, position: 0 } })
}
