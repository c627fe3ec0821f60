import { openNewArticle } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

/** The editor of a new article, as somebody uses it who has no mouse. */
class Desk {
  readonly page: Page
  readonly text: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
  }

  /** A new article with both titles, and the cursor in an empty paragraph. */
  async start(headline = `Ferry returns ${crypto.randomUUID().slice(0, 8)}`): Promise<this> {
    await beSignedIn(this.page, 'EDITOR')
    await openNewArticle(this.page)
    await this.text.getByRole('heading', { level: 1 }).click()
    await this.type(headline)
    await this.press('Enter')
    await this.type('After ten years')
    await this.press('Enter')
    return this
  }

  block(name: string): Locator {
    return this.text.getByRole('group', { name, exact: true })
  }

  cells(): Promise<string[][]> {
    return this.block('Table')
      .getByRole('row')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())))
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  /** One key after the other, each when the browser has told the editor of the last. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    }
  }

  async insert(words: string): Promise<void> {
    await this.type(`/${words}`)
    await expect(this.page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
    await this.press('Enter')
  }

  /** Puts something on the clipboard as another program does, and pastes it. */
  async paste(data: Record<string, string>): Promise<void> {
    await this.text.evaluate((_, data) => {
      const clipboardData = new DataTransfer()
      for (const [type, words] of Object.entries(data)) clipboardData.setData(type, words)
      const target = document.getSelection()?.anchorNode ?? document.body
      const element = target instanceof Element ? target : target.parentElement
      element?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, data)
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/, { timeout: 15_000 })
  }

  /** @returns where readers find it */
  async publish(): Promise<string> {
    await this.page.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
    await this.saved()
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
    const link = dialog.getByRole('link', { name: 'View public page' })
    await expect(link).toBeVisible()
    return (await link.getAttribute('href')) ?? ''
  }
}

async function reader(browser: Browser, path: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport })).newPage()
  expect((await page.goto(path))?.status()).toBe(200)
  return page
}

test('every box is written on the keyboard alone, is left by Enter, and readers see it under its own heading', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const desk = await new Desk(page).start()
  await desk.insert('key')
  await desk.type('First point')
  await desk.press('Enter')
  await desk.type('Second point')
  await desk.press('Enter', 'Enter')
  await desk.insert('fact')
  await desk.type('Built in 1961.')
  await desk.press('ArrowUp')
  await desk.type('The ferry')
  await desk.press('Enter', 'End', 'Enter')
  await desk.type('Crew of nine.')
  await desk.press('Enter', 'Enter')
  await desk.insert('timeline')
  await desk.type('It sank.')
  await desk.press('ArrowUp')
  await expect(desk.block('Timeline').getByLabel('When')).toBeFocused()
  await desk.type('May 2019')
  await desk.press('ArrowUp')
  await desk.type('How it went')
  await desk.press('Enter', 'Enter', 'End', 'Enter', 'Enter')
  await expect(desk.block('Timeline').getByLabel('When')).toHaveCount(2)
  await desk.type('It rose.')
  await desk.press('ArrowUp')
  await desk.type('A week later')
  await desk.press('Enter', 'End', 'Enter', 'Enter', 'Enter')
  await expect(desk.block('Timeline').getByLabel('When')).toHaveCount(2)
  await desk.insert('q&a')
  await desk.type('Why did it sink?')
  await desk.press('Enter')
  await desk.type('Nobody knows.')
  await desk.press('Enter', 'Enter')
  await desk.type('Will it sail?')
  await desk.press('Enter')
  await desk.type('It does.')
  await desk.press('Enter', 'Enter', 'Enter')
  await desk.type('The end.')
  const path = await desk.publish()

  const site = await reader(browser, path)
  const keyPoints = site.getByRole('complementary', { name: 'Key points' })
  await expect(keyPoints.getByRole('listitem')).toHaveText(['First point', 'Second point'])
  const factBox = site.getByRole('complementary', { name: 'The ferry' })
  await expect(factBox.getByRole('paragraph')).toHaveText(['Built in 1961.', 'Crew of nine.'])
  const timeline = site.getByRole('complementary', { name: 'How it went' })
  await expect(timeline.getByRole('listitem')).toHaveText(['May 2019It sank.', 'A week laterIt rose.'])
  const questions = site.getByRole('complementary', { name: 'Questions and answers' })
  await expect(questions.getByRole('heading', { level: 3 })).toHaveText(['Why did it sink?', 'Will it sail?'])
  await expect(questions.getByRole('paragraph')).toHaveText(['Nobody knows.', 'It does.'])
  await expect(site.locator('.article-body > p')).toHaveText(['The end.'])
})

