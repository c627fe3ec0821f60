import { anArticleOn } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { nameOf } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const status = (page: Page) => page.getByRole('status', { name: 'Save status' })
const someName = () => crypto.randomUUID().slice(0, 8)

async function newPage(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await beSignedIn(page, role)
  return page
}

async function send(
  page: Page,
  path: string,
  data: unknown,
  method = 'POST',
): Promise<{ status: number; body: string }> {
  const answer = await page.request.fetch(path, {
    method,
    data,
    headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
  })
  return { status: answer.status(), body: await answer.text() }
}

/** A kind of story that no other test knows of, with a section and some words. */
async function aKind(editor: Page, name: string): Promise<void> {
  const id = await anArticleOn(editor, `Shape of ${name}`, 'The words of every story of this kind.')
  const { sections } = (await (await editor.request.get('/api/sections')).json()) as { sections: { id: string }[] }
  const section = { field: 'sectionId', value: sections[0]?.id, baseVersion: 0 }
  expect((await send(editor, `/api/documents/${id}/fields`, section, 'PUT')).status).toBe(200)
  const template = { name, description: '', fields: ['sectionId'], requiredFields: [] }
  expect((await send(editor, `/api/documents/${id}/template`, template)).status).toBe(200)
}

/** Starts a story of a kind, and opens what asks before it is published. */
async function aStory(editor: Page, kind: string): Promise<{ id: string; dialog: Locator }> {
  await editor.goto('/desk/articles')
  await editor.getByRole('button', { name: 'Start from a template' }).click()
  await editor.getByRole('menuitem', { name: kind }).click()
  await editor.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await text(editor).getByRole('heading', { level: 1 }).click()
  await editor.keyboard.type(`Inquest opens ${someName()}`)
  await expect(status(editor)).toHaveText(/^Saved \d\d:\d\d$/)
  const id = editor.url().slice(-36)
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  return { id, dialog: editor.getByRole('dialog', { name: 'Publish this article?' }) }
}

