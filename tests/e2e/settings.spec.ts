import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const LEAD = '/politics/thorne-discussed-four-ports-plan-with-calvaran-president-before-unveiling-it'

const textOf = async (path: string) => (await fetch(url + path)).text()

async function open(page: Page): Promise<void> {
  await page.goto('/admin/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save the settings' }).click()
}

/** Puts back what a test may have changed. */
async function restore(page: Page, tagline: string): Promise<void> {
  await open(page)
  await page.getByLabel('Tagline').fill(tagline)
  await page.getByLabel('Security contact').fill('')
  await page.getByRole('radio', { name: 'Allow everything' }).check()
  const button = page.getByRole('button', { name: 'Save the settings' })
  if (await button.isEnabled()) {
    await button.click()
    await expect(page.getByText('Saved. Readers’ pages say so from now on.')).toBeVisible()
  }
}

test('an administrator says what the paper is, and every address for readers follows at once', async ({ page }) => {
  await beSignedIn(page, 'ADMINISTRATOR')
  const tagline = 'News of the river, the coast and the capital'
  await restore(page, tagline)
  const mark = `Tides ${crypto.randomUUID().slice(0, 8)}`
  expect(await textOf('/')).not.toContain(mark)
  expect((await fetch(`${url}/.well-known/security.txt`)).status).toBe(404)
  expect(await textOf('/robots.txt')).not.toContain('GPTBot')
  try {
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await page.getByLabel('Tagline').fill(mark)
    await page.getByLabel('Security contact').fill('nobody at all')
    await page.getByRole('radio', { name: 'No training' }).check()
    await save(page)
    await expect(page.getByText('Write an e-mail address, or a page')).toBeVisible()
    await expect(page.getByLabel('Security contact')).toBeFocused()
    // What was typed is still there.
    await expect(page.getByLabel('Tagline')).toHaveValue(mark)
    await expect(page.getByLabel('Security contact')).toHaveValue('nobody at all')
    await expect(page.getByRole('radio', { name: 'No training' })).toBeChecked()
    expect(await textOf('/')).not.toContain(mark)

    await page.getByLabel('Security contact').fill('security@paper.example')
    await save(page)
    await expect(page.getByText('Saved. Readers’ pages say so from now on.')).toBeVisible()
    expect(await textOf('/')).toContain(mark)
    expect(await textOf(LEAD)).toContain('<meta name="tdm-reservation" content="1"/>')
    expect(await textOf('/robots.txt')).toContain('User-agent: GPTBot')
    expect(await textOf('/.well-known/security.txt')).toContain('Contact: mailto:security@paper.example')
    expect(await textOf('/.well-known/tdmrep.json')).toBe('[{"location":"/","tdm-reservation":1}]')
  } finally {
    await restore(page, tagline)
  }
  expect(await textOf(LEAD)).not.toContain('tdm-reservation')
})

