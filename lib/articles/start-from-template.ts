import { database, type Transaction } from '../db/database'
import { toJson } from '../document/document'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { getTemplate } from '../templates/readers'
import type { TemplateFields } from '../templates/template-fields'
import { createArticleFrom } from './create-article'

/**
 * Starts an article as a kind of article begins: with the template's blocks and fields, in the name of the actor.
 * @throws Forbidden
 * @throws NotFound when the template was deleted meanwhile
 */
export async function startFromTemplate(actor: Actor, { templateId }: { templateId: string }): Promise<{ id: string }> {
  authorise(actor, 'article.create')
  const template = await getTemplate(actor, templateId)
  return createArticleFrom(actor, {
    document: toJson(template.document),
    templateId,
    fields: await withoutClosedShelves(database(), template.fields),
  })
}

/** A template may be older than the end of a section or a topic. */
export async function withoutClosedShelves(tx: Transaction, fields: TemplateFields): Promise<TemplateFields> {
  const { sectionId = null, topics = [], ...rest } = fields
  const [section, known] = await Promise.all([
    sectionId === null ? null : tx.section.findUnique({ where: { id: sectionId }, select: { id: true } }),
    topics.length === 0 ? [] : tx.topic.findMany({ where: { id: { in: topics } }, select: { id: true } }),
  ])
  const there = new Set(known.map(({ id }) => id))
  return { ...rest, sectionId: section?.id ?? null, topics: topics.filter((id) => there.has(id)) }
}