test('a question for a kind of story stops an editor until it is ticked, or passed over with a reason', async ({
  browser,
}) => {
  test.slow()
  const kind = `Inquest ${someName()}`
  const question = `Was the family told? ${someName()}`
  const editor = await newPage(browser, 'EDITOR')
  await aKind(editor, kind)

  const administrator = await newPage(browser, 'ADMINISTRATOR')
  await administrator.goto('/desk')
  await administrator.getByRole('link', { name: 'Checklists' }).click()
  await administrator.getByLabel('Kind of story').selectOption({ label: kind })
  await administrator.waitForURL(/kind=/)
  await administrator.getByRole('button', { name: 'Add a question' }).click()
  const form = administrator.getByRole('dialog', { name: 'Add a question' })
  await form.getByLabel('Question').fill(question)
  await form.getByRole('button', { name: 'Add question' }).click()
  await expect(administrator.getByRole('list', { name: 'Questions' })).toContainText(question)
  await administrator.getByLabel('Trail text').selectOption('WARN')
  await expect(administrator.getByText('Trail text: warns')).toBeVisible()

  // Stopped: the button asks for a reason, and so does the server, at each of its doors.
  const first = await aStory(editor, kind)
  await expect(first.dialog.getByRole('list', { name: 'Checklist' })).toContainText('There is no trail text.')
  await first.dialog.getByRole('button', { name: 'Publish anyway' }).click()
  await expect(first.dialog.getByLabel('Reason')).toBeFocused()
  const { version } = (await (await editor.request.get(`/api/documents/${first.id}`)).json()) as { version: number }
  const time = { local: '2035-06-01T12:00', zone: 'UTC' }
  for (const refused of [
    await send(editor, `/api/documents/${first.id}/publish`, { version }),
    await send(editor, `/api/documents/${first.id}/schedule`, { version, time }),
  ]) {
    expect(refused.status).toBe(400)
    expect(refused.body).toContain(question)
  }

  // Ticked, taken back, ticked again: saved at once, with the name of who did it.
  const box = first.dialog.getByRole('checkbox', { name: question })
  await box.focus()
  await editor.keyboard.press('Space')
  await expect(first.dialog.getByText(`Ticked by ${nameOf('EDITOR')}, `)).toBeVisible()
  await expect(first.dialog.getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()
  await editor.keyboard.press('Space')
  await expect(first.dialog.getByRole('button', { name: 'Publish anyway' })).toBeVisible()
  await editor.keyboard.press('Space')
  await expect(first.dialog.getByText(`Ticked by ${nameOf('EDITOR')}, `)).toBeVisible()
  await first.dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(editor.getByRole('dialog', { name: 'Published' })).toBeVisible()

  // Another story of the kind is asked anew, and goes out with a reason.
  const second = await aStory(editor, kind)
  await expect(second.dialog.getByRole('checkbox', { name: question })).not.toBeChecked()
  await second.dialog.getByLabel('Reason').fill('The family cannot be reached and the court has named him.')
  await second.dialog.getByRole('button', { name: 'Publish anyway' }).click()
  await expect(editor.getByRole('dialog', { name: 'Published' })).toBeVisible()

  // What is deleted is asked no more.
  await administrator.getByRole('button', { name: `What to do with “${question}”` }).click()
  await administrator.getByRole('menuitem', { name: 'Delete' }).click()
  await administrator.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(administrator.getByText('No questions yet')).toBeVisible()
  const third = await aStory(editor, kind)
  await expect(third.dialog.getByRole('list', { name: 'Checklist' })).toContainText('There is no trail text.')
  await expect(third.dialog.getByRole('checkbox')).toHaveCount(0)
})

test('questions are changed and moved, and whoever changes what another changed is told', async ({ browser }) => {
  test.slow()
  const kind = `Court ${someName()}`
  await aKind(await newPage(browser, 'EDITOR'), kind)
  const page = await newPage(browser, 'ADMINISTRATOR')
  await page.goto('/admin/checklists')
  await page.getByLabel('Kind of story').selectOption({ label: kind })
  await page.waitForURL(/kind=/)
  const questions = page.getByRole('list', { name: 'Questions', exact: true }).getByRole('listitem')
  for (const question of ['May we name him?', 'Is the charge right?']) {
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByRole('dialog').getByLabel('Question').fill(question)
    await page.getByRole('dialog').getByLabel('Until somebody ticks it').selectOption('WARN')
    await page.getByRole('button', { name: 'Add question' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(questions.last()).toContainText(question)
  }
  await page.getByRole('button', { name: 'Move “Is the charge right?” up' }).click()
  await expect(questions.first()).toContainText('Is the charge right?')

  const other = await page.context().newPage()
  await other.goto(page.url())
  for (const each of [page, other]) {
    await each.getByRole('button', { name: 'What to do with “May we name him?”' }).click()
    await each.getByRole('menuitem', { name: 'Edit' }).click()
  }
  await other.getByRole('dialog').getByLabel('Question').fill('Does the court allow the name?')
  await other.getByRole('button', { name: 'Save question' }).click()
  await expect(other.getByRole('dialog')).toBeHidden()
  await page.getByRole('dialog').getByLabel('Question').fill('May we print the name?')
  await page.getByRole('button', { name: 'Save question' }).click()
  await expect(page.getByRole('dialog')).toContainText('Somebody changed this question meanwhile.')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await other.getByLabel('Main image').selectOption('BLOCK')
  await expect(other.getByText('Main image: blocks')).toBeVisible()
  await page.getByLabel('Main image').selectOption('OFF')
  await expect(page.getByText('Somebody changed this level meanwhile.')).toBeVisible()
  await expect(page.getByLabel('Main image')).toHaveValue('BLOCK')
})

test('neither page is there for whoever may not change it, and neither endpoint', async ({ browser }) => {
  const editor = await newPage(browser, 'EDITOR')
  await editor.goto('/desk')
  for (const path of ['/admin/checklists', '/admin/workflow']) {
    await expect(editor.getByRole('link', { name: /^(Checklists|Workflow)$/ })).toHaveCount(0)
    expect((await editor.request.get(path)).status()).toBe(404)
  }
  const id = await anArticleOn(editor, `Somebody else’s ${someName()}`, 'Words.')
  const reporter = await newPage(browser, 'REPORTER')
  const ruleId = crypto.randomUUID()
  for (const door of ['checklist', 'checklist/untick']) {
    const data = door === 'checklist' ? { ruleId, version: 0 } : { ruleId }
    expect((await send(reporter, `/api/documents/${id}/${door}`, data)).status).toBe(403)
    expect((await send(editor, `/api/documents/${id}/${door}`, { ruleId: 'x' })).status).toBe(400)
  }
})

test('the rule of the workflow is explained, and nothing changes before it is saved', async ({ browser }) => {
  const page = await newPage(browser, 'ADMINISTRATOR')
  await page.goto('/desk')
  await page.getByRole('link', { name: 'Workflow' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Workflow' })).toBeVisible()
  const rule = (name: string) => page.getByRole('radio', { name })
  await expect(rule('No approval')).toBeChecked()
  const save = page.getByRole('button', { name: 'Save the rule' })
  await expect(save).toBeDisabled()
  await rule('Two people').check()
  await expect(save).toBeEnabled()
  await expect(page.getByText('Approved now')).toBeVisible()
  // The newsroom is shared: other tests publish without an approval. Saving is tests/integration/checklists/workflow-rule.test.ts.
  await page.reload()
  await expect(rule('No approval')).toBeChecked()
})
