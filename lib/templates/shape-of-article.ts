import { type FieldValues, fieldsOf } from '../articles/fields'
import { type LoadedArticle, loadArticle, loadDraft } from '../articles/load-article'
import type { Prisma, Transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { toJson } from '../document/document'
import { forReaders } from '../document/for-readers'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { printDateTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import type { TemplateField } from './field-words'

type Shape = { document: Prisma.InputJsonObject; fields: Prisma.InputJsonObject }

/**
 * What a template keeps of an article: its blocks and words as readers would have them (what the newsroom says among itself
 * belongs to that article alone), and the chosen fields.
 *
 * @throws NotFound
 * @throws Conflict while the article is under embargo
 */
export async function shapeOfArticle(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  chosen: readonly TemplateField[],
): Promise<Shape> {
  const article = await loadArticle(tx, actor, articleId)
  await refuseEmbargoed(tx, article)
  const { document } = await loadDraft(tx, articleId)
  const values: FieldValues = fieldsOf(article)
  return {
    document: toJson(forReaders(document)) as Prisma.InputJsonObject,
    fields: Object.fromEntries(chosen.map((field) => [field, values[field]])) as Prisma.InputJsonObject,
  }
}

/** What is started from a template has no embargo, and would take the words past it. */
async function refuseEmbargoed(tx: Transaction, { embargoUntil }: LoadedArticle): Promise<void> {
  if (embargoUntil === null || embargoUntil <= (await databaseTime(tx))) return
  const until = printDateTime(embargoUntil, await readSettings(tx))
  throw new Conflict(`This article is under embargo until ${until}. Articles begun from a template of it would not be.`)
}
