import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../../..')

/** An exported function of lib/ whose first parameter is whoever acts; `rest`: its other parameters, as they are written. */
export type UseCase = { name: string; rest: string; run: (...given: unknown[]) => unknown }

const DECLARED =
  /export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*(?:actor|opener): (?:Actor|PersonActor)\b((?:[^()]|\([^()]*\))*)\)/g

/** Every one that there is, by "lib/articles/publish-article.ts publishArticle". */
export async function allUseCases(): Promise<UseCase[]> {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .map((file) => `lib/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('lib/db/generated'))
    .sort()
  const found: UseCase[] = []
  for (const file of files) {
    const declared = [...readFileSync(join(root, file), 'utf8').matchAll(DECLARED)]
    if (declared.length === 0) continue
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, UseCase['run']>
    for (const [, name = '', rest = ''] of declared) {
      const run = module[name]
      if (run === undefined) throw new Error(`${file} does not export ${name}.`)
      found.push({ name: `${file} ${name}`, rest: rest.replace(/\s+/g, ' '), run })
    }
  }
  return found
}
