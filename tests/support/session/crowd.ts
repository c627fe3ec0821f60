// A crowd in one article: the real client code, real server processes on one PostgreSQL, a bad network, and kill -9.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { Step } from 'prosemirror-transform'
import type { SentStep } from '@/components/editor/session/protocol'
import { type Document, parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { startThrowAwayPostgres } from '@/scripts/postgres'
import { type HttpPerson, signInOverHttp } from '../http-person'
import { type Random, seeded } from '../seeded'
import { freePort, readSignIns, type ServerProcess, startServer } from '../server-process'
import { editAtRandom, Letters, lettersOf } from './chaos'
import { costBetween, type DatabaseCost, databaseCost } from './database-cost'
import { HttpServer } from './http-server'
import { MemoryDevice } from './memory-drafts'
import { FINE, Network, type Weather } from './network'
import { openTypist, type Typist } from './typist'

export type CrowdOptions = {
  people: number
  edits: number
  /** How many server processes share the database. */
  processes: number
  /** How often one of them is killed with -9 and started again. */
  kills: number
  seed: number
  weather: Weather
  /** The longest pause between two edits of the whole crowd, in milliseconds. */
  pause: number
  onProgress?: (edits: number) => void
}

export type CrowdReport = {
  /** The article at the beginning, and every step since. */
  start: Document
  log: readonly SentStep[]
  document: Document
  typists: Typist[]
  letters: Letters
  handedBack: string[]
  defects: string[]
  kills: number
  version: number
  /** Milliseconds from sending to the acknowledgement, over all requests. */
  acknowledgedAfter: number[]
  /** What the typing cost the database: seconds of a core (null where /proc does not tell) and bytes of log, drafts and revisions. */
  database: DatabaseCost
  seconds: number
}

/** Runs until everybody is saved and at the same version, or gives up after two minutes of calm. */
export async function crowd(options: CrowdOptions): Promise<CrowdReport> {
  const random = seeded(options.seed)
  const newsroom = await openNewsroom(options.processes)
  try {
    const articleId = await newArticle(newsroom.person)
    const started = Date.now()
    const start = await read(newsroom.person, articleId)
    const costBefore = await newsroom.databaseCost()
    const world = await gather(newsroom, articleId, start, options, random)
    const killing = options.kills === 0 ? null : newsroom.killAtRandom(options.kills, random)
    await edit(world, options, random)
    await killing
    for (const { network } of world.people) network.weather = FINE
    await settle(world, newsroom, articleId)
    const costAfter = await newsroom.databaseCost()
    const { document, version } = await read(newsroom.person, articleId)
    return {
      database: costBetween(costBefore, costAfter),
      start: parseDocument(start.document),
      log: await readLog(newsroom.person, articleId, start.version),
      document: parseDocument(document),
      version,
      typists: world.people.map(({ typist }) => typist),
      letters: world.letters,
      handedBack: world.people.flatMap(({ typist }) => typist.withoutPlace),
      defects: world.people.flatMap(({ server }) => server.defects).map(newsroom.explain),
      kills: newsroom.kills(),
      acknowledgedAfter: world.people.flatMap(({ server }) => server.acknowledgedAfter),
      seconds: (Date.now() - started) / 1000,
    }
  } finally {
    await newsroom.close()
  }
}

type Newsroom = {
  person: HttpPerson
  personId: string
  /** The address of a server that runs, a different one each time where there are several. */
  choose: (preferred: number) => string | null
  killAtRandom: (kills: number, random: Random) => Promise<void>
  kills: () => number
  /** A defect that a server answered, with what that server's log says of it. */
  explain: (defect: string) => string
  databaseCost: () => Promise<DatabaseCost>
  close: () => Promise<void>
}

async function openNewsroom(processes: number): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-crowd-'))
  const postgres = await startThrowAwayPostgres()
  const env = {
    DATABASE_URL: postgres.url('standfirst'),
    NEXTAUTH_SECRET: 'a-secret-of-the-crowd-that-both-processes-know',
    INTERNAL_SECRET: 'another-secret-of-the-crowd-that-both-processes-know',
  }
  await createDatabase(postgres.url('postgres'))
  const start = (index: number, port: number) => startServer({ folder: join(folder, `server-${index}`), port, env })
  const servers: (ServerProcess | null)[] = []
  for (let index = 0; index < processes; index++) servers.push(await start(index, await freePort()))
  const origins = servers.map((server) => server?.url ?? '')
  const signIn = readSignIns(join(folder, 'server-0')).find(({ role }) => role === 'EDITOR')
  if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
  const person = await signInOverHttp(origins[0] ?? '', signIn)
  let killed = 0
  const started = servers.filter((server) => server !== null)
  return {
    person,
    personId: '',
    choose: (preferred) => {
      const at = servers.findIndex((server, index) => index === preferred % servers.length && server !== null)
      const other = at >= 0 ? at : servers.findIndex((server) => server !== null)
      return other < 0 ? null : (origins[other] ?? null)
    },
    async killAtRandom(kills, random) {
      for (; killed < kills; killed++) {
        await pass(1_500 + random() * 4_000)
        const index = Math.floor(random() * servers.length)
        const victim = servers[index]
        if (!victim) continue
        servers[index] = null
        victim.child.kill('SIGKILL')
        await victim.exited
        const next = await start(index, Number(new URL(victim.url).port))
        servers[index] = next
        started.push(next)
      }
    },
    kills: () => killed,
    explain(defect) {
      const id = /"id":"([^"]+)"/.exec(defect)?.[1]
      const lines = started.flatMap((server) => server.output().split('\n'))
      return id === undefined ? defect : (lines.find((line) => line.includes(id)) ?? defect)
    },
    databaseCost: () => databaseCost(env.DATABASE_URL),
    async close() {
      for (const server of servers) await server?.stop()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE DATABASE standfirst')
  await client.end()
}

