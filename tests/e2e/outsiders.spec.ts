import { anArticleOn } from '@/tests/support/articles-in-browser'
import { type APIResponse, type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

async function editorPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await beSignedIn(page, 'EDITOR')
  return page
}

/** Somebody without an account: no cookie, and no script, as the pages need none. */
async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage()
}

const dialog = (page: Page) => page.getByRole('dialog')
const legal = (page: Page) => page.getByRole('region', { name: 'Legal', exact: true })
const outsiders = (page: Page) => page.getByRole('region', { name: 'Readers by link' })

async function openWorkflow(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('tab', { name: 'Workflow' }).click()
  await expect(outsiders(page).getByRole('button', { name: 'Make a link…' })).toBeVisible()
}

/** Makes a link in the panel. @returns its address */
async function makeLink(page: Page, label: string, purpose: string): Promise<string> {
  await outsiders(page).getByRole('button', { name: 'Make a link…' }).click()
  await dialog(page).getByLabel('Who it is for').fill(label)
  await dialog(page).getByLabel('What they do').selectOption({ label: purpose })
  await dialog(page).getByRole('button', { name: 'Make link' }).click()
  const address = await dialog(page).getByLabel('Address').inputValue()
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(outsiders(page).getByRole('listitem').filter({ hasText: label })).toBeVisible()
  return address
}

async function ask(page: Page, question: string): Promise<void> {
  await legal(page)
    .getByRole('button', { name: /^(Send to legal|Ask legal again)…$/ })
    .click()
  await dialog(page).getByLabel('What should the lawyer look at?').fill(question)
  await dialog(page).getByRole('button', { name: 'Send to legal' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(legal(page).getByText('Waits for legal')).toBeVisible()
}

async function answer(page: Page, name: string, verdict: string, words = ''): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel(verdict).check()
  if (words !== '') await page.getByLabel('Your conditions, or why you do not sign').fill(words)
  await page.getByRole('button', { name: 'Send your answer' }).click()
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Article text' }).locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
}

/** Everything that an answer behind a secret link says of itself. */
function expectNoTrace(response: APIResponse): void {
  const headers = response.headers()
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers.etag).toBeUndefined()
}

test('a lawyer without an account signs with conditions, then signs, and an editor publishes just that', async ({
  browser,
}) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await editorPage(browser)
  const id = await anArticleOn(editor, `Trial of the harbour master ${mark}`, 'The court heard a witness.')
  await openWorkflow(editor, id)
  await ask(editor, 'May we name the witness?')

  const first = await makeLink(editor, `Quill and Sons ${mark}`, 'Signs for legal')
  const lawyer = await stranger(browser)
  const asked: string[] = []
  lawyer.on('request', (request) => asked.push(new URL(request.url()).origin))
  const opened = await lawyer.goto(first)
  expect(opened?.status()).toBe(200)
  await expect(lawyer.getByText(`Not published. For Quill and Sons ${mark} only.`)).toBeVisible()
  await expect(lawyer.getByRole('heading', { name: `Trial of the harbour master ${mark}` })).toBeVisible()
  await expect(lawyer.locator('script')).toHaveCount(0)
  await answer(lawyer, 'A. Quill', 'I sign it with conditions', 'Do not name the <b>witness</b>.')
  await expect(lawyer.getByText(/^Signed with conditions by A\. Quill/)).toBeVisible()
  await expect(lawyer.getByLabel('Your name')).toHaveCount(0)
  expect(new Set(asked)).toEqual(new Set([new URL(first).origin]))
  expect(await lawyer.context().cookies()).toEqual([])

  await expect(legal(editor).getByText('Do not name the <b>witness</b>.')).toBeVisible()
  await expect(legal(editor).getByText('Conditions', { exact: true })).toBeVisible()
  await write(editor, ' Nobody is named.')
  await expect(legal(editor).getByText('Needs a signature')).toBeVisible()
  await ask(editor, 'Nobody is named now.')
  const second = await makeLink(editor, `Quill again ${mark}`, 'Signs for legal')
  await lawyer.goto(second)
  await expect(lawyer.getByText('Nobody is named.')).toBeVisible()
  await answer(lawyer, 'A. Quill', 'I sign it as it is')
  await expect(lawyer.getByText(/^Signed by A\. Quill/)).toBeVisible()
  await expect(legal(editor).getByText('It may go out as it is now.')).toBeVisible()

  await editor.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(
    editor.getByRole('region', { name: 'Where it stands' }).getByText('Approved', { exact: true }).first(),
  ).toBeVisible()
  // Whatever is written after the signature asks for another one, also while it is still being saved when the panel opens.
  await editor.getByRole('tab', { name: 'Fields' }).click()
  await editor.getByRole('textbox', { name: 'Article text' }).locator('p').last().click()
  await editor.keyboard.press('End')
  await editor.keyboard.type(' He denied it.')
  await editor.getByRole('tab', { name: 'Workflow' }).click()
  const changes = legal(editor).getByRole('region', { name: 'Changed since it was signed' })
  await expect(changes.locator('ins')).toContainText('He denied it.')
  await expect(legal(editor).getByText('Needs a signature')).toBeVisible()
  const refused = await editor.request.get(`/api/documents/${id}/issues`)
  expect(JSON.stringify(await refused.json())).toContain('It has to be signed again.')
  await lawyer.goto(second)
  await expect(lawyer.getByText('The newsroom has changed its draft since.')).toBeVisible()
  await expect(lawyer.getByText('He denied it.')).toHaveCount(0)

  await editor.getByRole('textbox', { name: 'Article text' }).click()
  await editor.keyboard.press('ControlOrMeta+z')
  await expect(legal(editor).getByText('It may go out as it is now.')).toBeVisible({ timeout: 15_000 })
  await editor.getByRole('tab', { name: 'Fields' }).click()
  await editor.getByLabel('Section').selectOption({ label: 'News' })
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog(editor).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(dialog(editor).getByRole('link', { name: 'View public page' })).toBeVisible()
})