test('an administrator gives the paper a look and a menu of its own, and takes them back', async ({
  page,
  browser,
}) => {
  await beSignedIn(page, 'ADMINISTRATOR')
  const saved = page.getByText('Saved. Readers’ pages say so from now on.').last()
  const colour = page.getByRole('textbox', { name: 'Colour', exact: true })
  const readers = await browser.newPage()
  try {
    await page.goto('/admin/settings')
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Look' }).click()
    await colour.fill('#ff8800')
    await expect(page.getByText('too little')).toBeVisible()
    await page.getByRole('button', { name: 'Save the look' }).click()
    await expect(page.getByText('The nearest shade that has it is')).toBeVisible()
    await expect(colour).toHaveValue('#ff8800')
    await page.getByRole('button', { name: /the nearest that can be read/ }).click()
    const taken = await colour.inputValue()
    // Together with letters that nobody fetches: beside this, another test weighs an article.
    await page.getByRole('radio', { name: 'The reader’s own serif' }).check()
    await page.getByRole('button', { name: 'Save the look' }).click()
    await expect(saved).toBeVisible()
    await readers.goto(LEAD)
    const kicker = readers.locator('.kicker').first()
    await expect(kicker).toHaveCSS(
      'color',
      `rgb(${[1, 3, 5].map((at) => Number.parseInt(taken.slice(at, at + 2), 16)).join(', ')})`,
    )
    const sheet = await fetch(
      url + (await readers.locator('link[rel="stylesheet"][href^="/look.css"]').getAttribute('href')),
    )
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await textOf('/favicon.svg')).toContain(taken)

    await page.getByRole('link', { name: 'Menus' }).click()
    await page.getByRole('button', { name: 'Add an entry' }).first().click()
    await page.getByLabel('Leads to').selectOption('An address')
    await page.getByLabel('Address').fill('//elsewhere.example')
    await page.getByLabel('Label').fill('Archive')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.getByText('Write an address that begins with https://')).toBeVisible()
    await page.getByLabel('Address').fill('/search?order=date')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Move Archive up' }).press('Enter')
    await page.getByRole('button', { name: 'Save the menus' }).click()
    const links = readers.getByRole('navigation', { name: 'Sections' }).getByRole('link')
    // What was said of the look a moment ago says nothing of the menus.
    await expect(async () => {
      await readers.goto(LEAD)
      expect((await links.allTextContents()).slice(-2)).toEqual(['Archive', 'Newsletters'])
    }).toPass()
  } finally {
    await page.goto('/admin/settings/menus')
    const archive = page.getByRole('button', { name: 'Take Archive out' })
    if (await archive.isVisible()) {
      await archive.click()
      await page.getByRole('button', { name: 'Save the menus' }).click()
      await expect(saved).toBeVisible()
    }
    await page.goto('/admin/settings/look')
    await page.getByRole('button', { name: 'Red', exact: true }).click()
    await page.getByRole('radio', { name: /^Source Serif/ }).check()
    await page.getByRole('button', { name: 'Save the look' }).click()
    await expect(saved).toBeVisible()
  }
  expect(await textOf(LEAD)).not.toContain('look.css')
})

test('a time zone is found by the name that people know it by', async ({ page }) => {
  await beSignedIn(page, 'ADMINISTRATOR')
  await open(page)
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('new york')
  await page.getByRole('option', { name: /America\/New York/ }).click()
  await expect(zone).toHaveValue('America/New York')
  await expect(page.getByRole('button', { name: 'Save the settings' })).toBeEnabled()
})

test('whoever is no administrator knows of no settings', async ({ page }) => {
  await signIn(page, 'EDITOR')
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0)
  expect((await page.goto('/admin/settings'))?.status()).toBe(404)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } })

    test('the settings keep nobody out and are not wider than a phone', async ({ page }) => {
      await beSignedIn(page, 'ADMINISTRATOR')
      for (const path of ['', '/look', '/menus']) {
        await page.goto(`/admin/settings${path}`)
        await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
        const { violations } = await axeOn(page).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      }
    })
  })
}

test('machines find a card of an article by its page, in both formats, and a picture in it', async () => {
  const page = await textOf(LEAD)
  const hrefOf = (type: string) =>
    page.match(new RegExp(`<link rel="alternate" type="${type}" [^>]*href="([^"]+)"`))?.[1]?.replaceAll('&amp;', '&') ??
    ''
  const json = await fetch(hrefOf('application/json\\+oembed'))
  expect(json.headers.get('access-control-allow-origin')).toBe('*')
  expect(await json.json()).toMatchObject({ type: 'link', version: '1.0', url: url + LEAD })
  const xml = await fetch(hrefOf('text/xml\\+oembed'))
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(await xml.text()).toContain(`<url>${url}${LEAD}</url>`)
  const picture = page.match(/<meta property="og:image" content="([^"]+)"/)?.[1] ?? ''
  expect((await fetch(picture)).headers.get('content-type')).toMatch(/^image\//)
})

test('the drawn card is a picture that is kept, and sets and runs nothing', async () => {
  const feed = (await (await fetch(`${url}/feed.json`)).json()) as { items: { id: string }[] }
  const id = feed.items[0]?.id.slice('urn:uuid:'.length)
  const card = await fetch(`${url}/cards/${id}.png?v=anything`)
  expect(card.status).toBe(200)
  expect(card.headers.get('content-type')).toBe('image/png')
  expect(card.headers.get('set-cookie')).toBeNull()
  expect(card.headers.get('content-security-policy')).toContain("default-src 'none'")
  const bytes = Buffer.from(await card.arrayBuffer())
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  const etag = card.headers.get('etag') ?? ''
  expect((await fetch(`${url}/cards/${id}.png`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
})
