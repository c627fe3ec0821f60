import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { signInOverHttp } from '@/tests/support/http-person'
import { readSignIns, startServer } from '@/tests/support/server-process'
import { percentile } from './percentile'

const LIMIT_MILLISECONDS = 5_000

/** From "publish" pressed to the new headline on each surface, polled side by side over HTTP, all pages warm before. */
export async function publish(isSmall: boolean): Promise<Record<string, number>> {
  const rounds = isSmall ? 15 : 100
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
  const server = await startServer({ folder })
  try {
    const signIn = readSignIns(folder).find(({ role }) => role === 'EDITOR')
    if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
    const editor = await signInOverHttp(server.url, signIn)
    const { articles } = (await (await editor.get('/api/articles/search?q=&limit=50')).json()) as {
      articles: { id: string; path: string | null }[]
    }
    const newest = articles.find(({ path }) => path !== null)
    if (newest?.path == null) throw new Error('Nothing is public.')
    const section = `/${newest.path.split('/')[1]}`
    const surfaces = { article: newest.path, section, home: '/', feed: '/feed.xml' }
    const times: Record<string, number[]> = { request: [] }
    for (let round = 1; round <= rounds; round += 1) {
      for (const path of Object.values(surfaces)) await (await fetch(server.url + path)).text()
      const headline = `Bench headline ${round}`
      const version = await retitle(editor, newest.id, headline)
      const startedAt = performance.now()
      const pressed = editor.send('POST', `/api/documents/${newest.id}/publish`, { version }).then(async (answer) => {
        if (answer.status !== 200) throw new Error(await answer.text())
        times.request?.push(performance.now() - startedAt)
      })
      const seen = Object.entries(surfaces).map(async ([name, path]) => {
        const at = await untilSeen(server.url + path, headline, startedAt)
        times[name] = [...(times[name] ?? []), at]
      })
      await Promise.all([pressed, ...seen])
    }
    return Object.fromEntries(
      Object.entries(times).flatMap(([name, values]) => [
        [`${name}MillisecondsMedian`, percentile(values, 50)],
        [`${name}MillisecondsP95`, percentile(values, 95)],
      ]),
    )
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function retitle(
  editor: Awaited<ReturnType<typeof signInOverHttp>>,
  id: string,
  headline: string,
): Promise<number> {
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

async function untilSeen(url: string, words: string, startedAt: number): Promise<number> {
  while (performance.now() - startedAt < LIMIT_MILLISECONDS) {
    if ((await (await fetch(url)).text()).includes(words)) return performance.now() - startedAt
  }
  throw new Error(`${words} is not at ${url} after ${LIMIT_MILLISECONDS} ms`)
}
