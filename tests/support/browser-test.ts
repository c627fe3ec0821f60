import { type BrowserContext, test as base, type ConsoleMessage, expect } from '@playwright/test'

export * from '@playwright/test'

/** What Chromium says of whatever a page tried to do and its policy of Trusted Types does not let it. */
const UNTRUSTED = /\bTrusted ?(?:HTML|Script|ScriptURL|Type)|\bTrustedTypePolicy\b/

/**
 * Playwright's `test`, which also closes what a test opened in the worker's browser by itself: open editors go on talking to the
 * server, and a hundred of them slow down every test that follows. And no test passes in which a page ran into its policy: the browser
 * keeps the page from what it meant to do, and often nobody sees a difference.
 */
export const test = base.extend<{ untrusted: string[]; tidy: undefined }>({
  /** What pages were kept from so far. A test that tries it takes out what it caused. */
  untrusted: [
    async ({ browser }, use) => {
      const untrusted: string[] = []
      const note = (message: ConsoleMessage) => {
        if (UNTRUSTED.test(message.text())) untrusted.push(`${message.page()?.url()}: ${message.text()}`)
      }
      const listen = (context: BrowserContext) => context.on('console', note)
      browser.contexts().forEach(listen)
      browser.on('context', listen)
      await use(untrusted)
      browser.off('context', listen)
      for (const context of browser.contexts()) context.off('console', note)
      expect(untrusted, 'A page was kept from this by its Content Security Policy.').toEqual([])
    },
    { auto: true },
  ],
  tidy: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use(undefined)
      const own = browser.contexts().filter((context) => !before.has(context))
      await Promise.all(own.map((context) => context.close()))
    },
    { auto: true },
  ],
})
