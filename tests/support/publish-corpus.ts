import { createArticleFrom } from '@/lib/articles/create-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { type DocumentJson, parseDocument, toJson } from '@/lib/document/document'
import type { PersonActor } from '@/lib/policy/actor'
import { inParallel } from '@/prisma/sample/in-parallel'
import { naughtyStrings } from './corpora'
import { everyNode, open } from './every-node'
import { randomDocument } from './random-documents'
import { type Random, seeded } from './seeded'

/** What the documents of tests point at under one id, by what it is in a real newsroom. */
export type Pointers = { articleId: string; draftId: string; mediaId: string; newsletterIds: [string, string] }

type Json = { type?: string; attrs?: Record<string, unknown>; content?: Json[]; marks?: Json[] }

/** A document with every node of the schema, pointing at what there is. */
export function everyNodeHere(pointers: Pointers): DocumentJson {
  return pointed(toJson(everyNode()), pointers)
}

/** So many articles with texts of chance, every tenth with every node; where the corpora are, they are called by what troubles programs. */
export async function publishCorpus(
  editor: PersonActor,
  count: number,
  { sectionId, ...pointers }: Pointers & { sectionId: string },
): Promise<string[]> {
  const random = seeded(11)
  const naughty = (naughtyStrings() ?? []).filter(isHeadline)
  const numbers = Array.from({ length: count }, (_, index) => index)
  const documents = numbers.map((n) => generated(random, n, naughty[(n * 7) % naughty.length], pointers))
  return inParallel(numbers, async (n) => {
    const { id } = await createArticleFrom(editor, { document: documents[n] })
    const save = (field: 'sectionId' | 'slug' | 'trailText', value: string) =>
      saveField(editor, { articleId: id, field, value, baseVersion: 0 })
    await save('sectionId', sectionId)
    await save('slug', `generated-${n}`)
    await save('trailText', (naughty[(n * 7 + 3) % naughty.length] ?? '').slice(0, 500))
    return (await publishArticle(editor, { articleId: id, version: 0, overrideReason: 'Generated for a test.' })).path
  })
}

/** A picture, an article, a draft and two newsletters of the sample newsroom. */
export async function sampleThings(): Promise<Pointers> {
  const { articleId, mediaId } = await database().publicationMedia.findFirstOrThrow()
  const { id: draftId } = await database().article.findFirstOrThrow({ where: { state: 'DRAFT' } })
  const [one, other] = await database().newsletter.findMany({ take: 2 })
  if (one === undefined || other === undefined) throw new Error('The sample newsroom has fewer than two newsletters.')
  return { articleId, draftId, mediaId, newsletterIds: [one.id, other.id] }
}

function generated(random: Random, n: number, headline: string | undefined, pointers: Pointers): DocumentJson {
  const made = toJson(randomDocument(random)) as Json
  const every = toJson(everyNode()) as Json
  const [title, standfirst, ...blocks] = made.content ?? []
  const named = headline === undefined ? title : { ...title, content: [{ type: 'text', text: headline }] }
  const more = n % 10 === 0 ? (every.content ?? []).slice(2) : []
  return pointed({ ...made, content: [named, standfirst, ...blocks, ...more] } as DocumentJson, pointers)
}

/** Whether it can be the whole of a headline: it has something to see, and the document takes it. */
function isHeadline(words: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(words) || words.length > 300) return false
  try {
    parseDocument({
      type: 'doc',
      content: [
        { type: 'headline', content: [{ type: 'text', text: words }] },
        { type: 'standfirst' },
        { type: 'paragraph' },
      ],
    })
    return true
  } catch {
    return false
  }
}

function pointed(document: DocumentJson, pointers: Pointers): DocumentJson {
  return point(document as Json, pointers) as DocumentJson
}

function point(node: Json, pointers: Pointers): Json {
  const { articleId, draftId, mediaId, newsletterIds } = pointers
  const article = (id: unknown) => (id === open ? articleId : draftId)
  const attrs = node.attrs === undefined ? {} : { ...node.attrs }
  if (node.type === 'image') Object.assign(attrs, { mediaId })
  if (node.type === 'newsletterSignUp') attrs.newsletterId = newsletterIds[attrs.newsletterId === open ? 0 : 1]
  if (typeof attrs.articleId === 'string') attrs.articleId = article(attrs.articleId)
  // A list of one is not let through.
  if (Array.isArray(attrs.articleIds)) attrs.articleIds = [articleId, draftId]
  return {
    ...node,
    ...(node.attrs === undefined ? {} : { attrs }),
    ...(node.content === undefined ? {} : { content: node.content.map((child) => point(child, pointers)) }),
    ...(node.marks === undefined ? {} : { marks: node.marks.map((mark) => point(mark, pointers)) }),
  }
}
