import { openNewArticle } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const saved = (page: Page) =>
  expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/, { timeout: 60_000 })
const nameOf = (role: string) => signIns().find((person) => person.role === role)?.name ?? role

const PARAGRAPHS = [
  'The ferry returns on Monday.',
  'Tickets cost four pounds.',
  'Fishermen doubt the slipway.',
  'The board borrowed two million.',
  'The first crossing leaves early.',
  'Skerra had few inhabitants.',
]

/** A reporter's new article with a headline, a standfirst and six paragraphs, saved. */
async function written(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, 'REPORTER')
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('Ferry returns')
  await page.keyboard.press('Enter')
  await page.keyboard.type('After ten years')
  for (const words of PARAGRAPHS) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(words)
  }
  await saved(page)
  return page
}

/** Another person opens the article and types behind some words of it. */
async function joinedBy(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, 'EDITOR')
  await page.goto(url)
  await expect(text(page)).toContainText(PARAGRAPHS[5] ?? '')
  return page
}

async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** The cursor at the end of the paragraph with these words. */
async function atEndOf(page: Page, words: string): Promise<void> {
  await text(page).getByText(words).click()
  await page.keyboard.press('End')
  await frame(page)
}

async function openHistory(page: Page): Promise<{ comparison: Locator; versions: Locator }> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'History' }).click()
  await page.waitForURL(/\/history$/)
  return {
    comparison: page.getByRole('region', { name: 'Comparison' }),
    versions: page.getByRole('navigation', { name: 'Versions' }),
  }
}

test('the history tells two people’s changes by words, keeps a named version, and brings an older one back', async ({
  browser,
}) => {
  test.slow()
  const reporter = await written(browser)
  await reporter.getByRole('button', { name: 'File', exact: true }).click()
  await expect(reporter.getByText('Filed. The desk sees it now.')).toBeVisible()

  const editor = await joinedBy(browser, reporter.url())
  await atEndOf(editor, 'The ferry returns on Monday.')
  for (let key = 0; key < 'Monday.'.length; key += 1) await editor.keyboard.press('Backspace')
  await editor.keyboard.type('Tuesday at last.')
  await saved(editor)

  const { comparison, versions } = await openHistory(editor)
  await expect(comparison.getByRole('deletion')).toHaveText('Monday')
  await expect(comparison.getByRole('insertion')).toHaveText('Tuesday at last')
  await expect(comparison.getByText(`3 words added, 1 removed by ${nameOf('EDITOR')}.`)).toBeVisible()

  const unchanged = comparison.getByText('Fishermen doubt the slipway.')
  await expect(unchanged).toBeHidden()
  await comparison.getByText('Show 4 unchanged paragraphs').click()
  await expect(unchanged).toBeVisible()

  await editor.getByRole('button', { name: 'Name this version' }).click()
  await editor.getByRole('dialog').getByLabel('Name').fill('Before legal')
  await editor.keyboard.press('Enter')
  await expect(versions.getByRole('link', { name: /Before legal/ })).toBeVisible()
  await versions.getByRole('link', { name: 'Milestones only' }).click()
  await expect(versions.getByRole('link', { name: /Started by/ })).toHaveCount(0)

  await versions.getByRole('link', { name: /^As filed/ }).click()
  await expect(comparison.getByRole('button', { name: 'Restore this version' })).toBeVisible()
  await comparison.getByRole('button', { name: 'Restore this version' }).click()
  await editor.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click()
  await expect(versions.getByRole('link', { name: /^Restored: As filed/ })).toBeVisible()

  // Whoever has it open sees it happen, and nothing that stood there is gone.
  await expect(text(reporter)).toContainText('The ferry returns on Monday.')
  await versions.getByRole('link', { name: /^Before legal/ }).click()
  await expect(comparison.getByRole('insertion')).toHaveText('Tuesday at last')
  await editor.getByRole('link', { name: 'Back to the article' }).click()
  await expect(text(editor)).toContainText('The ferry returns on Monday.')
})

