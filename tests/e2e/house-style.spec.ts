import { openNewArticle } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const status = (page: Page) => page.getByRole('status', { name: 'Save status' })
const length = (page: Page) => page.getByRole('group', { name: 'Length' })
const bubble = (page: Page) => page.getByRole('region', { name: 'Marked words' })

/** Words that no rule of the sample newsroom, and no earlier run, is about. */
const aWord = () =>
  `zq${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 8)}`

async function newTab(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, role)
  return page
}

/** Starts an article with a headline and a first paragraph, and waits until it is saved. */
async function write(page: Page, words: string): Promise<void> {
  await openNewArticle(page)
  await text(page).getByRole('heading', { level: 1, name: 'Headline' }).click()
  await page.keyboard.type(`Ferry returns to the quay ${crypto.randomUUID().slice(0, 8)}`)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await expect(status(page)).toHaveText(/^Saved \d/)
}

/** After the cursor was moved by a key, the browser tells of it a frame later. */
async function press(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}

async function addRule(page: Page, rule: { find: string; write: string; why: string }): Promise<void> {
  await page.goto('/admin/style')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a rule' })
  await dialog.getByLabel('Instead of').fill(rule.find)
  await dialog.getByLabel('Write', { exact: true }).fill(rule.write)
  await dialog.getByLabel('Why').fill(rule.why)
  await dialog.getByLabel('Try it on a sentence').fill(`They ${rule.find} it.`)
  await expect(dialog.getByRole('status', { name: 'What the rule does' })).toContainText(`They ${rule.write} it.`)
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await expect(dialog).toBeHidden()
}

