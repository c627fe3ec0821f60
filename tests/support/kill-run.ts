// Kills the whole app with -9, again and again, while people type and publish, and looks at what is left.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { type HttpPerson, signInOverHttp } from './http-person'
import { seeded } from './seeded'
import { readSignIns, type ServerProcess, startServer } from './server-process'

export type KillReport = {
  kills: number
  /** Batches of steps and publications that the server said yes to. */
  acknowledgedSaves: number
  acknowledgedPublications: number
  /** Sentences, one for each thing that should not be. Empty when the promise held. */
  broken: string[]
  /** From kill to an answer again, milliseconds. */
  recoveries: number[]
}

const WRITERS = 3
const WORKING_MILLISECONDS = { fewest: 200, most: 1_500 }
/** A busy machine needs longer than that for the first publication after a start. */
const FIRST_PUBLICATION_MILLISECONDS = 30_000

/** An article that somebody keeps changing. Headline and last paragraph carry the same stamp, always saved together. */
type Writer = {
  id: string
  path: string
  stamp: number
  savedStamp: number
  publishedStamp: number
  savedVersion: number
}

/**
 * @param seed decides when each kill comes
 * @param onKill is told after each recovery
 */
export async function killRun(
  kills: number,
  seed: number,
  onKill: (done: number) => void = () => {},
): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-kill-'))
  const report: KillReport = { kills: 0, acknowledgedSaves: 0, acknowledgedPublications: 0, broken: [], recoveries: [] }
  const random = seeded(seed)
  let server = await startServer({ folder })
  try {
    const editor = await editorOf(server, folder)
    const writers = await chooseArticles(editor(server))
    for (let kill = 0; kill < kills; kill += 1) {
      const isOver = { yet: false }
      const work = writers.map((writer) => writeUntil(isOver, editor(server), writer, report))
      // Every other kill comes while the app is still waking up, the rest among publications that work.
      if (kill % 2 === 1) await onePublicationMore(report)
      await sleep(WORKING_MILLISECONDS.fewest + random() * (WORKING_MILLISECONDS.most - WORKING_MILLISECONDS.fewest))
      killAll(server)
      isOver.yet = true
      await Promise.all([...work, server.exited])
      const killedAt = performance.now()
      server = await startServer({ folder, port: Number(new URL(server.url).port) })
      report.recoveries.push(performance.now() - killedAt)
      report.kills += 1
      for (const writer of writers) await look(server, editor(server), writer, report)
      onKill(report.kills)
    }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return report
}

async function onePublicationMore(report: KillReport): Promise<void> {
  const before = report.acknowledgedPublications
  const until = performance.now() + FIRST_PUBLICATION_MILLISECONDS
  while (report.acknowledgedPublications === before && performance.now() < until) await sleep(20)
}

/** One sign-in for the whole run: sessions are rows, and survive like everything else. */
async function editorOf(server: ServerProcess, folder: string): Promise<(server: ServerProcess) => HttpPerson> {
  const signIn = readSignIns(folder).find(({ role }) => role === 'EDITOR')
  if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
  const person = await signInOverHttp(server.url, signIn)
  return () => person
}

async function chooseArticles(editor: HttpPerson): Promise<Writer[]> {
  const { articles } = (await (await editor.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string; path: string | null }[]
  }
  return articles
    .filter((article): article is { id: string; path: string } => article.path !== null)
    .slice(0, WRITERS)
    .map(({ id, path }) => ({ id, path, stamp: 0, savedStamp: 0, publishedStamp: 0, savedVersion: 0 }))
}

/** Types and publishes until the server is gone. Only what it answered 200 to counts as acknowledged. */
async function writeUntil(
  isOver: { yet: boolean },
  editor: HttpPerson,
  writer: Writer,
  report: KillReport,
): Promise<void> {
  while (!isOver.yet) {
    try {
      await save(editor, writer, report)
      if (writer.stamp % 2 === 0) await publish(editor, writer, report)
    } catch {
      await sleep(5)
    }
  }
}

