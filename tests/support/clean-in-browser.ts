import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { createViteServer } from 'vitest/node'
import { scratchFolder } from './scratch-folder'

/**
 * Runs the cleaning of pasted HTML in a browser, by itself: it needs a parser of HTML, and only a browser has the real one.
 * Answers each text cleaned once and cleaned again, and how long the first took in milliseconds.
 */
export async function cleanInBrowser(
  page: Page,
  texts: readonly string[],
): Promise<{ once: string; twice: string; milliseconds: number }[]> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const scratch = scratchFolder()
  const server = await createViteServer({
    configFile: false,
    root,
    cacheDir: scratch,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  })
  try {
    await server.listen()
    const address = server.httpServer?.address()
    if (address === null || address === undefined || typeof address === 'string') throw new Error('No port')
    await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    await page.goto(`http://127.0.0.1:${address.port}/empty`)
    return await page.evaluate(async (all) => {
      const path = '/components/editor/paste/clean-html.ts'
      const { cleanHtml } = (await import(path)) as { cleanHtml: (html: string, hasTables: boolean) => string }
      return all.map((html) => {
        const start = performance.now()
        const once = cleanHtml(html, true)
        return { once, milliseconds: performance.now() - start, twice: cleanHtml(once, true) }
      })
    }, texts)
  } finally {
    await server.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}