async function deleteRule(page: Page, find: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with “${find}”` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('switch', { name: `Rule for “${find}”` })).toBeHidden()
}

async function openChecks(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: /^Checks/ }).click()
  return page.getByRole('tabpanel', { name: /^Checks/ })
}

test('a rule that an editor adds is marked in a reporter’s open draft, and one key puts it right', async ({
  browser,
}) => {
  const word = aWord()
  const reporter = await newTab(browser, 'REPORTER')
  await write(reporter, `${word[0]?.toUpperCase()}${word.slice(1)} it is, and `)
  await text(reporter).click()
  const editor = await newTab(browser, 'EDITOR')
  await addRule(editor, { find: word, write: 'before', why: `Nobody says ${word}.` })

  // Without a reload.
  await expect(reporter.locator('.style-mark')).toHaveCount(1)
  const checks = await openChecks(reporter)
  await expect(checks.getByRole('region', { name: `Nobody says ${word}.` })).toBeVisible()

  await text(reporter).getByText('it is, and').click()
  await press(reporter, 'ControlOrMeta+Shift+Enter')
  await expect(bubble(reporter)).toContainText(`Nobody says ${word}.`)
  await expect(bubble(reporter).getByRole('button', { name: 'Use ‘Before’' })).toBeVisible()
  await press(reporter, 'Alt+Enter')
  await expect(text(reporter)).toContainText('Before it is, and')
  await expect(reporter.locator('.style-mark')).toHaveCount(0)
  await press(reporter, 'ControlOrMeta+z')
  await expect(text(reporter)).not.toContainText('Before it is')
  await expect(reporter.locator('.style-mark')).toHaveCount(1)

  // Switched off, it is marked no more.
  await editor.getByRole('switch', { name: `Rule for “${word}”` }).click()
  await expect(reporter.locator('.style-mark')).toHaveCount(0)
  await deleteRule(editor, word)
})

test('everything of one rule is put right at once, quotations excepted, and what is ignored stays ignored', async ({
  browser,
}) => {
  const word = aWord()
  const editor = await newTab(browser, 'EDITOR')
  await addRule(editor, { find: word, write: 'before', why: `Nobody says ${word}.` })
  await write(editor, `One ${word} two ${word} three.`)
  await expect(editor.locator('.style-mark')).toHaveCount(2)
  await press(editor, 'Enter')
  await press(editor, 'ControlOrMeta+Shift+9')
  await editor.keyboard.type(`They ${word} it.`)
  await expect(length(editor)).toContainText('8 words')
  await expect(editor.locator('.style-mark')).toHaveCount(2)

  const checks = await openChecks(editor)
  await checks.getByRole('button', { name: 'Put all 2 right' }).click()
  await expect(text(editor)).toContainText('One before two before three.')
  await expect(text(editor)).toContainText(`They ${word} it.`)
  await text(editor).getByText('One before').click()
  await press(editor, 'ControlOrMeta+z')
  await expect(editor.locator('.style-mark')).toHaveCount(2)

  await press(editor, 'ControlOrMeta+Shift+Enter')
  await bubble(editor).getByRole('button', { name: 'Ignore here' }).click()
  await expect(editor.locator('.style-mark')).toHaveCount(0)
  await editor.reload()
  await expect(length(editor)).toContainText('8 words')
  await expect(editor.locator('.style-mark')).toHaveCount(0)
  await (await openChecks(editor)).getByRole('button', { name: 'Check again' }).click()
  await expect(editor.locator('.style-mark')).toHaveCount(2)
  await editor.goto('/admin/style')
  await deleteRule(editor, word)
})

test('a TK and a to-do hold an article back, until somebody says why it goes out all the same', async ({ browser }) => {
  const editor = await newTab(browser, 'EDITOR')
  await write(editor, 'The master is TK years old, he said on Monday')
  await expect(editor.locator('.tk-mark')).toHaveText('TK')
  await press(editor, 'ControlOrMeta+Alt+k')
  const dialog = editor.getByRole('dialog', { name: 'What is to be done?' })
  await dialog.getByLabel('To do').fill('Which Monday?')
  await editor.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(text(editor).locator('mark')).toHaveText('Monday')
  const checks = await openChecks(editor)
  await expect(checks.getByRole('region', { name: 'Left to do' }).getByRole('listitem')).toHaveCount(2)
  await expect(checks).toContainText('Which Monday?')

  await editor.getByRole('tab', { name: 'Fields' }).click()
  await editor.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await expect(status(editor)).toHaveText(/^Saved \d/)
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  const publish = editor.getByRole('dialog', { name: 'Publish this article?' })
  const list = publish.getByRole('list', { name: 'Checklist' })
  await expect(list).toContainText('1 TK mark is left.')
  await expect(list).toContainText('1 to-do is left.')

  // It leads to its place.
  await list.getByRole('button', { name: /TK mark/ }).click()
  await expect(bubble(editor)).toContainText('something is still to come')
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  await publish.getByRole('button', { name: 'Publish anyway' }).click()
  await expect(publish.getByRole('alert')).toHaveText('Say why in 10 characters or more.')
  await expect(publish.getByLabel('Reason for publishing anyway')).toBeFocused()
  await editor.keyboard.type('The age comes with the next edition.')
  await publish.getByRole('button', { name: 'Publish anyway' }).click()
  await expect(editor.getByRole('dialog', { name: 'Published' })).toBeVisible()
  await editor.getByRole('button', { name: 'Done' }).click()

  // Done with: the mark goes, the words stay.
  await text(editor).locator('mark').click()
  await bubble(editor).getByRole('button', { name: 'Done' }).click()
  await expect(text(editor).locator('mark')).toHaveCount(0)
  await expect(text(editor)).toContainText('he said on Monday')
})

test('a word of the house dictionary is not for the browser to mark, from the moment that somebody adds it', async ({
  browser,
}) => {
  const name = `Q${aWord()}`
  const editor = await newTab(browser, 'EDITOR')
  await write(editor, `In ${name}’s harbour, near ${name}`)
  const unmarked = text(editor).locator('[spellcheck="false"]', { hasText: name })
  await expect(length(editor)).toContainText('5 words')
  await expect(unmarked).toHaveCount(0)
  await editor.getByRole('region', { name: 'Article' }).getByRole('button', { name: 'More' }).click()
  await editor.getByRole('menuitem', { name: 'Add to the house dictionary' }).click()
  await expect(unmarked).toHaveText([`${name}’s`, name])

  await editor.goto('/admin/style?tab=dictionary')
  await editor.getByRole('button', { name: `Take “${name}” out` }).click()
  await expect(editor.getByRole('button', { name: `Take “${name}” out` })).toBeHidden()
})

test('the length says how many words are over what was commissioned', async ({ browser }) => {
  const reporter = await newTab(browser, 'REPORTER')
  await write(reporter, 'One two three four five.')
  await expect(length(reporter)).toContainText('5 words')
  await expect(length(reporter)).toContainText('1 min')
  await reporter.getByLabel(/Commissioned/).fill('4')
  await expect(length(reporter)).toContainText('5 / 4 words')
  await expect(length(reporter)).toContainText('1 over')
  await text(reporter).getByText('One two').click()
  await press(reporter, 'End')
  for (const _ of 'five.') await press(reporter, 'Shift+ArrowLeft')
  await expect(length(reporter)).toContainText('1 of 5 / 4 words')
})

test('a rule that cannot be read is refused where it is written, and nothing typed is lost', async ({ browser }) => {
  const editor = await newTab(browser, 'EDITOR')
  await editor.goto('/admin/style')
  // By keys alone.
  await editor.getByRole('button', { name: 'Add a rule' }).focus()
  await editor.keyboard.press('Enter')
  const dialog = editor.getByRole('dialog', { name: 'Add a rule' })
  await dialog.getByLabel('It is a pattern').focus()
  await editor.keyboard.press('Space')
  await dialog.getByLabel('Pattern', { exact: true }).focus()
  await editor.keyboard.type('colou(r')
  await editor.keyboard.press('Tab')
  await editor.keyboard.press('Tab')
  await editor.keyboard.type('colour')
  await editor.keyboard.press('Tab')
  await editor.keyboard.type('Spelling.')
  await dialog.getByRole('button', { name: 'Add rule' }).focus()
  await editor.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Character 6: this bracket is never closed.')
  await expect(dialog.getByLabel('Pattern', { exact: true })).toHaveValue('colou(r')
  await expect(dialog.getByLabel('Why')).toHaveValue('Spelling.')
})

test('a reporter has no page for the house style', async ({ browser }) => {
  const reporter = await newTab(browser, 'REPORTER')
  await reporter.goto('/desk')
  await expect(reporter.getByRole('link', { name: 'House style' })).toHaveCount(0)
  const answer = await reporter.goto('/admin/style')
  expect(answer?.status()).toBe(404)
})