test('a reader by link comments without script, the newsroom answers, and the revoked link is dead', async ({
  browser,
}) => {
  test.slow()
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await editorPage(browser)
  const id = await anArticleOn(editor, `Bridge to close ${mark}`, 'The bridge closes on Monday.')
  await openWorkflow(editor, id)
  const address = await makeLink(editor, `Harbour office ${mark}`, 'Reads and comments')
  const path = new URL(address).pathname

  const reader = await stranger(browser)
  await reader.goto(address)
  await reader.getByLabel('Your name').fill('Ines <script>alert(1)</script>')
  await reader.getByLabel('The words that it is about').fill('on Monday')
  await reader.getByLabel('What you want to say').fill('It closes on Tuesday. <img src=x onerror=alert(1)>')
  await reader.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(reader.getByText('Thank you. The newsroom has your comment.')).toBeVisible()

  const comment = outsiders(editor).getByRole('listitem').filter({ hasText: 'It closes on Tuesday.' })
  await expect(comment).toContainText('Ines <script>alert(1)</script>')
  await expect(comment).toContainText('<img src=x onerror=alert(1)>')
  await comment.getByRole('button', { name: 'Resolve' }).click()
  await expect(comment).toContainText('Resolved by')

  // Every answer behind the link, and its pages' errors, leave nothing behind.
  const request = reader.request
  const live = await request.get(path)
  expect(live.status()).toBe(200)
  expectNoTrace(live)
  const policy = live.headers()['content-security-policy'] ?? ''
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('script-src')
  for (const refused of [
    await request.post(path, { form: { form: 'comment' } }),
    await request.post(path, { form: { form: 'comment' }, headers: { Origin: 'https://evil.example' } }),
    await request.post(path, { form: { form: 'comment' }, headers: { Origin: new URL(address).origin } }),
  ]) {
    expect([400, 403]).toContain(refused.status())
    expectNoTrace(refused)
  }
  expectNoTrace(await request.get(`${path}/media/${id}/w320.webp`))

  await outsiders(editor)
    .getByRole('button', { name: /^Revoke/ })
    .click()
  await editor.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(outsiders(editor).getByText('Revoked')).toBeVisible()
  const dead = await request.get(path)
  const unknown = await request.get(`/preview/${'x'.repeat(43)}`)
  for (const gone of [dead, unknown]) {
    expect(gone.status()).toBe(404)
    expectNoTrace(gone)
    expect(await gone.text()).not.toContain(mark)
  }
  expect(await dead.text()).toBe(await unknown.text())
  await reader.reload()
  await expect(reader.getByRole('heading', { name: 'There is nothing behind this link' })).toBeVisible()
})

test('a lawyer of the newsroom finds what waits, writes nothing but suggestions, and signs', async ({ browser }) => {
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await editorPage(browser)
  const id = await anArticleOn(editor, `Inquiry into the lease ${mark}`, 'The lease was signed at night.')
  await openWorkflow(editor, id)
  await ask(editor, 'Is the second word safe?')
  const lawyer = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await signIn(lawyer, 'LAWYER')
  await lawyer
    .getByRole('link', { name: `Inquiry into the lease ${mark}` })
    .first()
    .click()
  const text = lawyer.getByRole('textbox', { name: 'Article text' })
  // What a lawyer types is a suggestion: the text, and what would be signed, stay as they are.
  const hash = async () => (await (await lawyer.request.get(`/api/documents/${id}/legal`)).json()).hash
  const before = await hash()
  await text.locator('p').last().click()
  await lawyer.keyboard.press('End')
  await lawyer.keyboard.type(' By whom?')
  await expect(text.locator('p').last().locator('ins[data-suggestion]')).toContainText('By whom?')
  await expect(lawyer.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  expect(await hash()).toBe(before)
  await expect(lawyer.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await lawyer.getByRole('tab', { name: 'Workflow' }).click()
  await expect(legal(lawyer).getByText('Question: Is the second word safe?')).toBeVisible()
  await expect(outsiders(lawyer).getByRole('button', { name: 'Make a link…' })).toHaveCount(0)
  await legal(lawyer).getByRole('button', { name: 'Sign…' }).click()
  await dialog(lawyer).getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(legal(lawyer).getByText('It may go out as it is now.')).toBeVisible()
  await expect(legal(editor).getByText('It may go out as it is now.')).toBeVisible()
})
