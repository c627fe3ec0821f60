import { setTimeout as pass } from 'node:timers/promises'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { newId } from '@/lib/ids'
import type { HttpPerson } from '@/tests/support/http-person'
import { HttpServer } from '@/tests/support/session/http-server'
import { openTypist } from '@/tests/support/session/typist'

/** The keys that are pressed: letters and, now and then, a space. */
export const ownWords = [...'the tide came in']

const SENTENCES = [
  'The harbour board met for three hours before the vote, and nobody left the room.',
  'Prior to the meeting its chair had promised that every report would be read out.',
  'Two ferries waited outside the lock while the pilots argued about the swell.',
  'A clerk counted the letters from residents twice and came to the same number.',
  'Nothing in the minutes says who asked for the second survey or who paid for it.',
]

type LongArticle = { id: string; paragraphs: string[]; middle: string }

/** An article of so many words, with ten comments and twenty suggestions; its phrase "prior to" stands in it some fifty times. */
export async function openLongArticle(person: HttpPerson, words: number): Promise<LongArticle> {
  const { articles } = (await (await person.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string; path: string | null }[]
  }
  const id = articles.filter(({ path }) => path === null)[words > 10_000 ? 1 : 0]?.id ?? articles[0]?.id
  if (id === undefined) throw new Error('There is no article.')
  const paragraphs = paragraphsOf(words)
  await write(person, id, (transform) => {
    const start = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize
    const blocks = paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)]))
    transform.replaceWith(start, transform.doc.content.size, blocks)
  })
  const me = ((await (await person.get('/api/auth/session')).json()) as { user?: { id?: string } }).user?.id ?? ''
  await comment(person, id, 10)
  await write(person, id, (transform) => suggest(transform, me, 20))
  return { id, paragraphs, middle: paragraphs[Math.floor(paragraphs.length / 2)]?.slice(0, 60) ?? '' }
}

function paragraphsOf(words: number): string[] {
  const paragraphs: string[] = []
  for (let count = 0; count < words; ) {
    const number = paragraphs.length + 1
    // "Prior to" stands in fifty paragraphs only, whatever the length.
    const sentences = SENTENCES.filter((_one, index) => index !== 1 || number <= 50)
    const text = `Paragraph ${number} begins here. ${sentences.join(' ')}`
    paragraphs.push(text)
    count += text.split(' ').length
  }
  return paragraphs
}

async function comment(person: HttpPerson, id: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const threadId = newId()
    const answer = await person.send('POST', `/api/documents/${id}/comments`, {
      threadId,
      quote: 'harbour board',
      text: `Who says so? ${index}`,
    })
    if (!answer.ok) throw new Error(`A comment was refused: ${await answer.text()}`)
    await write(person, id, (transform) => {
      const at = wordsAt(transform, 'harbour board', index * 3)
      transform.addMark(at, at + 'harbour board'.length, schema.mark('comment', { threadId }))
    })
  }
}

function suggest(transform: Transform, personId: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const attrs = { suggestionId: newId(), personId, at: new Date(1_790_000_000_000).toISOString() }
    const at = wordsAt(transform, 'Two ferries', index * 2)
    if (index % 2 === 0) transform.addMark(at, at + 3, schema.mark('removed', { ...attrs, what: 'words' }))
    else transform.insert(at, schema.text('At least ', [schema.mark('inserted', { ...attrs, what: 'words' })]))
  }
}

function wordsAt(transform: Transform, words: string, skip: number): number {
  let left = skip
  let found = -1
  transform.doc.descendants((node, position) => {
    if (found >= 0 || !node.isText || !node.text?.includes(words)) return
    if (left-- === 0) found = position + node.text.indexOf(words)
  })
  if (found < 0) throw new Error(`“${words}” does not stand in the text ${skip + 1} times.`)
  return found
}

async function write(person: HttpPerson, id: string, change: (transform: Transform) => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { document, version } = (await (await person.get(`/api/documents/${id}`)).json()) as {
      document: unknown
      version: number
    }
    const transform = new Transform(parseDocument(document))
    change(transform)
    const steps = transform.steps.map((step) => step.toJSON())
    const answer = await person.send('POST', `/api/documents/${id}/steps`, { version, clientId: 'bench', steps })
    if (answer.ok) return
    // The last letters of those who typed before.
    if (answer.status !== 409 || attempt === 5) throw new Error(`The bench could not write: ${await answer.text()}`)
  }
}

/** Others who type at the end of the article, four letters a second each, with the real client code. */
export async function someOthersTyping(
  origin: string,
  person: HttpPerson,
  articleId: string,
  count: number,
): Promise<{ stop(): void }> {
  const { document, version } = (await (await person.get(`/api/documents/${articleId}`)).json()) as {
    document: unknown
    version: number
  }
  let isOver = false
  for (let index = 0; index < count; index++) {
    const server = new HttpServer(() => origin, { Cookie: person.headers().Cookie ?? '' }, articleId)
    const transport = {
      send: (batch: Parameters<HttpServer['apply']>[0]) => server.apply(batch),
      fetchSince: (since: number) => server.list(since),
      listen: (since: number, listener: { onSteps(from: number, steps: never[]): void }) =>
        server.listen((from, steps) => listener.onSteps(from, steps as never[]), since),
    }
    const typist = openTypist({ transport, start: { version, document, steps: [] }, articleId, personId: 'p' })
    void (async () => {
      for (let letter = 0; !isOver; letter++) {
        typist.type(ownWords[letter % ownWords.length] ?? 'a')
        await pass(250)
      }
      await typist.session.close()
    })()
  }
  return {
    stop() {
      isOver = true
    },
  }
}
