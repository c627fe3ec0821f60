import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a page tells machines, and which page it is. */
export type Told = { path: string; data: Thing }
export type Thing = Record<string, unknown>

/** The blocks of JSON-LD of a page. @throws SyntaxError when one is no JSON */
export function toldBy(path: string, html: string): Told[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = '']) => ({
    path,
    data: JSON.parse(text) as Thing,
  }))
}

/** The things of a block: those of its graph, or itself. */
export function thingsIn({ data }: Told): Thing[] {
  return Array.isArray(data['@graph']) ? (data['@graph'] as Thing[]) : [data]
}

/**
 * What schema.org's vocabulary does not know of it: types, properties of a type, kinds of values. schema-dts is the vocabulary as types of
 * TypeScript, so the compiler is the validator: a literal may have no property that its type does not have or inherit.
 */
export async function vocabularyProblems(all: readonly Told[]): Promise<string[]> {
  // Beside the packages, where the compiler finds them; a folder of its own, because others compile at the same time.
  const folder = mkdtempSync(join(root, 'node_modules/.schema-org-'))
  try {
    const file = join(folder, 'told.ts')
    const lines = all.map(({ data }, index) => `export const t${index}: Told = ${JSON.stringify(data)}`)
    writeFileSync(file, [HEAD, ...lines, ''].join('\n'))
    const said = await compile(file)
    return said.split('\n').flatMap((line) => {
      const [, number, words] = /told\.ts\((\d+),\d+\): (.*)/.exec(line) ?? []
      if (number === undefined) return []
      const told = all[Number(number) - 1 - HEAD.split('\n').length]
      return [`${told?.path}: ${words?.slice(0, 400)} in ${JSON.stringify(told?.data).slice(0, 400)}`]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const HEAD = [
  "import type { Graph, Thing, WithContext } from 'schema-dts'",
  'type Told = WithContext<Exclude<Thing, string>> | Graph',
].join('\n')

function compile(file: string): Promise<string> {
  const options =
    '--noEmit --ignoreConfig --strict --skipLibCheck --module esnext --moduleResolution bundler --pretty false'
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, ...options.split(' '), '--types', '', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => said.push(piece))
    child.stderr.on('data', (piece: Buffer) => said.push(piece))
    child.once('error', reject)
    child.once('close', (status) => {
      const text = Buffer.concat(said).toString()
      // The compiler that fails for another reason than what it was given has found nothing.
      if (status === 0 || text.includes('told.ts(')) resolve(text)
      else reject(new Error(`The compiler did not answer: ${text}`))
    })
  })
}
