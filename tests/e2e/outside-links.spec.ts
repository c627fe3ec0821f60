import { schema } from '@/lib/document/schema'
import { newId } from '@/lib/ids'
import { anArticleOn, openNewArticle } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { linked, paragraph } from '@/tests/support/documents'
import { outsideServer } from '@/tests/support/outside-server'
import { inDatabase } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

const URL_OF_FARES = 'http://board.test/fares'
const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function writeWithLink(page: Page): Promise<void> {
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('Ferry fares rise')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The board published its fares')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(URL_OF_FARES)
  await expect(page.getByRole('option', { name: `Link to ${URL_OF_FARES}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text(page).getByRole('link', { name: 'fares' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
}

/** What three nights wrote about a page, without the nights. */
async function isKnown(url: string, status: 'DEAD' | 'UNCHECKABLE'): Promise<void> {
  const [lastStatus, reason] = status === 'DEAD' ? [404, 'not-found'] : [403, 'refused-us']
  await inDatabase(
    `INSERT INTO "OutsideLink" (id, url, host, title, status, "lastStatus", reason, "failedDays", "firstFailedAt",
       "lastFailedAt", "nextCheckAt", "titleAskedAt", "createdAt")
     VALUES ($1, $2, 'board.test', 'Ferry fares 2026', $3, $4, $5, 3, now() - interval '3 days', now(),
       now() + interval '7 days', now(), now() - interval '9 days')
     ON CONFLICT (url) DO UPDATE SET status = excluded.status, "lastStatus" = excluded."lastStatus",
       reason = excluded.reason, "failedDays" = 3, title = excluded.title, "firstFailedAt" = excluded."firstFailedAt",
       "lastFailedAt" = now(), "nextCheckAt" = excluded."nextCheckAt", "ignoredAt" = NULL`,
    [newId(), url, status, lastStatus, reason],
  )
}

/** Whatever another test, an attempt before this one, or the night has left: every page is there, and nobody looks again for a week. */
async function nothingIsBroken(): Promise<void> {
  await inDatabase(
    `INSERT INTO "OutsideLink" (id, url, host, "nextCheckAt", "createdAt")
     SELECT gen_random_uuid(), url, split_part(url, '/', 3), now(), now()
     FROM (SELECT DISTINCT split_part(url, '#', 1) AS url FROM "Link" WHERE url ~ '^https?://') AS linked
     ON CONFLICT (url) DO NOTHING`,
  )
  await inDatabase(
    `UPDATE "OutsideLink" SET status = 'OK', "failedDays" = 0, "nextCheckAt" = now() + interval '7 days'`,
  )
}

async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await axeOn(page).analyze()).violations).toEqual([])
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      if (process.env.SCREENS)
        await page.screenshot({ path: `${process.env.SCREENS}/${name}-${colorScheme}-${width}.png` })
    }
  }
}

test('a dead link is listed with its reason, asked again, turned into text, and the history says so', async ({
  page,
}) => {
  test.slow()
  const port = Number(process.env.OUTGOING_TEST_HOSTS?.split(/[:,]/)[1])
  const outside = await outsideServer((_, response) => response.writeHead(404).end(), port)
  await nothingIsBroken()
  await beSignedIn(page, 'EDITOR')
  await page.goto('/desk/reports/links')
  await expect(page.getByText('No broken links')).toBeVisible()
  await page.goto('/desk')
  await writeWithLink(page)
  const article = page.url()
  await isKnown(URL_OF_FARES, 'DEAD')

  await page.reload()
  await text(page).getByRole('link', { name: 'fares' }).click()
  const bubble = page.getByRole('region', { name: 'Marked words' })
  await expect(bubble).toContainText('Ferry fares 2026')
  await expect(bubble).toContainText(/Dead since \d+ \w+: 404/)

  // The checklist names it, and leads to it.
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('dialog').getByText(`“fares” links to a page that is dead: ${URL_OF_FARES}`).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('fares')

  await page.goto('/desk/reports/links')
  await expect(page.getByRole('heading', { name: 'Ferry fares rise' })).toBeVisible()
  await expect(page.getByText(/404, the page does not exist/)).toBeVisible()
  await looksRight(page, 'links')
  await page.getByRole('button', { name: 'Check again now' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('It still does not work: 404, the page does not exist.')).toBeVisible()
  expect(outside.connections()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Turn into text' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No broken links')).toBeVisible()

  await page.goto(article)
  await expect(text(page)).toContainText('The board published its fares')
  await expect(text(page).getByRole('link', { name: 'fares' })).toHaveCount(0)
  await page.goto(`${article}/history`)
  await expect(page.getByText('Link to board.test turned into text').first()).toBeVisible()
  await outside.close()
})

test('what cannot be turned into text is said, with what to do instead; what cannot be checked is kept apart', async ({
  page,
}) => {
  test.slow()
  const [source, original, shut] = ['source', 'original', 'shut'].map((path) => `http://board.test/${path}`) as [
    string,
    string,
    string,
  ]
  const headline = 'Ferry company shuts its site'
  await nothingIsBroken()
  await beSignedIn(page, 'EDITOR')
  const post = schema.node('socialPost', { author: 'Piet', url: original }, paragraph('The site is shut.'))
  const id = await anArticleOn(page, headline, linked('timetable', { href: shut }), post)
  await page.goto(`/desk/articles/${id}`)
  const field = page.getByLabel('Source address')
  await field.fill(source)
  await field.blur()
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/)
  await isKnown(source, 'DEAD')
  await isKnown(original, 'DEAD')
  await isKnown(shut, 'UNCHECKABLE')

  await page.goto('/desk/reports/links')
  const entry = (url: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: url }) })
      .last()
  await expect(entry(original)).toContainText('There is nothing to do: its words are kept.')
  await expect(entry(source)).toContainText('It is the source line of the article.')
  await expect(page.getByRole('button', { name: 'Turn into text' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: shut })).toHaveCount(0)
  await looksRight(page, 'places')

  await page.getByLabel('Section').selectOption({ index: 1 })
  await expect(page.getByText('No broken links in this section')).toBeVisible()
  await page.getByRole('link', { name: 'All sections' }).click()
  await expect(entry(source)).toBeVisible()
  await page.getByLabel('Show').selectOption({ label: 'Cannot be checked' })
  await expect(entry(shut)).toContainText('403, the site does not let us look')
  await expect(page.getByRole('link', { name: source })).toHaveCount(0)
  await looksRight(page, 'uncheckable')

  await page.getByLabel('Show').selectOption({ label: 'Dead and failing' })
  await entry(source).getByRole('link', { name: 'Open the field' }).click()
  await expect(field).toBeFocused()
  await page.goto('/desk/reports/links')
  for (const url of [source, original]) await entry(url).getByRole('button', { name: 'Ignore' }).click()
  await expect(page.getByText('No broken links')).toBeVisible()
})
