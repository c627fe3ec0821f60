import { localTime } from '@/lib/schedule/zoned-time'
import { anArticleOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { nameOf } from '@/tests/support/newsroom'
import { inDatabase } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

const mark = () => crypto.randomUUID().slice(0, 8)

/** A desk that no other test knows. */
const desk = { id: crypto.randomUUID(), slug: `harbour-${mark()}`, name: 'Harbour' }
const address = `/desk?desk=${desk.slug}`

test.beforeAll(async () => {
  await inDatabase(`INSERT INTO "Desk" (id, slug, name, position, "createdAt") VALUES ($1, $2, $3, 99, now())`, [
    desk.id,
    desk.slug,
    desk.name,
  ])
})

test.afterAll(async () => {
  await inDatabase(`UPDATE "Article" SET "deskId" = NULL WHERE "deskId" = $1`, [desk.id])
  await inDatabase(`DELETE FROM "Desk" WHERE id = $1`, [desk.id])
})

/** A draft of whoever is signed in on the page, with the desk. */
async function aStory(page: Page, headline: string): Promise<string> {
  const id = await anArticleOn(page, headline)
  await inDatabase(`UPDATE "Article" SET "deskId" = $1 WHERE id = $2`, [desk.id, id])
  return id
}

async function aPage(browser: Browser, role: string, size = { width: 1280, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport: size })).newPage()
  await beSignedIn(page, role)
  return page
}

const board = (page: Page): Locator => page.getByRole('region', { name: 'Board' })
const column = (page: Page, name: string): Locator => board(page).getByRole('region', { name, exact: true })
const cardIn = (page: Page, name: string, headline: string): Locator =>
  column(page, name)
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: headline }) })

/** The board, once it hears what others do. */
async function openBoard(page: Page, at = address): Promise<void> {
  const listening = page.waitForResponse((answer) => answer.url().includes('/api/desk/board'))
  await page.goto(`${at}#board`)
  await listening
}

async function drag(page: Page, card: Locator, to: Locator): Promise<void> {
  await card.scrollIntoViewIfNeeded()
  const from = await card.boundingBox()
  const target = await to.boundingBox()
  if (from === null || target === null) throw new Error('There is nothing to drag.')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 6)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height - 6, { steps: 3 })
  await page.mouse.move(target.x + target.width / 2, target.y + 60, { steps: 12 })
  await page.mouse.up()
}