test('what nobody wrote into goes with Backspace, and the arrow keys lead past every box', async ({ page }) => {
  const desk = await new Desk(page).start()
  for (const [name, label] of [
    ['key', 'Key points'],
    ['fact', 'Fact box'],
    ['timeline', 'Timeline'],
    ['q&a', 'Q&A'],
    ['table', 'Table'],
  ] as const) {
    await desk.insert(name)
    await expect(desk.block(label)).toHaveCount(1)
    await desk.press('Backspace')
    await expect(desk.block(label), label).toHaveCount(0)
  }
  await desk.insert('key')
  await desk.type('Point')
  await desk.press('Enter', 'Backspace')
  await expect(desk.block('Key points').getByRole('listitem')).toHaveText(['Point'])
  await desk.press('ArrowDown')
  await desk.type('Below')
  await expect(desk.text.locator('> p').last()).toHaveText('Below')
})

test('Tab goes through the cells and makes a row, the arrows leave the table, and its tools change its shape', async ({
  page,
}) => {
  const desk = await new Desk(page).start()
  await desk.insert('table')
  for (const words of ['Year', 'Crossings', 'Share', '2018', '1,204', '12 %', '2019', '980', '10 %', '2020']) {
    await desk.type(words)
    if (words !== '2020') await desk.press('Tab')
  }
  await expect
    .poll(() => desk.cells())
    .toEqual([
      ['Year', 'Crossings', 'Share'],
      ['2018', '1,204', '12 %'],
      ['2019', '980', '10 %'],
      ['2020', '', ''],
    ])
  await desk.press('Shift+Tab')
  await desk.type('11 %')
  await desk.press('ArrowUp')
  await desk.type('!')
  await expect
    .poll(async () => (await desk.cells()).slice(1, 3))
    .toEqual([
      ['2018', '1,204', '12 %!'],
      ['2019', '980', '11 %'],
    ])
  const tools = desk.block('Table').getByRole('toolbar', { name: 'Table' })
  await tools.getByRole('button', { name: 'Delete row' }).click()
  await tools.getByRole('button', { name: 'Add column after' }).click()
  await expect
    .poll(() => desk.cells())
    .toEqual([
      ['Year', 'Crossings', 'Share', ''],
      ['2019', '980', '11 %', ''],
      ['2020', '', '', ''],
    ])
  await tools.getByRole('button', { name: 'Delete column' }).click()
  await tools.getByRole('button', { name: 'Header row' }).click()
  await expect(desk.block('Table').getByRole('columnheader')).toHaveCount(0)
  await tools.getByRole('button', { name: 'Header row' }).click()
  await expect(desk.block('Table').getByRole('columnheader')).toHaveCount(3)
  await desk.block('Table').getByRole('cell').last().click()
  await desk.press('ArrowDown')
  await desk.type('Below')
  await expect(desk.text.locator('> p').last()).toHaveText('Below')
  await desk.block('Table').getByRole('columnheader').first().click()
  await desk.press('ArrowUp')
  await expect(desk.block('Table').getByLabel('Caption')).toBeFocused()
  await desk.type('Crossings a year')
  await desk.press('Enter', 'End')
  await desk.type('!')
  await expect(desk.block('Table').getByRole('columnheader').first()).toHaveText('Year!')
})

