import { openNewArticle } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const status = (page: Page) => page.getByRole('status', { name: 'Save status' })

test('two people in one article see each other’s words, and undo takes back one’s own alone', async ({ browser }) => {
  const reporter = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  await beSignedIn(reporter, 'REPORTER')
  await openNewArticle(reporter)
  await text(reporter).getByRole('heading', { level: 1, name: 'Headline' }).click()
  await reporter.keyboard.type('Ferry')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('Reporter writes. ')
  await expect(status(reporter)).toHaveText(/^Saved \d/)

  await beSignedIn(editor, 'EDITOR')
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText('Reporter writes.')
  await text(editor).getByText('Reporter writes.').click()
  await editor.keyboard.press('ControlOrMeta+End')
  await editor.keyboard.type('Editor adds. ')
  await expect(text(reporter)).toContainText('Editor adds.')

  await reporter.keyboard.type('Reporter again. ')
  await expect(text(editor)).toContainText('Reporter again.')
  for (let times = 0; times < 12; times += 1) await reporter.keyboard.press('ControlOrMeta+z')
  await expect(text(reporter)).not.toContainText('Reporter again.')
  await expect(text(reporter)).toContainText('Editor adds.')
  await expect(text(editor)).not.toContainText('Reporter again.')
  await expect(text(editor)).toContainText('Editor adds.')

  // What was typed without a connection arrives when there is one, beside what the other typed meanwhile.
  await reporter.context().setOffline(true)
  await text(reporter).click()
  await reporter.keyboard.press('ControlOrMeta+End')
  await reporter.keyboard.type('Typed on the train. ')
  await expect(status(reporter)).toHaveText(/Offline/)
  await editor.keyboard.type('Typed at the desk. ')
  await expect(status(editor)).toHaveText(/^Saved \d/)
  await reporter.context().setOffline(false)
  for (const page of [reporter, editor]) {
    await expect(text(page)).toContainText('Typed on the train.', { timeout: 20_000 })
    await expect(text(page)).toContainText('Typed at the desk.')
  }
  await editor.reload()
  await expect(text(editor)).toContainText('Typed on the train.')
})
