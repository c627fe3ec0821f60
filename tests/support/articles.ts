import { Transform } from 'prosemirror-transform'
import { applySteps } from '@/lib/articles/apply-steps'
import { createArticleFrom } from '@/lib/articles/create-article'
import { loadDraft } from '@/lib/articles/load-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { type DocumentJson, parseDocument, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import type { PersonActor } from '@/lib/policy/actor'
import { aDocument } from './documents'

type Wanted = { document?: DocumentJson; sectionId?: string; slug?: string; topics?: string[] }

/** A draft that could be published as it is, when it has a section. */
export async function anArticle(author: PersonActor, wanted: Wanted = {}): Promise<string> {
  const { id } = await createArticleFrom(author, {
    document: wanted.document ?? aDocument(`Council votes ${Math.random()}`),
  })
  if (wanted.sectionId)
    await saveField(author, { articleId: id, field: 'sectionId', value: wanted.sectionId, baseVersion: 0 })
  if (wanted.slug) await saveField(author, { articleId: id, field: 'slug', value: wanted.slug, baseVersion: 0 })
  if (wanted.topics) await saveField(author, { articleId: id, field: 'topics', value: wanted.topics, baseVersion: 0 })
  return id
}

/** Publishes the article as it is saved. */
export async function publishNow(editor: PersonActor, articleId: string): Promise<{ path: string; edition: number }> {
  return publishArticle(editor, { articleId, version: await versionOf(articleId) })
}

export async function versionOf(articleId: string): Promise<number> {
  return (await database().draft.findUniqueOrThrow({ where: { articleId } })).version
}

export async function draftOf(articleId: string): Promise<DocumentJson> {
  return toJson((await loadDraft(database(), articleId)).document)
}

/** Sets the words of the n-th top-level block (0 is the headline) by an ordinary step. */
export async function retype(author: PersonActor, articleId: string, block: number, words: string): Promise<void> {
  const draft = await loadDraft(database(), articleId)
  const { document } = draft
  let at = 0
  for (let index = 0; index < block; index += 1) at += document.child(index).nodeSize
  const transform = new Transform(document)
  transform.replaceWith(at + 1, at + document.child(block).nodeSize - 1, words === '' ? [] : schema.text(words))
  const result = await applySteps(author, {
    articleId,
    version: draft.version,
    clientId: 'test',
    steps: transform.steps.map((step) => step.toJSON()),
  })
  if (result.kind !== 'applied') throw new Error('The test was behind')
}

/** A step that types at a position. */
export function typing(document: DocumentJson, at: number, words: string): unknown[] {
  return new Transform(parseDocument(document)).insert(at, schema.text(words)).steps.map((step) => step.toJSON())
}