async function save(editor: HttpPerson, writer: Writer, report: KillReport): Promise<void> {
  const opened = (await (await editor.get(`/api/documents/${writer.id}`)).json()) as {
    version: number
    document: unknown
  }
  writer.stamp += 1
  const answer = await editor.send('POST', `/api/documents/${writer.id}/steps`, {
    version: opened.version,
    clientId: 'killed',
    steps: stampSteps(opened.document, writer.stamp),
  })
  if (answer.status !== 200) return
  writer.savedVersion = ((await answer.json()) as { version: number }).version
  writer.savedStamp = writer.stamp
  report.acknowledgedSaves += 1
}

async function publish(editor: HttpPerson, writer: Writer, report: KillReport): Promise<void> {
  const answer = await editor.send('POST', `/api/documents/${writer.id}/publish`, { version: writer.savedVersion })
  if (answer.status !== 200) return
  await answer.json()
  writer.publishedStamp = writer.savedStamp
  report.acknowledgedPublications += 1
}

function stampSteps(json: unknown, stamp: number): unknown[] {
  const document = parseDocument(json)
  const transform = new Transform(document)
  const last = stampParagraph(document)
  const words = schema.text(`Body stamp ${stamp}.`)
  if (last === null) transform.insert(document.content.size, schema.nodes.paragraph.create(null, words))
  else transform.replaceWith(last.from, last.to, words)
  transform.replaceWith(1, 1 + document.child(0).content.size, schema.text(`Headline stamp ${stamp}.`))
  return transform.steps.map((step) => step.toJSON())
}

function stampParagraph(document: ReturnType<typeof parseDocument>): { from: number; to: number } | null {
  const last = document.lastChild
  if (last === null || !last.textContent.startsWith('Body stamp')) return null
  const start = document.content.size - last.nodeSize
  return { from: start + 1, to: start + 1 + last.content.size }
}

async function look(server: ServerProcess, editor: HttpPerson, writer: Writer, report: KillReport): Promise<void> {
  const say = (what: string) => report.broken.push(`after kill ${report.kills}, ${writer.path}: ${what}`)
  const draft = (await (await editor.get(`/api/documents/${writer.id}`)).json()) as {
    document: unknown
    version: number
  }
  const saved = stampsIn(parseDocument(draft.document).textContent)
  if (draft.version < writer.savedVersion) say(`version ${draft.version}, but ${writer.savedVersion} was acknowledged`)
  if (saved.headline !== saved.body) say(`half a save: headline ${saved.headline}, body ${saved.body}`)
  if (saved.headline < writer.savedStamp) say(`stamp ${saved.headline}, but ${writer.savedStamp} was acknowledged`)

  const page = await fetch(server.url + writer.path)
  const html = await page.text()
  if (page.status !== 200) say(`readers get ${page.status}`)
  if (writer.publishedStamp === 0) return
  const shown = stampsIn(html)
  if (shown.headline !== shown.body) say(`half a publication: headline ${shown.headline}, body ${shown.body}`)
  if (shown.headline < writer.publishedStamp)
    say(`readers get ${shown.headline}, but ${writer.publishedStamp} was published`)
  const feed = await (await fetch(`${server.url}/feed.xml`)).text()
  if (!feed.includes(`Headline stamp ${shown.headline}.`))
    say(`the feed does not have what the page has (${shown.headline})`)
}

function stampsIn(text: string): { headline: number; body: number } {
  return {
    headline: Number(/Headline stamp (\d+)\./.exec(text)?.[1] ?? 0),
    body: Number(/Body stamp (\d+)\./.exec(text)?.[1] ?? 0),
  }
}

/** The server, the database and whatever they started, in one stroke and without a word. */
function killAll(server: ServerProcess): void {
  const table = processTable()
  const doomed = [server.child.pid ?? -1]
  for (const parent of doomed) for (const [pid, ppid] of table) if (ppid === parent) doomed.push(pid)
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was gone already.
    }
  }
}

/** Every process with its parent. From /proc where there is one: small images come without `ps`. */
function processTable(): [pid: number, parent: number][] {
  if (!existsSync('/proc/self/stat')) {
    const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
    return rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number])
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = / \S ([0-9]+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '')) ?? []
        return [[Number(pid), Number(parent)] as [number, number]]
      } catch {
        return []
      }
    })
}
