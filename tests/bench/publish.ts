import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { signInOverHttp } from '@/tests/support/http-person'
import { readSignIns, startServer } from '@/tests/support/server-process'
import { percentile } from './percentile'

const LIMIT_MILLISECONDS = 15_000
/** Between two looks at one page: without it, those who look would take the cores from what they look at. */
const PAUSE_MILLISECONDS = 4
/** A reader may ask sixty questions a minute that nobody has asked. Each of these rounds asks two. */
const SEARCHING_ROUND_MILLISECONDS = 2_100

type Editor = Awaited<ReturnType<typeof signInOverHttp>>

/**
 * From "publish" pressed to the new headline, over HTTP, all pages warm before: on the article with nobody looking at anything else, and then
 * on every page that shows it, all of them looked at side by side.
 */
export async function publish(isSmall: boolean): Promise<Record<string, number>> {
  const rounds = isSmall ? 10 : 60
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
  const server = await startServer({ folder }, 900)
  try {
    const signIn = readSignIns(folder).find(({ role }) => role === 'EDITOR')
    if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
    const editor = await signInOverHttp(server.url, signIn)
    const { id, surfaces } = await anArticleEverywhere(server.url, editor)
    const times: Record<string, number[]> = {}
    for (let round = 1; round <= 2 * rounds; round++) {
      const isAlone = round <= rounds
      const mayEndAt = performance.now() + (isAlone ? 0 : SEARCHING_ROUND_MILLISECONDS)
      const word = `benchword${String(round).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`
      const headline = `A bench headline with ${word}`
      const all = { ...surfaces, search: `/search?q=${word}` }
      const looked = isAlone ? { 'article, nothing else looked at': surfaces.article } : all
      const before = new Map<string, string>()
      for (const path of Object.values(isAlone ? surfaces : all)) before.set(path, await textOf(server.url + path))
      const version = await retitle(editor, id, headline)
      const startedAt = performance.now()
      const pressed = editor.send('POST', `/api/documents/${id}/publish`, { version }).then(async (answer) => {
        if (answer.status !== 200) throw new Error(await answer.text())
        return performance.now() - startedAt
      })
      const seen = Object.entries(looked).map(async ([name, path]) => {
        // A sitemap tells when, not what.
        const isNew = name === 'sitemap' ? (text: string) => text !== before.get(path) : has(headline)
        times[name] = [...(times[name] ?? []), await untilSeen(server.url + path, isNew, startedAt)]
      })
      const name = isAlone ? 'request, nothing looked at but the article' : 'request'
      times[name] = [...(times[name] ?? []), await pressed]
      await Promise.all(seen)
      await pass(Math.max(0, mayEndAt - performance.now()))
    }
    return Object.fromEntries(
      Object.entries(times).flatMap(([name, values]) => [
        [`${name}: median, ms`, percentile(values, 50)],
        [`${name}: p95, ms`, percentile(values, 95)],
      ]),
    )
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An article that is news, has a topic and a byline, and so stands on every kind of page. */
async function anArticleEverywhere(url: string, editor: Editor) {
  const { articles } = (await (await editor.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string; path: string | null }[]
  }
  const news = await textOf(`${url}/news-sitemap.xml`)
  for (const { id, path } of articles) {
    if (path === null || !news.includes(`${path}<`)) continue
    const page = await textOf(url + path)
    const topic = /href="(\/topic\/[^"]+)"/.exec(page)?.[1]
    const author = /href="(\/author\/[^"]+)"/.exec(page)?.[1]
    if (topic === undefined || author === undefined) continue
    const section = `/${path.split('/')[1]}`
    const surfaces = {
      article: path,
      home: '/',
      section,
      topic,
      author,
      'feed.xml': '/feed.xml',
      'atom.xml': '/atom.xml',
      'feed.json': '/feed.json',
      'feed of the section': `${section}/feed.xml`,
      'feed of the topic': `${topic}/feed.xml`,
      sitemap: '/sitemaps/1.xml',
      'news sitemap': '/news-sitemap.xml',
    }
    return { id, surfaces }
  }
  throw new Error('No article of the sample newsroom stands everywhere.')
}

async function retitle(editor: Editor, id: string, headline: string): Promise<number> {
  const { version, document } = (await (await editor.get(`/api/documents/${id}`)).json()) as {
    version: number
    document: unknown
  }
  const transform = new Transform(parseDocument(document))
  transform.replaceWith(1, 1 + transform.doc.child(0).content.size, schema.text(headline))
  const steps = transform.steps.map((step) => step.toJSON())
  const answer = await editor.send('POST', `/api/documents/${id}/steps`, { version, clientId: 'bench', steps })
  return ((await answer.json()) as { version: number }).version
}

async function untilSeen(url: string, isNew: (text: string) => boolean, startedAt: number): Promise<number> {
  while (performance.now() - startedAt < LIMIT_MILLISECONDS) {
    if (isNew(await textOf(url))) return performance.now() - startedAt
    await pass(PAUSE_MILLISECONDS)
  }
  throw new Error(`Nothing new is at ${url} after ${LIMIT_MILLISECONDS} ms`)
}

function has(words: string): (text: string) => boolean {
  return (text) => text.includes(words)
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text()
}
