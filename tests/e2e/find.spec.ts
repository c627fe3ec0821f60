import { openNewArticle } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await beSignedIn(page, 'EDITOR')
  signedIn = await page.context().storageState()
  await page.close()
})

/** An article of a few lines and the search in it, by the names that a person hears or reads. */
class Searching {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async start(browser: Browser, options: BrowserContextOptions = {}): Promise<Searching> {
    const page = await (await browser.newContext({ ...options, storageState: signedIn })).newPage()
    await openNewArticle(page)
    const searching = new Searching(page)
    await searching.text.getByRole('heading', { level: 1 }).click()
    return searching
  }

  get text() {
    return this.page.getByRole('textbox', { name: 'Article text' })
  }
  get bar() {
    return this.page.getByRole('search', { name: 'Find in the article' })
  }
  get field() {
    return this.bar.getByRole('textbox', { name: 'Find', exact: true })
  }
  get matches() {
    return this.bar.getByRole('status', { name: 'Matches' })
  }

  async write(...lines: string[]): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.type(line)
    }
  }

  way(label: string) {
    return this.bar.getByRole('button', { name: label, exact: true })
  }

  blocks(): Promise<string[]> {
    return this.text.evaluate((text) => [...text.children].map((block) => block.textContent ?? ''))
  }
}

test('words are found in every block and across bold, one after the other and around the end', async ({ browser }) => {
  const searching = await Searching.start(browser)
  const { page, field, matches } = searching
  await searching.write('Ferry returns', 'A ferry at last', 'The f')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('err')
  await page.keyboard.press('ControlOrMeta+b')
  await page.keyboard.type('y and the Ferry')
  await page.keyboard.press('Enter')
  await page.keyboard.type('No boat')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field).toBeFocused()
  await page.keyboard.type('ferry')
  await expect(matches).toHaveText('1 of 4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(matches).toHaveText('3 of 4')
  await page.keyboard.press('Shift+Enter')
  await expect(matches).toHaveText('2 of 4')
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter')
  await expect(matches).toHaveText('1 of 4')
  await searching.way('Match case').click()
  await expect(matches).toHaveText(/of 2$/)
  await searching.way('Match case').click()
  await field.fill('ferr')
  await expect(matches).toHaveText(/of 4$/)
  await searching.way('Whole word').click()
  await expect(matches).toHaveText('Nothing found')
  await searching.way('Whole word').click()
  await field.fill('No boat')
  await expect(matches).toHaveText('1 of 1')
  await field.press('Escape')
  await expect(searching.bar).toHaveCount(0)
  // What was found is selected now, and the keys are the text's again.
  await page.keyboard.type('Many boats')
  await expect.poll(() => searching.blocks()).toContain('Many boats')
})

test('replace all keeps formatting and is one undo', async ({ browser }) => {
  const searching = await Searching.start(browser)
  const { page, field, matches, text } = searching
  await searching.write('Old ferry', 'An old ferry', 'The **old** ferry and the old ferry')
  await page.keyboard.press('ControlOrMeta+Alt+f')
  await expect(field).toBeFocused()
  await field.fill('old ferry')
  await searching.bar.getByRole('textbox', { name: 'Replace with' }).fill('new boat')
  await searching.bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(matches).toHaveText('4 replaced')
  const replaced = ['new boat', 'An new boat', 'The new boat and the new boat']
  await expect.poll(() => searching.blocks()).toEqual(replaced)
  await expect(text.locator('strong')).toHaveText('new')
  await field.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => searching.blocks()).toEqual(['Old ferry', 'An old ferry', 'The old ferry and the old ferry'])
  await expect(text.locator('strong')).toHaveText('old')
})

