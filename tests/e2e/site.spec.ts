import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@/tests/support/browser-test'

const LEAD = '/politics/thorne-discussed-four-ports-plan-with-calvaran-president-before-unveiling-it'
const PAGES = [
  '/',
  '/sport',
  '/topic/calvara',
  '/author/nadia-verhoeve',
  LEAD,
  '/search',
  '/search?q=harbour',
  '/search?q=harbuor+section%3Anews&after=2026-01-01&order=date',
  '/newsletters',
  '/alerts',
  '/no/such/page',
]

/** Those that have every colour between them. */
const IN_THE_DARK = ['/', LEAD, '/search?q=harbour', '/newsletters', '/no/such/page']

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

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`readers' pages in the ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    for (const path of colorScheme === 'light' ? PAGES : IN_THE_DARK) {
      test(`${path} keeps nobody out and is not wider than a phone`, async ({ page }) => {
        await page.goto(path)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      })
    }
  })
}

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

test('every page of the paper has one main heading, a title and a canonical address', async ({ page }) => {
  for (const path of PAGES.filter((each) => each !== '/no/such/page')) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    expect(await page.locator('h1').count(), path).toBe(1)
    expect((await page.title()).length, path).toBeGreaterThan(5)
  }
  await page.goto(LEAD)
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(new RegExp(`${LEAD}$`))
  expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toContain('Thorne')
})

test('a page that was read stays the same to a machine that asks again', async ({ request }) => {
  const first = await request.get(LEAD)
  const again = await request.get(LEAD, { headers: { 'If-None-Match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
  expect(first.headers()['set-cookie']).toBeUndefined()
  expect(first.headers()['content-security-policy']).not.toContain('unsafe')
})
