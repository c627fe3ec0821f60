import AxeBuilder from '@axe-core/playwright'
import { newId } from '@/lib/ids'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { outsideServer } from '@/tests/support/outside-server'
import { inDatabase } from '@/tests/support/server-database'
import { signIn } from '@/tests/support/sign-in'

const URL_OF_FARES = 'http://board.test/fares'
const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function writeWithLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
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

test('a dead link is listed with its reason, asked again, turned into text, and the history says so', async ({
  page,
}) => {
  test.slow()
  const port = Number(process.env.OUTGOING_TEST_HOSTS?.split(/[:,]/)[1])
  const outside = await outsideServer((_, response) => response.writeHead(404).end(), port)
  await signIn(page, 'EDITOR')
  await page.goto('/desk/reports/links')
  await expect(page.getByText('No broken links')).toBeVisible()
  await page.goto('/desk')
  await writeWithLink(page)
  const article = page.url()
  await inDatabase(
    `INSERT INTO "OutsideLink" (id, url, host, title, status, "lastStatus", reason, "failedDays", "firstFailedAt",
       "lastFailedAt", "nextCheckAt", "titleAskedAt", "createdAt")
     VALUES ($1, $2, 'board.test', 'Ferry fares 2026', 'DEAD', 404, 'not-found', 3, now() - interval '3 days', now(),
       now() + interval '7 days', now(), now() - interval '9 days')
     ON CONFLICT (url) DO UPDATE SET status = 'DEAD', "lastStatus" = 404, reason = 'not-found', "failedDays" = 3,
       title = excluded.title, "firstFailedAt" = excluded."firstFailedAt", "lastFailedAt" = now()`,
    [newId(), URL_OF_FARES],
  )

  await page.reload()
  await text(page).getByRole('link', { name: 'fares' }).click()
  const bubble = page.getByRole('region', { name: 'Marked words' })
  await expect(bubble).toContainText('Ferry fares 2026')
  await expect(bubble).toContainText(/Dead since \d+ \w+: 404/)

  await page.goto('/desk/reports/links')
  await expect(page.getByRole('heading', { name: 'Ferry fares rise' })).toBeVisible()
  await expect(page.getByText(/404, the page does not exist/)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      if (process.env.SCREENS)
        await page.screenshot({ path: `${process.env.SCREENS}/links-${colorScheme}-${width}.png` })
    }
  }
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