test('one at a time, with groups of a pattern', async ({ browser }) => {
  const searching = await Searching.start(browser)
  const { page, field, matches } = searching
  await searching.write('Results', 'All of them', '3:1 and 2:2 and 0:4')
  await page.keyboard.press('ControlOrMeta+h')
  await searching.way('Regular expression').click()
  await field.fill('(\\d):(\\d)')
  await expect(matches).toHaveText('1 of 3')
  const words = searching.bar.getByRole('textbox', { name: 'Replace with' })
  await words.fill('$2 to $1')
  await words.press('Enter')
  await expect.poll(() => searching.blocks()).toContain('1 to 3 and 2:2 and 0:4')
  await expect(matches).toHaveText('1 of 2')
  await words.press('ControlOrMeta+Enter')
  await expect.poll(() => searching.blocks()).toContain('1 to 3 and 2 to 2 and 4 to 0')
})

test('a wrong pattern is named and a cruel one freezes nothing', async ({ browser }) => {
  const searching = await Searching.start(browser)
  const { page, field, matches } = searching
  await searching.write('Words', 'And more', `${'a'.repeat(300)}!`)
  await page.keyboard.press('ControlOrMeta+f')
  await searching.way('Regular expression').click()
  await field.fill('(a')
  await expect(searching.bar.getByRole('alert')).toHaveText('A round bracket is opened and never closed.')
  await field.fill('(a+)+$')
  await expect(matches).toHaveText('Nothing found', { timeout: 3_000 })
  await expect(searching.bar.getByRole('alert')).toHaveCount(0)
})

test('the selected words are what is looked for, and what is typed meanwhile counts', async ({ browser }) => {
  const searching = await Searching.start(browser)
  const { page, field, matches, text } = searching
  await searching.write('Quay', 'On the quay', 'At the quay')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field).toHaveValue('quay')
  await expect(matches).toHaveText('3 of 3')
  await text.getByText('On the quay').click()
  await page.keyboard.press('End')
  await page.keyboard.type(', the quay')
  await expect(matches).toHaveText(/of 4$/)
})

test('whoever may only read an article finds and does not replace', async ({ browser }) => {
  const searching = await Searching.start(browser)
  await searching.write('Ferry', 'A ferry')
  await expect(searching.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  const reader = await (await browser.newContext()).newPage()
  await beSignedIn(reader, 'REPORTER')
  await reader.goto(searching.page.url())
  const reading = new Searching(reader)
  await expect(reading.text).toContainText('A ferry')
  await reader.keyboard.press('ControlOrMeta+f')
  await reading.field.fill('ferry')
  await expect(reading.matches).toHaveText('1 of 2')
  await expect(reading.bar.getByRole('button', { name: 'Replace', exact: true })).toHaveCount(0)
})

test('straight signs become the right ones while typing, undo gives back what was typed, and the switch is remembered', async ({
  browser,
}) => {
  const searching = await Searching.start(browser)
  const { page } = searching
  await searching.write('It\'s "here" -- at last...')
  await expect.poll(() => searching.blocks()).toContain('It’s “here” – at last…')
  await page.keyboard.press('Backspace')
  await expect.poll(() => searching.blocks()).toContain('It’s “here” – at last...')
  await page.keyboard.type(' "')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => searching.blocks()).toContain('It’s “here” – at last... "')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const item = page.getByRole('menuitemcheckbox', { name: 'Smart quotes and dashes' })
  await expect(item).toBeChecked()
  await item.press('Enter')
  await expect(item).not.toBeChecked()
  await page.reload()
  await searching.text.getByRole('group', { name: 'Standfirst' }).click()
  await page.keyboard.type('"straight"')
  await expect.poll(() => searching.blocks()).toContain('"straight"')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone the search fits and keeps nobody out (${colorScheme})`, async ({ browser }) => {
    const searching = await Searching.start(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme,
    })
    const { page, field, matches } = searching
    await searching.write('Ferry', 'A ferry')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Find and replace' }).click()
    await expect(field).toBeFocused()
    await field.fill('ferry')
    await expect(matches).toHaveText(/of 2$/)
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(scroll).toBe(client)
    const seen = await axeOn(page).include('.find-bar').analyze()
    expect(seen.violations).toEqual([])
    await searching.bar.getByRole('button', { name: 'Close' }).click()
    await expect(searching.bar).toHaveCount(0)
  })
}
