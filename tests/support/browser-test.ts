import { test as base } from '@playwright/test'

export * from '@playwright/test'

/**
 * Playwright's `test`, which also closes what a test opened in the worker's browser by itself: open editors go on talking to the
 * server, and a hundred of them slow down every test that follows.
 */
export const test = base.extend<{ tidy: undefined }>({
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
