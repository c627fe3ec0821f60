import { openNewArticle } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { nameOf } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

test.use({ reducedMotion: 'no-preference' })

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const status = (page: Page) => page.getByRole('status', { name: 'Save status' })
const people = (page: Page) => page.getByRole('button', { name: /in this article/ })
/** Another person's cursor: silent for screen readers, who have the list of people. */
const cursorOf = (page: Page, name: string) => text(page).locator(`[data-cursor][data-name="${name}"]`)

async function aPage(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, role)
  return page
}

async function anArticle(page: Page, words: string): Promise<void> {
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1, name: 'Headline' }).click()
  await page.keyboard.type('Ferry')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await expect(status(page)).toHaveText(/^Saved \d/)
}

/** The words of the cursor's paragraph, with a bar where the cursor is. */
function aroundCursor(page: Page, name: string): Promise<string> {
  return cursorOf(page, name).evaluate((cursor) => {
    // The text was drawn anew between finding it and looking.
    if (!cursor.isConnected) return ''
    const block = cursor.closest('p, h1, h2')
    const range = document.createRange()
    range.selectNodeContents(block ?? cursor)
    range.setEndBefore(cursor)
    const before = range.toString()
    return `${before}|${(block?.textContent ?? '').slice(before.length)}`
  })
}

test('two people see each other by name, and a cursor stays at its words while the other types before it', async ({
  browser,
}) => {
  const [nadia, idris] = [nameOf('REPORTER'), nameOf('EDITOR')]
  const reporter = await aPage(browser, 'REPORTER')
  await anArticle(reporter, 'The ferry sails at dawn.')
  const editor = await aPage(browser, 'EDITOR')
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText('The ferry sails at dawn.')

  await expect(people(editor)).toHaveAccessibleName(`Two people are in this article: ${nadia} and you`)
  await expect(people(reporter)).toHaveAccessibleName(`Two people are in this article: ${idris} and you`)
  await expect(reporter.getByRole('status', { name: 'Who is here' })).toHaveText(`${idris} is here now`)

  // The reporter stands at the end of the paragraph, the editor goes to the end of the headline.
  await expect.poll(() => aroundCursor(editor, nadia)).toBe('The ferry sails at dawn.|')
  await text(editor).getByRole('heading', { level: 1 }).click()
  await editor.keyboard.press('End')
  await expect.poll(() => aroundCursor(reporter, idris)).toBe('Ferry|')

  // The editor types before the reporter's cursor, and the reporter sees it at the same words as before.
  await editor.keyboard.type(' returns')
  await expect(text(reporter)).toContainText('Ferry returns')
  await expect.poll(() => aroundCursor(reporter, idris)).toBe('Ferry returns|')
  await text(editor).getByText('The ferry sails').click()
  await editor.keyboard.press('Home')
  await editor.keyboard.type('At last: ')
  await expect(text(reporter)).toContainText('At last: The ferry sails at dawn.')
  await expect.poll(() => aroundCursor(editor, nadia)).toBe('At last: The ferry sails at dawn.|')
  await expect.poll(() => aroundCursor(reporter, idris)).toBe('At last: |The ferry sails at dawn.')

  // By keyboard from the list to the cursor.
  await people(editor).focus()
  await editor.keyboard.press('Enter')
  const item = editor.getByRole('menuitem', { name: new RegExp(`${nadia}.*Go to the cursor`) })
  await expect(item).toBeVisible()
  await editor.keyboard.press('Enter')
  await expect(cursorOf(editor, nadia)).toHaveAttribute('data-moving', 'true')

  // Whoever leaves is gone at once.
  await reporter.goto('/desk')
  await expect(people(editor)).toBeHidden()
  await expect(cursorOf(editor, nadia)).toHaveCount(0)
})

test('the lists show who is in an article, without a reload', async ({ browser }) => {
  const [nadia, idris] = [nameOf('REPORTER'), nameOf('EDITOR')]
  const reporter = await aPage(browser, 'REPORTER')
  await anArticle(reporter, 'Words.')
  const headline = `Quay ${Date.now()}`
  await text(reporter).getByRole('heading', { level: 1 }).click()
  await reporter.keyboard.press('End')
  await reporter.keyboard.type(` ${headline}`)
  await expect(status(reporter)).toHaveText(/^Saved \d/)
  const editor = await aPage(browser, 'EDITOR')
  const list = await aPage(browser, 'ADMINISTRATOR')
  await list.clock.install()
  await list.goto('/desk/articles')
  const row = list.getByRole('row').filter({ hasText: headline })
  /** The list looks every quarter of a minute, which passes at once here. */
  const expectSoon = (words: string) =>
    expect(async () => {
      await list.clock.fastForward(15_000)
      await expect(row).toContainText(words, { timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  await expect(row).toContainText(`One person is in this article: ${nadia}.`)
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText('Words.')
  await expectSoon(`Two people are in this article: ${nadia} and ${idris}.`)
  await reporter.goto('/desk')
  await expectSoon(`One person is in this article: ${idris}.`)
})

test('one’s own other tab is in the list, without a cursor', async ({ browser }) => {
  const reporter = await aPage(browser, 'REPORTER')
  await anArticle(reporter, 'Words.')
  const other = await reporter.context().newPage()
  await other.goto(reporter.url())
  await expect(text(other)).toContainText('Words.')
  const button = other.getByRole('button', { name: 'You have this article open in another tab' })
  await button.click()
  await expect(other.getByRole('menuitem', { name: /You \(another tab\)/ })).toBeVisible()
  await expect(text(other).locator('[data-cursor]')).toHaveCount(0)
  await other.keyboard.press('Escape')
  await reporter.close()
  await expect(button).toBeHidden()
})
