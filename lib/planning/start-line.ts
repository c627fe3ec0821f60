import { Transform } from 'prosemirror-transform'
import { applyStepsWithin } from '../articles/apply-steps'
import { giveByline } from '../articles/create-article'
import type { LoadedArticle, LoadedDraft } from '../articles/load-article'
import { withoutClosedShelves } from '../articles/start-from-template'
import { now } from '../clock'
import type { Prisma, Transaction } from '../db/database'
import { emptyDocument, parseDocument, toJson } from '../document/document'
import { newId } from '../ids'
import type { PersonActor } from '../policy/actor'
import { TemplateFields } from '../templates/template-fields'

/**
 * What the move `start` does to a line of the plan, whichever door it comes through: a document that is still empty begins as its
 * template does, fields that nobody filled get the template's values, and the byline goes to whoever was asked to write it. A line
 * that nobody was asked to write is from now on that of the person who starts it.
 */
export async function startLine(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  draft: LoadedDraft,
): Promise<void> {
  const ownerId = article.ownerId ?? actor.id
  if (article.ownerId === null) await tx.article.update({ where: { id: article.id }, data: { ownerId } })
  if (article.bylines.length === 0) await giveByline(tx, article.id, ownerId)
  if (article.templateId === null) return
  const template = await tx.template.findUnique({ where: { id: article.templateId } })
  if (template === null) return
  await fillFields(tx, article, TemplateFields.parse(template.fields))
  if (draft.document.eq(emptyDocument())) await fillDocument(tx, actor, article.id, draft, template.document)
}

async function fillFields(tx: Transaction, article: LoadedArticle, fields: TemplateFields): Promise<void> {
  const { sectionId, topics = [], ...rest } = await withoutClosedShelves(tx, fields)
  const isEmpty = (value: unknown) => value === '' || value === null
  const data = Object.fromEntries(
    Object.entries(rest).filter(([name]) => isEmpty(article[name as keyof typeof rest])),
  ) as Prisma.ArticleUncheckedUpdateInput
  await tx.article.update({
    where: { id: article.id },
    data: {
      ...data,
      ...(article.sectionId === null && sectionId != null ? { sectionId } : {}),
      ...(article.topics.length === 0
        ? { topics: { create: topics.map((topicId, position) => ({ topicId, position })) } }
        : {}),
    },
  })
}

/** As steps, so that a tab that has it open already gets them. */
async function fillDocument(
  tx: Transaction,
  actor: PersonActor,
  articleId: string,
  { version, document }: LoadedDraft,
  wanted: unknown,
): Promise<void> {
  const filled = parseDocument(wanted)
  const change = new Transform(document).replaceWith(0, document.content.size, filled.content)
  const written = await applyStepsWithin(tx, actor, {
    articleId,
    version,
    clientId: `start-${newId()}`,
    steps: change.steps.map((step) => step.toJSON() as unknown),
  })
  await tx.revision.create({
    data: {
      id: newId(),
      articleId,
      version: written.version,
      reason: 'STARTED',
      document: toJson(filled) as Prisma.InputJsonObject,
      personId: actor.id,
      createdAt: now(),
    },
  })
}
