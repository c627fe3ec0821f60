import { appPages } from '@/tests/support/app-pages'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

// That no page is kept from anything it does itself is looked at after each browser test: tests/support/browser-test.ts.

/** What the browser answers to each try, by its name: the kind of refusal, or "done". */
async function tryEach(page: Page, tries: Record<string, string>): Promise<Record<string, string>> {
  // What a test has the browser evaluate may evaluate more; a script of the page may not.
  await page.route('**/_next/static/tries.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.answers = {}
        const attempt = (name, work) => {
          try { work(); answers[name] = 'done' } catch (error) { answers[name] = error.name }
        }
        ${Object.entries(tries)
          .map(([name, code]) => `attempt(${JSON.stringify(name)}, () => { ${code} })`)
          .join('\n')}`,
    }),
  )
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.src = '/_next/static/tries.js'
        script.onload = resolve
        script.onerror = reject
        document.head.append(script)
      }),
  )
  return page.evaluate(() => (window as unknown as { answers: Record<string, string> }).answers)
}

test('no text becomes HTML, code or the address of code in the newsroom', async ({ page, untrusted }) => {
  await beSignedIn(page, 'EDITOR')
  const answer = await page.goto('/desk')
  expect(answer?.headers()['content-security-policy']).toContain(
    "require-trusted-types-for 'script'; trusted-types default standfirst-paste ProseMirrorClipboard",
  )
  const element = (name: string) => `document.createElement('${name}')`
  const refused = {
    'HTML in an element': `document.body.innerHTML = '<img src="" onerror="hit()">'`,
    'HTML beside an element': `document.body.insertAdjacentHTML('beforeend', '<b></b>')`,
    'HTML in a document': `new DOMParser().parseFromString('<b></b>', 'text/html')`,
    'HTML in a range': `document.createRange().createContextualFragment('<b></b>')`,
    'HTML in a frame': `${element('iframe')}.srcdoc = '<b></b>'`,
    'HTML that is written': `document.write('<b></b>')`,
    'an attribute that is code': `${element('b')}.setAttribute('onclick', 'hit()')`,
    'text of a script': `${element('script')}.text = 'hit()'`,
    'text that waits': `setTimeout('hit()')`,
    'text that is a function': `Function('hit()')`,
    'a script of another site': `${element('script')}.src = '//else.example/_next/static/a.js'`,
    'a script of ours that is none of the build': `${element('script')}.src = '/service-worker.js'`,
    'a script beside the build': `${element('script')}.src = '/_next/static/%2e%2e/../media/a.js'`,
    'a script in its address': `${element('script')}.setAttribute('src', 'data:text/javascript,hit()')`,
    'a worker of an upload': `new Worker('/media/a.js')`,
    'a worker in its address': `new Worker(URL.createObjectURL(new Blob(['hit()'])))`,
    'a policy of its own': `trustedTypes.createPolicy('mine', {})`,
    'another policy for everything': `trustedTypes.createPolicy('default', { createHTML: (html) => html })`,
    'HTML by the policy for everything': `trustedTypes.defaultPolicy.createHTML('<b></b>')`,
  }
  const allowed = {
    'text in an element': `${element('b')}.textContent = '<img>'`,
    'a script of the build': `${element('script')}.src = '/_next/static/chunks/a.js'`,
  }
  const answers = await tryEach(page, { ...refused, ...allowed })
  for (const name of Object.keys(refused)) expect(answers[name], name).toMatch(/^(?:Type|Eval)Error$/)
  for (const name of Object.keys(allowed)) expect(answers[name], name).toBe('done')
  // Each was refused by the policy, but for the last, for which there is nothing to ask.
  await expect.poll(() => untrusted.length).toBe(Object.keys(refused).length - 1)
  untrusted.splice(0)
})

test('the newsroom’s own pages are kept from nothing', async ({ page }) => {
  test.setTimeout(300_000)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
  await beSignedIn(page, 'ADMINISTRATOR')
  const routes = appPages()
    .map(({ route }) => route)
    .filter((route) => /^\/(?:desk|admin)/.test(route))
  const id = await anArticleOn(page, `Ferry returns ${crypto.randomUUID().slice(0, 8)}`, 'After ten years.')
  await publishOn(page, id)
  // What no page has a plain link to, and whatever is linked from the others.
  const article = ['', '/history', '/editions', '/editions/1'].map((end) => `/desk/articles/${id}${end}`)
  const waiting = [...article, '/desk/fronts/home/history', ...routes.filter((route) => !route.includes('['))]
  const seen = new Set<string>()
  for (const path of waiting) {
    const route = routeOf(routes, path)
    if (route === undefined || seen.has(route)) continue
    seen.add(route)
    await page.goto(path, { waitUntil: 'load' })
    await expect(page.locator('#content'), path).toBeVisible()
    const paths = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    waiting.push(...paths)
  }
  expect(wrong).toEqual([])
  // The sample newsroom has neither: series.spec.ts and tokens.spec.ts look at the pages of their own.
  const elsewhere = ['/desk/series/[id]', '/admin/tokens/webhooks/[id]']
  expect(routes.filter((route) => !seen.has(route) && !elsewhere.includes(route))).toEqual([])
})

/** The route that a page of the newsroom has: one without parameters goes before those with. */
function routeOf(routes: readonly string[], path: string): string | undefined {
  const fits = (route: string) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path)
  return routes.find((route) => route === path) ?? routes.find(fits)
}

test('where nothing of a page can be made, the newsroom says so, and tries again', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  // What stands around each page asks for one.
  await page.addInitScript(() => {
    const { setInterval } = window
    const broken = (...given: Parameters<typeof setInterval>) => {
      if ('isMended' in window) return setInterval(...given)
      throw new Error('Broken by the test')
    }
    Object.assign(window, { setInterval: broken })
  })
  await page.goto('/desk/notices')
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isMended: true }))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Notices', level: 1 })).toBeVisible()
})
