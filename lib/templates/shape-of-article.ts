import { type FieldValues, fieldsOf } from '../articles/fields'
import { loadArticle, loadDraft } from '../articles/load-article'
import type { Prisma, Transaction } from '../db/database'
import { toJson } from '../document/document'
import { forReaders } from '../document/for-readers'
import type { Actor } from '../policy/actor'
import type { TemplateField } from './field-words'

type Shape = { document: Prisma.InputJsonObject; fields: Prisma.InputJsonObject }

/**
 * What a template keeps of an article: its blocks and words as readers would have them (what the newsroom says among itself
 * belongs to that article alone), and the chosen fields.
 *
 * @throws NotFound
 */
export async function shapeOfArticle(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  chosen: readonly TemplateField[],
): Promise<Shape> {
  const article = await loadArticle(tx, actor, articleId)
  const { document } = await loadDraft(tx, articleId)
  const values: FieldValues = fieldsOf(article)
  return {
    document: toJson(forReaders(document)) as Prisma.InputJsonObject,
    fields: Object.fromEntries(chosen.map((field) => [field, values[field]])) as Prisma.InputJsonObject,
  }
}