test('a card is dragged to where it may go; elsewhere the board says why not, and the card is back', async ({
  page,
}) => {
  const headline = `Crane falls ${mark()}`
  await page.setViewportSize({ width: 1600, height: 900 })
  await beSignedIn(page, 'EDITOR')
  await aStory(page, headline)
  await openBoard(page)
  for (const name of ['Pitches', 'Drafts', 'Filed', 'In subbing', 'With legal', 'Approved', 'Scheduled', 'Published'])
    await expect(column(page, name)).toBeVisible()

  await drag(page, cardIn(page, 'Drafts', headline), column(page, 'Commissioned'))
  await expect(page.getByText(`“${headline}” cannot go from “Draft” to “Commissioned”.`)).toBeVisible()
  await expect(cardIn(page, 'Drafts', headline)).toBeVisible()

  // A card that is on its way back cannot be taken up yet.
  await expect(async () => {
    await drag(page, cardIn(page, 'Drafts', headline), column(page, 'Filed'))
    await expect(cardIn(page, 'Filed', headline)).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await openBoard(page)
  await expect(cardIn(page, 'Filed', headline)).toBeVisible()
  await expect(cardIn(page, 'Drafts', headline)).toBeHidden()
})

test('by keyboard alone a card is moved by its menu, which offers what is allowed and nothing else', async ({
  page,
}) => {
  const headline = `Pilots strike ${mark()}`
  await beSignedIn(page, 'EDITOR')
  await aStory(page, headline)
  await openBoard(page)
  const handle = cardIn(page, 'Drafts', headline).getByRole('button', { name: `Move “${headline}”` })
  await cardIn(page, 'Drafts', headline).getByRole('link', { name: headline }).focus()
  await page.keyboard.press('Tab')
  await expect(handle).toBeFocused()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem')).toHaveText(['File', 'Spike', 'Put on hold'])
  await expect(menu.getByRole('menuitem', { name: 'File' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cardIn(page, 'Filed', headline)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: `${headline}: Filed.` })).toBeAttached()

  // What asks for a word asks for it, and Escape leaves the card where it is.
  await cardIn(page, 'Filed', headline)
    .getByRole('button', { name: `Move “${headline}”` })
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Send')
  await page.keyboard.press('Enter')
  const asking = page.getByRole('dialog', { name: 'Send it back?' })
  await expect(asking.getByLabel('What is missing')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(asking).toBeHidden()
  await expect(cardIn(page, 'Filed', headline)).toBeVisible()
})

test('on a phone the board scrolls inside its page, and a card is moved by a tap', async ({ browser }) => {
  const headline = `Tide tables wrong ${mark()}`
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await beSignedIn(page, 'EDITOR')
  await aStory(page, headline)
  await openBoard(page)
  const card = cardIn(page, 'Drafts', headline)
  await card.scrollIntoViewIfNeeded()
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await excess()).toBeLessThanOrEqual(0)
  const handle = card.getByRole('button', { name: `Move “${headline}”` })
  const size = await handle.boundingBox()
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44)
  await handle.tap()
  await page.getByRole('menuitem', { name: 'File' }).tap()
  await expect(cardIn(page, 'Filed', headline)).toBeVisible()
  expect(await excess()).toBeLessThanOrEqual(0)
})

test('another browser sees what somebody moves, starts, holds and opens, without loading again', async ({
  browser,
}) => {
  test.slow()
  const headline = `Lock gate stuck ${mark()}`
  const [watcher, worker] = [await aPage(browser, 'ADMINISTRATOR'), await aPage(browser, 'EDITOR')]
  const id = await aStory(worker, headline)
  await openBoard(watcher)
  await expect(cardIn(watcher, 'Drafts', headline)).toBeVisible()

  await send(worker, 'POST', `/api/documents/${id}/move`, { move: 'file' })
  await expect(cardIn(watcher, 'Filed', headline)).toBeVisible()
  await send(worker, 'POST', `/api/documents/${id}/hold`, {})
  await expect(cardIn(watcher, 'Filed', headline)).toContainText(nameOf('EDITOR'))

  await worker.goto(`/desk/articles/${id}`)
  await expect(cardIn(watcher, 'Filed', headline)).toContainText(`One person is in this article: ${nameOf('EDITOR')}`)
  await worker.goto('/desk')
  await expect(cardIn(watcher, 'Filed', headline)).not.toContainText('in this article')

  // A new story has no desk: it comes to the board of what has none.
  await openBoard(watcher, '/desk?desk=none')
  const drafts = column(watcher, 'Drafts').getByRole('heading', { level: 3 })
  const before = Number(/\d+/.exec((await drafts.textContent()) ?? '')?.[0])
  await worker.getByRole('button', { name: 'New article' }).first().click()
  await worker.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await expect.poll(async () => Number(/\d+/.exec((await drafts.textContent()) ?? '')?.[0])).toBeGreaterThan(before)
})

test('what the board is narrowed to stands in its address, and what is overdue says so in words', async ({
  browser,
}) => {
  const [mine, others] = [`Mine ${mark()}`, `Others ${mark()}`]
  const page = await aPage(browser, 'EDITOR')
  const reporter = await aPage(browser, 'REPORTER')
  const id = await aStory(page, mine)
  await aStory(reporter, others)
  await inDatabase(`UPDATE "Article" SET "dueAt" = now() - interval '2 hours' WHERE id = $1`, [id])

  await openBoard(page, '/desk?desk=all')
  await board(page).getByRole('navigation', { name: 'Desks' }).getByRole('link', { name: desk.name }).click()
  await expect(page).toHaveURL(new RegExp(`desk=${desk.slug}`))
  await expect(cardIn(page, 'Drafts', others)).toBeVisible()
  await board(page).getByRole('link', { name: 'Mine', exact: true }).click()
  await expect(page).toHaveURL(/whose=mine/)
  await expect(cardIn(page, 'Drafts', mine)).toContainText('Overdue since')
  await expect(cardIn(page, 'Drafts', others)).toBeHidden()

  // Whoever gets the address sees the same desk, and their own stories.
  await openBoard(reporter, new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(cardIn(reporter, 'Drafts', others)).toBeVisible()
  await expect(cardIn(reporter, 'Drafts', mine)).toBeHidden()
  await expect(board(reporter).getByRole('link', { name: 'Mine', exact: true })).toHaveAttribute('aria-current', 'true')

  const { violations } = await axeOn(page).include('#board').analyze()
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
})

test('what did not go out at its time stands in red above every page, with the reason, until one press puts it out', async ({
  page,
}) => {
  test.slow()
  const headline = `Harbour vote ${mark()}`
  await beSignedIn(page, 'EDITOR')
  const id = await aStory(page, headline)
  const { version, fieldVersions } = await read(page, id)
  const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
  await send(page, 'PUT', `/api/documents/${id}/fields`, {
    field: 'sectionId',
    value: sections[0]?.id,
    baseVersion: fieldVersions.sectionId ?? 0,
  })
  const zone = 'Europe/London'
  await send(page, 'POST', `/api/documents/${id}/schedule`, {
    time: { local: localTime(new Date(Date.now() + 3_600_000), zone), zone },
    version,
  })
  await inDatabase(
    `UPDATE "Article" SET "publishAt" = now(), "embargoUntil" = now() + interval '1 hour' WHERE id = $1`,
    [id],
  )
  await expect
    .poll(async () => (await inDatabase(`SELECT "scheduleFailure" AS why FROM "Article" WHERE id = $1`, [id]))[0]?.why)
    .toMatch(/embargo/)

  await page.goto('/desk/plan')
  const bar = page.getByRole('alert', { name: 'Not at its time' })
  const line = bar.getByRole('listitem').filter({ hasText: headline })
  await expect(line).toContainText('did not go out at')
  await expect(line).toContainText('Under embargo until')
  // What stands in the way still does.
  await line.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('This article is not ready to be published.')).toBeVisible()
  await expect(line).toBeVisible()

  await inDatabase(`UPDATE "Article" SET "embargoUntil" = NULL WHERE id = $1`, [id])
  await line.getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('It is with readers now.')).toBeVisible()
  await expect(line).toBeHidden()
  await openBoard(page)
  await expect(cardIn(page, 'Published', headline)).toBeVisible()
})
