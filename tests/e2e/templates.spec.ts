import { expect, type Page, test } from '@/tests/support/browser-test'
import { signIn } from '@/tests/support/sign-in'

const someName = () => crypto.randomUUID().slice(0, 8)

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function startArticle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await text(page).getByRole('heading', { level: 1 }).click()
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d$/, { timeout: 15_000 })
}

test('an editor saves an article as a template, a reporter starts one from it, and the checklist asks for its fields', async ({
  browser,
}) => {
  test.slow()
  const name = `Inquest ${someName()}`
  const editor = await (await browser.newContext()).newPage()
  await signIn(editor, 'EDITOR')
  await startArticle(editor)
  await editor.keyboard.press('Enter')
  await editor.keyboard.press('Enter')
  await editor.keyboard.type('The name of the coroner')
  await editor.keyboard.press('Enter')
  await editor.keyboard.press('ControlOrMeta+Alt+2')
  await editor.keyboard.type('What the jury heard')
  await editor.getByLabel('Kicker').fill('Inquest')
  await editor.getByLabel('Commissioned length').fill('350')
  await saved(editor)

  await editor.getByRole('button', { name: 'More', exact: true }).click()
  await editor.getByRole('menuitem', { name: 'Save as template…' }).click()
  const dialog = editor.getByRole('dialog', { name: 'Save as template' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByLabel('Description').fill('Who died, how, and what the coroner found.')
  const filled = dialog.getByRole('group', { name: 'Filled in from this article' })
  await expect(filled.getByRole('checkbox', { name: 'Kicker' })).toBeChecked()
  await expect(filled.getByRole('checkbox', { name: 'Commissioned length' })).toBeChecked()
  await dialog.getByRole('group', { name: 'Required fields' }).getByRole('checkbox', { name: 'Dateline' }).check()
  await dialog.getByRole('button', { name: 'Save template' }).click()
  await expect(editor.getByText(`Saved as the template “${name}”`)).toBeVisible()

  const reporter = await (await browser.newContext()).newPage()
  await signIn(reporter, 'REPORTER')
  await reporter.getByRole('button', { name: 'Start from a template' }).click()
  await reporter.getByRole('menuitem', { name }).click()
  await reporter.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await expect(text(reporter)).toContainText('The name of the coroner')
  await expect(text(reporter).getByRole('heading', { name: 'What the jury heard' })).toBeVisible()
  await expect(reporter.getByLabel('Kicker')).toHaveValue('Inquest')
  await expect(reporter.getByLabel('Commissioned length')).toHaveValue('350')

  // The editor opens the reporter's article and publishes: the template's field is asked for.
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText('The name of the coroner')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  const checklist = editor.getByRole('dialog', { name: /^Publish/ })
  await expect(checklist).toContainText(`No dateline: “${name}” asks for one.`)
  await checklist.getByRole('button', { name: /No dateline/ }).click()
  await expect(editor.getByLabel('Dateline')).toBeFocused()
})

test('templates are previewed, renamed and deleted by those who look after them', async ({ page }) => {
  test.slow()
  const name = `Weather ${someName()}`
  await signIn(page, 'EDITOR')
  await startArticle(page)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The wind, in knots')
  await saved(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as template…' }).click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Save template' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.goto('/admin/templates')
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('The wind, in knots')
  await page.getByRole('link', { name: 'All templates' }).click()

  await row.getByRole('button', { name: `What to do with ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(`${name} again`)
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Main image' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText(`${name} again`)
  await expect(row).toContainText('Main image')

  await row.getByRole('button', { name: `What to do with ${name} again` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
})

test('a reporter finds no templates to look after', async ({ page }) => {
  await signIn(page, 'REPORTER')
  await expect(page.getByRole('navigation', { name: 'Newsroom' }).getByRole('link', { name: 'Templates' })).toHaveCount(
    0,
  )
  const answer = await page.goto('/admin/templates')
  expect(answer?.status()).toBe(404)
})
