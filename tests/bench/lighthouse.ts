import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '@/scripts/browser.mjs'
import { startServer } from '@/tests/support/server-process'

// Fetched from npm when it is asked for, and kept there: it is larger than all else that we develop with, and nothing but this needs it.
const PACKAGE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-extensions'

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>
}

/**
 * What Lighthouse says of the sample newsroom on a phone with a slow network, of a hundred in each category: the best of some runs, because
 * other work on the machine can only take from it. What is lost is said in words.
 */
export async function lighthouse(isSmall: boolean): Promise<Record<string, string>> {
  console.log(isSmall ? 'Three minutes: Lighthouse takes half a minute for a page.' : 'About ten minutes.')
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
  const server = await startServer({ folder }, 900)
  try {
    const home = await (await fetch(server.url)).text()
    const lead =
      /<h2[^>]*><a[^>]* href="(\/[a-z-]+\/[a-z0-9-]+)"/.exec(home)?.[1] ??
      /href="(\/news\/[a-z0-9-]{20,})"/.exec(home)?.[1]
    if (lead === undefined) throw new Error('The home page leads to no article.')
    const figures: Record<string, string> = {}
    for (const [name, path] of Object.entries({
      home: '/',
      section: '/news',
      article: lead,
      search: '/search',
      'search, what it finds': '/search?q=ferry',
    })) {
      const reports: Report[] = []
      for (let run = 0; run < (isSmall ? 1 : 5); run++) reports.push(await look(server.url + path))
      const best = reports.reduce((one, other) =>
        scoreOf(other, 'performance') > scoreOf(one, 'performance') ? other : one,
      )
      figures[name] = CATEGORIES.map((category) => scoreOf(best, category)).join(' / ')
      figures[`${name}: performance of each run`] = reports.map((report) => scoreOf(report, 'performance')).join(', ')
      for (const loss of lossesOf(best)) console.log(`${name}: ${loss}`)
    }
    return figures
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function look(url: string): Promise<Report> {
  // As a reader finds it: kept.
  for (let n = 0; n < 3; n++) await (await fetch(url)).text()
  const said = await run('npm', [
    ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', url, '--quiet', '--no-enable-error-reporting'],
    ...[
      '--output=json',
      '--output-path=stdout',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${FLAGS}`,
    ],
  ])
  return JSON.parse(said.slice(said.indexOf('{'))) as Report
}

async function run(command: string, parameters: string[]): Promise<string> {
  const env = { ...process.env, CHROME_PATH: await findBrowser() }
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece
    })
    child.stderr.on('data', (piece: Buffer) => {
      complained += piece
    })
    child.once('error', reject)
    child.once('close', (status) => (status === 0 ? resolve(said) : reject(new Error(complained))))
  })
}

function scoreOf({ categories }: Report, category: string): number {
  return Math.round(100 * (categories[category]?.score ?? 0))
}

function lossesOf({ categories, audits }: Report): string[] {
  return Object.entries(categories).flatMap(([category, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id]
      const isLost = weight > 0 && audit !== undefined && audit.score !== null && audit.score < 1
      return isLost ? [`${category} loses by “${audit.title}” (${audit.displayValue ?? audit.score})`] : []
    }),
  )
}