test('a sheet becomes a table, and pasted again into a table it fills the cells and keeps its header', async ({
  page,
}) => {
  const desk = await new Desk(page).start()
  const html = `<meta charset="utf-8"><style>td{mso-number-format:General}</style><table><colgroup><col width="64"></colgroup>
    <tr><td style="font-weight:bold">Party</td><td>Votes</td></tr>
    <tr><td>Harbour List</td><td>12,408</td></tr><tr><td>Others</td><td>920</td></tr></table>`
  await desk.paste({ 'text/html': html, 'text/plain': 'Party\tVotes\nHarbour List\t12,408\nOthers\t920\n' })
  await expect
    .poll(() => desk.cells())
    .toEqual([
      ['Party', 'Votes'],
      ['Harbour List', '12,408'],
      ['Others', '920'],
    ])
  await expect(desk.block('Table').getByRole('columnheader')).toHaveText(['Party', 'Votes'])
  await desk.block('Table').getByRole('cell', { name: '12,408' }).click()
  await desk.paste({ 'text/plain': '13,000\t31 %\n1,000\t2 %\n7\t0 %' })
  await expect
    .poll(() => desk.cells())
    .toEqual([
      ['Party', 'Votes', ''],
      ['Harbour List', '13,000', '31 %'],
      ['Others', '1,000', '2 %'],
      ['', '7', '0 %'],
    ])
  // However fast the one followed the other, each was a paste of its own.
  await desk.press('ControlOrMeta+z')
  await expect.poll(async () => (await desk.cells())[1]).toEqual(['Harbour List', '12,408'])
  await desk.press('ControlOrMeta+Enter')
  await desk.paste({ 'text/plain': 'Year\tFerries\n2018\t3\n2019\t4' })
  await expect(desk.block('Table')).toHaveCount(2)
  await expect(desk.block('Table').last().getByRole('columnheader')).toHaveText(['Year', 'Ferries'])
})

