import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { kindsOfPages, LEAD } from '@/tests/support/kinds-of-pages'

/** The bytes of a page's own transfer: what a reader on a phone pays before any picture. */
async function transferOf(page: Page, path: string): Promise<{ bytes: number; hosts: string[]; scripts: number }> {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, string>()
  const hosts = new Set<string>()
  let bytes = 0
  let scripts = 0
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, type)
    if (response.url.startsWith('http')) hosts.add(new URL(response.url).host)
    if (type === 'Script') scripts += 1
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (types.get(requestId) !== 'Image') bytes += encodedDataLength
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return { bytes, hosts: [...hosts], scripts }
}

/** So many tests share the kinds of pages, so that two browsers look at them at once. */
const PARTS = 2

/** What keeps a reader out by WCAG 2.2 AA and by what axe calls good practice, in the light; of the dark, which is the same page, the contrast. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axeOn(page, { rules: { 'target-size': { enabled: true } } }).analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeOn(page).withRules(['color-contrast']).analyze()
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

for (const width of [320, 1280]) {
  for (let part = 0; part < PARTS; part += 1) {
    test(`every kind of page keeps nobody out at ${width} pixels, fits the screen and asks our host alone (${part + 1} of ${PARTS})`, async ({
      page,
    }) => {
      test.setTimeout(240_000)
      await page.setViewportSize({ width, height: 844 })
      const hosts = new Set<string>()
      page.on('request', (request) => {
        if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host)
      })
      const found: Record<string, string[]> = {}
      const kinds = (await kindsOfPages(process.env.E2E_URL ?? '')).filter((_, index) => index % PARTS === part)
      for (const { kind, path, status } of kinds) {
        expect((await page.goto(path))?.status(), path).toBe(status)
        const barriers = await barriersOn(page)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > width) barriers.push(`${wide} pixels wide`)
        if (barriers.length > 0) found[kind] = barriers
      }
      expect(found).toEqual({})
      expect([...hosts]).toEqual([new URL(page.url()).host])
    })
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a story from the front page, turns to its author and signs up on the way', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('banner').getByRole('searchbox').fill('four-ports plan Calvaran')
    await page.keyboard.press('Enter')
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Thorne discussed/ })
      .first()
      .click()
    await expect(page).toHaveURL(new RegExp(`${LEAD}$`))
    const form = page.locator('form[action="/api/newsletters/subscribe"]').first()
    await form.getByLabel('Your e-mail address').fill(`${crypto.randomUUID()}@reader.example`)
    await form.getByRole('button').click()
    await expect(form.getByText('Check your mail')).toBeVisible()
    await page.getByRole('link', { name: 'Nadia Verhoeve' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nadia Verhoeve')
  })
})

test('a story of last year says so above its headline, and one of today does not', async ({ page }) => {
  await page.goto('/culture/corvane-film-festival-to-open-in-a-swimming-pool')
  await expect(page.getByText('This story is more than a year old.')).toBeVisible()
  await page.goto(LEAD)
  await expect(page.getByText('year old')).toHaveCount(0)
})

test('an article costs at most 30 KB without its pictures, runs no script and asks no host but ours', async ({
  page,
}) => {
  const { bytes, hosts, scripts } = await transferOf(page, LEAD)
  expect(bytes).toBeLessThanOrEqual(30_720)
  expect(scripts).toBe(0)
  expect(hosts).toEqual([new URL(page.url()).host])
})

test('a page that was read stays the same to a machine that asks again', async ({ request }) => {
  const first = await request.get(LEAD)
  const again = await request.get(LEAD, { headers: { 'If-None-Match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
  expect(first.headers()['set-cookie']).toBeUndefined()
  expect(first.headers()['content-security-policy']).not.toContain('unsafe')
})
