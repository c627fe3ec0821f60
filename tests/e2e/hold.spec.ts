import { openNewArticle } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { nameOf } from '@/tests/support/newsroom'
import { inDatabase } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const status = (page: Page) => page.getByRole('status', { name: 'Save status' })

async function aPage(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await beSignedIn(page, role)
  return page
}

async function anArticle(page: Page): Promise<void> {
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1, name: 'Headline' }).click()
  await page.keyboard.type('Ferry')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Reporter writes.')
  await expect(status(page)).toHaveText(/^Saved \d/)
}

/** Presses a button without the mouse. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

test('an editor holds an article, another takes it over, and it comes back: nobody’s words are lost', async ({
  browser,
}) => {
  const [idris, rosalind] = [nameOf('EDITOR'), nameOf('ADMINISTRATOR')]
  const reporter = await aPage(browser, 'REPORTER')
  await anArticle(reporter)
  const editor = await aPage(browser, 'EDITOR')
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText('Reporter writes.')

  // The reporter types while the editor takes hold of the article.
  const typing = reporter.keyboard.type(' The last words of the reporter, typed to the very end.', { delay: 25 })
  await press(editor, 'Hold for subbing')
  await typing
  await expect(editor.getByRole('button', { name: 'Held by you, release' })).toBeVisible()
  await expect(reporter.getByText(new RegExp(`^Held for subbing by ${idris} since `))).toBeVisible()
  await expect(text(reporter)).toHaveAttribute('contenteditable', 'false')
  await expect(status(reporter)).toHaveText(/^Saved/)
  // As far as she came before the keys did nothing any more, both have the same, and it is saved.
  const kept = (await text(reporter).locator('p').last().textContent()) ?? ''
  expect(kept).toMatch(/^Reporter writes\. T/)
  await expect(text(editor)).toContainText(kept)
  await reporter.reload()
  await expect(text(reporter)).toContainText(kept)
  await reporter.keyboard.press('ControlOrMeta+End')
  await reporter.keyboard.type('Nothing arrives.')
  await expect(text(reporter)).not.toContainText('Nothing arrives.')
  await expect(reporter.getByRole('button', { name: 'File' })).toBeHidden()

  // The list says who holds it.
  const list = await reporter.context().newPage()
  await list.goto('/desk/articles')
  await expect(
    list
      .getByRole('row')
      .filter({ hasText: `Held by ${idris}` })
      .first(),
  ).toBeVisible()
  await list.close()

  // Another editor asks for it, is told that the holder is at work on it, and takes it.
  const other = await aPage(browser, 'ADMINISTRATOR')
  await other.goto(reporter.url())
  await press(other, 'Take over…')
  const dialog = other.getByRole('alertdialog', { name: `Take this article over from ${idris}?` })
  await expect(dialog).toContainText('is in the article right now')
  await text(editor).getByText('Reporter writes.').click()
  await editor.keyboard.press('ControlOrMeta+End')
  await editor.keyboard.type(' Subbed.')
  await dialog.getByRole('button', { name: 'Take over', exact: true }).focus()
  await other.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(editor.getByText(new RegExp(`^${rosalind} has taken this article over from you`))).toBeVisible()
  await expect(text(editor)).toHaveAttribute('contenteditable', 'false')
  await expect(text(other)).toHaveAttribute('contenteditable', 'true')
  await expect(text(other)).toContainText('Subbed.')
  await expect(reporter.getByText(new RegExp(`^Held for subbing by ${rosalind}`))).toBeVisible()

  // Given back, everybody writes again.
  await press(other, 'Held by you, release')
  await expect(text(reporter)).toHaveAttribute('contenteditable', 'true')
  await text(reporter).getByText('Reporter writes.').click()
  await reporter.keyboard.press('ControlOrMeta+End')
  await reporter.keyboard.type(' Thank you.')
  await expect(status(reporter)).toHaveText(/^Saved \d/)
  await expect(text(editor)).toContainText('Thank you.')
})

test('what was typed offline while the article was held is kept, and put in when the hold ends', async ({
  browser,
}) => {
  test.slow()
  const reporter = await aPage(browser, 'REPORTER')
  await anArticle(reporter)
  await reporter.context().setOffline(true)
  await reporter.keyboard.type(' Typed on the train.')
  await expect(status(reporter)).toHaveText(/Offline, kept on this device/)
  const editor = await aPage(browser, 'EDITOR')
  await editor.goto(reporter.url())
  await press(editor, 'Hold for subbing')
  await expect(editor.getByRole('button', { name: 'Held by you, release' })).toBeVisible()
  // Longer ago than words on their way are waited for.
  await inDatabase(`UPDATE "Article" SET "holdChangedAt" = "holdChangedAt" - interval '11 seconds' WHERE id = $1`, [
    reporter.url().slice(-36),
  ])
  await reporter.context().setOffline(false)
  await expect(reporter.getByText('is put into the text as soon as the hold ends')).toBeVisible({ timeout: 20_000 })
  await expect(reporter.getByRole('button', { name: 'Copy my text' })).toBeVisible()
  await expect(text(editor)).not.toContainText('Typed on the train.')
  await press(editor, 'Held by you, release')
  await expect(text(editor)).toContainText('Typed on the train.', { timeout: 20_000 })
  await expect(status(reporter)).toHaveText(/^Saved \d/)
})