test('the play goes through every step on the keyboard, and its address leads back to the same point', async ({
  browser,
}) => {
  const reporter = await written(browser)
  await openHistory(reporter)
  await reporter.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Play' }).click()
  const play = reporter.getByRole('region', { name: 'Play', exact: true })
  const slider = play.getByRole('slider', { name: 'Point in the history' })
  await expect(play).toContainText('Skerra had few inhabitants.')
  await slider.focus()
  await reporter.keyboard.press('Home')
  await expect(play).not.toContainText('Ferry returns')
  await expect(slider).toHaveAttribute('aria-valuetext', /Started by/)
  for (let step = 0; step < 3; step += 1) await reporter.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^4 of \\d+: ${nameOf('REPORTER')} wrote ‘`))
  await expect(reporter).toHaveURL(/view=play.*at=3|at=3.*view=play/)
  await reporter.reload()
  await expect(slider).toHaveAttribute('aria-valuetext', new RegExp(`^4 of \\d+: ${nameOf('REPORTER')} wrote ‘`))
  await play.getByRole('button', { name: '16×' }).click()
  await play.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(play).toContainText('Skerra had few inhabitants.', { timeout: 30_000 })
  await slider.focus()
  await reporter.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', /^(\d+) of \1:/)
})

test('selected words say who wrote them', async ({ browser }) => {
  const reporter = await written(browser)
  const editor = await joinedBy(browser, reporter.url())
  await atEndOf(editor, 'Tickets cost four pounds.')
  await editor.keyboard.type(' Children travel free.')
  await saved(editor)
  await editor.keyboard.press('Home')
  await frame(editor)
  await editor.keyboard.press('Shift+End')
  await frame(editor)
  await editor.getByRole('button', { name: 'Who wrote this?' }).click()
  const answer = editor.getByRole('dialog', { name: 'Who wrote this' })
  await expect(answer.getByRole('listitem')).toHaveCount(2)
  await expect(answer.getByRole('listitem').nth(0)).toContainText(nameOf('REPORTER'))
  await expect(answer.getByRole('listitem').nth(0)).toContainText('Tickets cost four pounds.')
  await expect(answer.getByRole('listitem').nth(1)).toContainText(nameOf('EDITOR'))
  await expect(answer.getByRole('listitem').nth(1)).toContainText('Children travel free.')
  await editor.keyboard.press('Escape')
  await expect(answer).toHaveCount(0)
  await expect(text(editor)).toBeFocused()
})

test('on a phone the versions stand behind a button, nothing scrolls sideways, and nothing fails a checker', async ({
  browser,
}) => {
  const reporter = await written(browser)
  await openHistory(reporter)
  for (const view of ['', '?view=side', '?view=play']) {
    await reporter.goto(`${reporter.url().replace(/\?.*/, '')}${view}`)
    await expect(reporter.getByText('Skerra had few inhabitants.').first()).toBeVisible()
    expect((await axeOn(reporter).analyze()).violations).toEqual([])
    await reporter.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => reporter.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const all = reporter.getByRole('button', { name: /^All versions/ })
    await all.click()
    await expect(reporter.getByRole('link', { name: /^Started by/ })).toBeVisible()
    expect((await axeOn(reporter).analyze()).violations).toEqual([])
    await reporter.setViewportSize({ width: 1280, height: 800 })
  }
})

test('the history of what does not exist is not found, and signed out it asks to sign in', async ({ page }) => {
  const nowhere = '/desk/articles/01900000-0000-7000-8000-00000000dead/history'
  await page.goto(nowhere)
  await expect(page).toHaveURL(/\/login\?next=/)
  await beSignedIn(page, 'REPORTER')
  expect((await page.goto(nowhere))?.status()).toBe(404)
  await expect(page.getByText('There is no such article')).toBeVisible()
})