async function newArticle(person: HttpPerson): Promise<string> {
  const { articles } = (await (await person.get('/api/articles/search?q=&limit=50')).json()) as {
    articles: { id: string }[]
  }
  const [article] = articles
  if (article === undefined) throw new Error('The sample newsroom has no article.')
  return article.id
}

async function read(person: HttpPerson, articleId: string): Promise<{ document: unknown; version: number }> {
  return (await (await person.get(`/api/documents/${articleId}`)).json()) as { document: unknown; version: number }
}

async function readLog(person: HttpPerson, articleId: string, since: number): Promise<SentStep[]> {
  return (
    (await (await person.get(`/api/documents/${articleId}/steps?since=${since}`)).json()) as { steps: SentStep[] }
  ).steps
}

type World = {
  people: { typist: Typist; network: Network; server: HttpServer }[]
  letters: Letters
}

async function gather(
  newsroom: Newsroom,
  articleId: string,
  { document, version }: { document: unknown; version: number },
  { people, weather }: CrowdOptions,
  random: Random,
): Promise<World> {
  const start = { version, document, steps: [] }
  const headers = { Cookie: newsroom.person.headers().Cookie ?? '' }
  return {
    letters: new Letters(),
    people: Array.from({ length: people }, (_none, index) => {
      const server = new HttpServer(() => newsroom.choose(index), headers, articleId)
      const network = new Network(server, random, weather)
      const drafts = new MemoryDevice().openTab()
      return { server, network, typist: openTypist({ transport: network, start, drafts, articleId, personId: 'p' }) }
    }),
  }
}

async function edit({ people, letters }: World, options: CrowdOptions, random: Random): Promise<void> {
  for (let count = 1; count <= options.edits; count++) {
    const one = people[Math.floor(random() * people.length)]
    if (one) editAtRandom(one.typist, random, letters)
    if (options.pause > 0) await pass(random() * options.pause)
    else if (count % 10 === 0) await pass(0)
    if (count % 1000 === 0) options.onProgress?.(count)
  }
}

/** Waits until everybody is saved and shows the last version. */
async function settle({ people }: World, newsroom: Newsroom, articleId: string): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const { version } = await read(newsroom.person, articleId)
    const isDone = people.every(
      ({ typist }) => typist.session.status.kind === 'saved' && typist.session.version === version,
    )
    if (isDone) return
    if (tries % 8 === 7) for (const { typist } of people) typist.around.wake()
    await pass(500)
  }
}

/** What of a run's promise did not hold, in sentences. */
export function brokenPromises(report: CrowdReport): string[] {
  const { document, typists, letters, handedBack, defects } = report
  const broken = [...defects.map((defect) => `A server answered ${defect}`)]
  try {
    document.check()
  } catch (error) {
    broken.push(`The document is not of our schema: ${String(error)}`)
  }
  typists.forEach(({ session, editor }, index) => {
    if (session.status.kind !== 'saved') broken.push(`Client ${index} says ${JSON.stringify(session.status)}`)
    if (!editor.state.doc.eq(document)) broken.push(`Client ${index} shows another document`)
  })
  const there = new Set([...lettersOf(document), ...letters.removed, ...handedBack.join('')])
  const lost = [...letters.typed].filter((letter) => !there.has(letter))
  if (lost.length > 0) broken.push(`${lost.length} letters are lost: ${lost.slice(0, 20).join('')}`)
  return [...broken, ...lost.slice(0, 3).map((letter) => fateOf(letter, report))]
}

/** Which step brought a letter, and which one took it away. */
function fateOf(letter: string, { start, log }: CrowdReport): string {
  let document = start
  let came: string | null = null
  for (const { step, clientId } of log) {
    const next = Step.fromJSON(schema, step).apply(document).doc
    if (next === null) return `${letter}: the log does not apply`
    const [before, after] = [document, next].map(({ textContent }) => textContent.includes(letter))
    const said = `${clientId} ${JSON.stringify(step)}`
    if (!before && after) came = said
    if (before && !after) return `${letter} came with ${came} and went with ${said}`
    document = next
  }
  return came === null ? `${letter} never arrived` : `${letter} came with ${came} and is there`
}