test('a table has its caption and its header for readers, and on a phone it moves inside its own frame', async ({
  page,
  browser,
}) => {
  const desk = await new Desk(page).start()
  await desk.type('Words.')
  await desk.press('Enter')
  await desk.insert('table')
  const names = ['Harbour', 'Country of the harbour', 'Ships in the year', 'Containers landed', 'Share of all traffic']
  await desk.paste({ 'text/plain': `${names.join('\t')}\nAldermouth\tKestria\t6,412\t1,180,000\t52 %` })
  await desk.press('ArrowUp', 'ArrowUp')
  await desk.type('Ships last year')
  const path = await desk.publish()
  const site = await reader(browser, path, { width: 390, height: 844 })
  const table = site.getByRole('table', { name: 'Ships last year' })
  await expect(table.getByRole('columnheader')).toHaveText(names)
  await expect(table.getByRole('cell').first()).toHaveText('Aldermouth')
  const frame = site.getByRole('region', { name: 'Ships last year' })
  await frame.focus()
  await expect(frame).toBeFocused()
  expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  await expect.poll(() => site.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('a footnote is written without leaving the keyboard, numbers itself and leads to its words and back', async ({
  page,
  browser,
}) => {
  const desk = await new Desk(page).start()
  await desk.type('The ferry sank')
  await desk.press('ControlOrMeta+Alt+n')
  const words = page.getByRole('textbox', { name: 'Footnote text' })
  await expect(words).toBeFocused()
  await desk.type('Harbour office, report of 2019')
  await desk.press('Escape')
  await expect(words).toHaveCount(0)
  await desk.type(' and rose again.')
  await desk.press('Home', 'ControlOrMeta+ArrowRight', 'ControlOrMeta+Alt+n')
  await desk.type('Built in 1961')
  await desk.press('Enter')
  const notes = desk.text.getByRole('button', { name: /^Footnote/ })
  await expect(notes).toHaveCount(2)
  await expect(desk.text).toContainText('and rose again.')
  // One that nobody wrote into does not stay.
  await desk.press('End', 'ControlOrMeta+Alt+n')
  await expect(notes).toHaveCount(3)
  await desk.press('Escape')
  await expect(notes).toHaveCount(2)
  await notes.last().click()
  await desk.type(', page 4')
  await page.getByRole('region', { name: 'Footnote' }).getByRole('button', { name: 'Done' }).click()
  await desk.saved()
  await page.reload()
  await expect(
    desk.text.getByRole('button', { name: 'Footnote: Harbour office, report of 2019, page 4' }),
  ).toBeVisible()
  const path = await desk.publish()

  const site = await reader(browser, path)
  const list = site.getByLabel('Notes', { exact: true })
  await expect(list.getByRole('listitem')).toHaveText([/^Built in 1961/, /^Harbour office, report of 2019, page 4/])
  await site.getByLabel('Note 2', { exact: true }).click()
  await expect(site).toHaveURL(/#note-2$/)
  await expect(site.locator(':target')).toContainText('Harbour office')
  await site.getByLabel('Back to note 2 in the text').click()
  await expect(site.locator(':target')).toHaveText('2')
})

test('marked words open their explanation for readers without script, by pointer and by key', async ({
  page,
  browser,
}) => {
  const desk = await new Desk(page).start()
  await desk.type('They pay the levy')
  await desk.press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+Alt+e')
  const dialog = page.getByRole('dialog', { name: 'Explain words' })
  await dialog.getByLabel('Explanation').fill('Two crowns for each container')
  await desk.press('Enter')
  await expect(dialog).toHaveCount(0)
  await desk.press('ArrowRight', 'ArrowLeft')
  const bubble = page.getByRole('region', { name: 'Marked words' })
  await expect(bubble).toContainText('Two crowns for each container')
  await bubble.getByRole('button', { name: 'Edit explanation' }).click()
  await dialog.getByLabel('Explanation').fill('Three crowns for each container')
  await dialog.getByRole('button', { name: 'Save explanation' }).click()
  const path = await desk.publish()

  const site = await reader(browser, path)
  const words = site.getByRole('button', { name: 'levy' })
  const explanation = site.getByText('Three crowns for each container')
  await expect(explanation).toBeHidden()
  await words.click()
  await expect(explanation).toBeVisible()
  await site.keyboard.press('Escape')
  await expect(explanation).toBeHidden()
  await words.focus()
  await site.keyboard.press('Enter')
  await expect(explanation).toBeVisible()
  await site.keyboard.press('Escape')
  await site.emulateMedia({ media: 'print' })
  await expect(explanation).toBeVisible()
})

test('a page with all of it keeps nobody out, in the light and in the dark', async ({ page, browser }) => {
  test.setTimeout(90_000)
  const desk = await new Desk(page).start()
  await desk.type('They pay the levy')
  await desk.press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+Alt+e')
  await page.getByRole('dialog').getByLabel('Explanation').fill('Two crowns')
  await desk.press('Enter', 'End', 'ControlOrMeta+Alt+n')
  await desk.type('A source')
  await desk.press('Escape', 'Enter')
  await desk.insert('key')
  await desk.type('Point')
  await desk.press('ControlOrMeta+Enter')
  await desk.insert('timeline')
  await desk.type('It sank.')
  await desk.press('ControlOrMeta+Enter')
  await desk.insert('q&a')
  await desk.type('Why?')
  await desk.press('Enter')
  await desk.type('Because.')
  await desk.press('ControlOrMeta+Enter')
  await desk.insert('table')
  await desk.paste({ 'text/plain': 'Year\tFerries\tShare\n2018\t3\t2 %' })
  const { violations } = await axeOn(page).include('.article-text').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  const path = await desk.publish()
  for (const colorScheme of ['light', 'dark'] as const) {
    const site = await (await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })).newPage()
    await site.goto(path)
    await site.getByRole('button', { name: 'levy' }).click()
    const found = await axeOn(site).analyze()
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
})

test('the rarer blocks are in a menu that the keyboard opens from the toolbar', async ({ page }) => {
  const desk = await new Desk(page).start()
  await desk.press('Alt+F10')
  const more = page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More blocks' })
  await more.focus()
  await desk.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Fact box' })).toBeVisible()
  await page.keyboard.type('fact')
  await desk.press('Enter')
  await expect(desk.block('Fact box')).toBeVisible()
  await expect(desk.text).toBeFocused()
  await desk.type('A fact.')
  await expect(desk.block('Fact box')).toContainText('A fact.')
})
