import { Transform } from 'prosemirror-transform'
import { applySteps } from '@/lib/articles/apply-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import type { Document } from '@/lib/document/document'
import type { PersonActor } from '@/lib/policy/actor'

/** Changes the article as it is saved, as one tab of this person would. */
export async function change(
  person: PersonActor,
  articleId: string,
  make: (transform: Transform, document: Document) => void,
): Promise<number> {
  const draft = await loadDraft(database(), articleId)
  const transform = new Transform(draft.document)
  make(transform, draft.document)
  if (transform.steps.length === 0) return draft.version
  const result = await applySteps(person, {
    articleId,
    version: draft.version,
    clientId: `tab-${person.id.slice(-6)}`,
    steps: transform.steps.map((step) => step.toJSON()),
  })
  if (result.kind !== 'applied') throw new Error('The test was behind')
  return result.version
}

/** Types words behind some others that stand in the text once. */
export function typeAfter(person: PersonActor, articleId: string, after: string, words: string): Promise<number> {
  return change(person, articleId, (transform, document) => {
    transform.insert(positionAfter(document, after), document.type.schema.text(words))
  })
}

/** The position behind words that stand in one text of the document. */
export function positionAfter(document: Document, words: string): number {
  let found = -1
  document.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (found === -1 && index >= 0) found = position + index + words.length
  })
  if (found === -1) throw new Error(`The document does not say "${words}"`)
  return found
}

/** Makes the steps up to a version older than they are. */
export async function age(articleId: string, days: number, upTo?: number): Promise<void> {
  const seconds = days * 24 * 60 * 60
  await database().$executeRaw`
    UPDATE "Step" SET "createdAt" = "createdAt" - make_interval(secs => ${seconds})
    WHERE "articleId" = ${articleId}::uuid AND version <= ${upTo ?? 1_000_000}`
}
