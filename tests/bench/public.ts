import { request } from 'node:http'
import { addressesOf } from './paper/addresses'
import { openPaper, type Paper } from './paper/open-paper'
import { percentile } from './percentile'
import { ask } from './public/ask'
import { COLD, coldTimes } from './public/cold'
import { generator, type Load, load } from './public/load'
import type { Family } from './public/process-cost'
import { startStaticServer, type Taken } from './public/static-server'
import { transferOf } from './public/transfer-of'

type Figures = Record<string, number | string>

const ENCODINGS = ['identity', 'gzip', 'br'] as const
/** An answer that is asked for so often is compressed as well as can be. */
const UNTIL_IMPROVED = 30

/**
 * The public site with more and more articles: each kind of page cold and kept, in each encoding; a kept article beside a server of files with
 * the same bytes; what a page weighs; memory before and after.
 */
export async function publicSite(isSmall: boolean): Promise<Figures> {
  const sizes = isSmall ? [1_000] : [1_000, 100_000, 1_000_000]
  const seconds = isSmall ? 1 : 3
  console.log(isSmall ? 'About a minute.' : 'About twelve minutes, and as long to make the papers.')
  console.log(
    `Asked by ${generator === 'wrk' ? 'wrk' : 'a process of our own, because wrk is not installed: it takes more of the cores'}.`,
  )
  const figures: Figures = {}
  for (const size of sizes) {
    for (const measure of size === sizes.at(-1) ? [cold, kept] : [cold]) {
      const paper = await openPaper(size, measure === cold ? COLD : {})
      try {
        Object.assign(figures, await measure(paper, { seconds, isSmall }))
      } finally {
        await paper.stop()
      }
    }
  }
  return figures
}

type Extent = { seconds: number; isSmall: boolean }

async function cold(paper: Paper, { isSmall }: Extent): Promise<Figures> {
  const figures: Figures = {}
  const [times] = await coldTimes([paper], isSmall ? 6 : 60)
  for (const [kind, { answer, cores }] of times ?? []) {
    figures[`${paper.size}: ${kind}, cold: p50, p95, p99, ms`] = [50, 95, 99]
      .map((each) => percentile(answer, each))
      .join(', ')
    figures[`${paper.size}: ${kind}, cold: p50, p95 of the cores, ms`] = [50, 95]
      .map((each) => percentile(cores, each))
      .join(', ')
  }
  return figures
}

async function kept(paper: Paper, extent: Extent): Promise<Figures> {
  const { server, app } = paper
  const addresses = await addressesOf(paper)
  const figures = memory('at start', paper)
  for (const [kind, address] of Object.entries(addresses)) {
    const url = server.url + address(1)
    const encodings = extent.isSmall && kind !== 'article' ? (['br'] as const) : ENCODINGS
    for (const encoding of encodings) {
      for (let n = 0; n < UNTIL_IMPROVED; n++) await ask(url, { 'Accept-Encoding': encoding })
      const { load: told, thousand } = await costly(app, () => load(url, encoding, extent.seconds))
      figures[`${kind}, ${encoding}: answers a second`] = told.requestsPerSecond
      figures[`${kind}, ${encoding}: p50, p95, p99, ms`] = `${told.p50}, ${told.p95}, ${told.p99}`
      figures[`${kind}, ${encoding}: a thousand answers, ms of a core`] = thousand
    }
  }
  Object.assign(figures, await besideFiles(paper, server.url + (addresses.article?.(1) ?? '/'), extent))
  for (const kind of ['article', 'home'])
    for (const [type, bytes] of Object.entries(await transferOf(server.url + (addresses[kind]?.(1) ?? '/'))))
      figures[`${kind}: ${type}, bytes of transfer`] = bytes
  return { ...figures, ...memory('after it', paper) }
}

function memory(when: string, { app, database }: Paper): Figures {
  return { [`app ${when}, MB`]: app.memoryMegabytes(), [`database ${when}, MB`]: database.memoryMegabytes() }
}

/** `thousand`: milliseconds of a core for a thousand answers. */
type Costly = { load: Load; thousand: number }

/** What a load took of the cores beside what it says itself: that is the same when others have the cores, too. */
async function costly(family: Family, work: () => Promise<Load>): Promise<Costly> {
  const before = family.cpuMilliseconds()
  const told = await work()
  return { load: told, thousand: Math.round((1_000 * (family.cpuMilliseconds() - before)) / told.answers) }
}

/** The same article from us and from a server of files, by turns, so that what else the machine does falls on both. */
async function besideFiles({ app, folder }: Paper, url: string, { seconds, isSmall }: Extent): Promise<Figures> {
  const answers = await Promise.all(ENCODINGS.map((encoding) => take(url, encoding)))
  const files = await startStaticServer(folder, answers)
  console.log(
    files.kind === 'nginx'
      ? 'Beside nginx, one process.'
      : 'nginx is not installed: beside a bare server of node’s instead, bytes in memory, which is no measure of nginx.',
  )
  const figures: Figures = {}
  try {
    for (const encoding of ENCODINGS) {
      const turns: { ours: Costly; theirs: Costly }[] = []
      for (let turn = 0; turn < (isSmall ? 2 : 7); turn++) {
        const ours = await costly(app, () => load(url, encoding, seconds))
        const theirs = await costly(files.family, () => load(`${files.url}/${encoding}`, encoding, seconds))
        turns.push({ ours, theirs })
      }
      const of = (value: (turn: { ours: Costly; theirs: Costly }) => number) => percentile(turns.map(value), 50)
      const name = `kept article, ${encoding}`
      figures[`${name}: ours, ${files.kind}, answers a second`] =
        `${of(({ ours }) => ours.load.requestsPerSecond)}, ${of(({ theirs }) => theirs.load.requestsPerSecond)}`
      figures[`${name}: ours, ${files.kind}, a thousand answers, ms of a core`] =
        `${of(({ ours }) => ours.thousand)}, ${of(({ theirs }) => theirs.thousand)}`
      figures[`${name}: answers a second, ours for a hundred of ${files.kind}`] = of(
        ({ ours, theirs }) => (100 * ours.load.requestsPerSecond) / theirs.load.requestsPerSecond,
      )
      figures[`${name}: answers for the same time of a core, ours for a hundred of ${files.kind}`] = of(
        ({ ours, theirs }) => (100 * theirs.thousand) / ours.thousand,
      )
    }
  } finally {
    files.stop()
  }
  return figures
}

/** The answer as it goes over the wire: fetch() would unpack it. */
function take(url: string, encoding: string): Promise<Taken> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'Accept-Encoding': encoding }, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const headers = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' && !OF_EVERY_SERVER.has(name) ? [[name, value]] : [],
        )
        resolve({ name: encoding, body: Buffer.concat(pieces), headers })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What each server says in its own words. */
const OF_EVERY_SERVER = new Set(['connection', 'keep-alive', 'date', 'content-length', 'etag', 'transfer-encoding'])
