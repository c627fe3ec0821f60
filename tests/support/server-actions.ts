import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIResponse, Page } from '@playwright/test'

/**
 * The number that the build gave to a server action, by which a script may call it as a page would: in the header `Next-Action`, with
 * the arguments as a JSON list.
 * @param file the end of the name of the file that has it
 */
export function actionId(file: string, name: string): string {
  const path = join(import.meta.dirname, '../..', process.env.NEXT_DIST_DIR ?? '.next', 'server')
  const manifest = JSON.parse(readFileSync(join(path, 'server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>
  }
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) => filename.endsWith(file) && exportedName === name,
  )
  if (found === undefined) throw new Error(`No server action of ${file} is called ${name}.`)
  return found[0]
}

/** Calls it as whoever is signed in on the page. The answer is not followed elsewhere, and is React's: what it holds is found by a pattern. */
export function callAction(
  page: Page,
  { path, file, name }: { path: string; file: string; name: string },
  input: object,
): Promise<APIResponse> {
  return page.request.post(path, {
    headers: {
      Origin: new URL(process.env.E2E_URL ?? '').origin,
      'Next-Action': actionId(file, name),
      'Content-Type': 'text/plain;charset=UTF-8',
    },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  })
}
