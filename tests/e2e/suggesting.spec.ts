import { openNewArticle } from '@/tests/support/articles-in-browser'
import { type BrowserContext, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

/** An open article, as somebody at a keyboard uses it. */
class Desk {
  readonly page: Page
  readonly text: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
  }

  inserted(words: string): Locator {
    return this.text.locator('ins[data-suggestion]').filter({ hasText: words })
  }

  removed(words: string): Locator {
    return this.text.locator('del[data-suggestion]').filter({ hasText: words })
  }

  async press(keys: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(keys)
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  /** The cursor right after some words. */
  async after(words: string): Promise<void> {
    await this.text.evaluate((root, words) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1
        if (at === -1) continue
        ;(root as HTMLElement).focus()
        document.getSelection()?.collapse(node, at + words.length)
        return
      }
      throw new Error(`No ${words}`)
    }, words)
    await this.press('Shift')
  }

  async select(words: string): Promise<void> {
    await this.after(words)
    await this.press('Shift+ArrowLeft', words.length)
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d/)
  }

  async suggest(): Promise<void> {
    await this.page.getByRole('button', { name: 'Mode: Editing' }).click()
    await this.page.getByRole('menuitem', { name: /^Suggesting/ }).click()
    await expect(this.page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible()
  }

  async showSuggestions(): Promise<Locator> {
    await this.page.getByRole('tab', { name: /^Suggestions/ }).click()
    return this.page.getByRole('region', { name: 'Suggestions' })
  }
}

/** The words of a text without what is only suggested. */
function plain(desk: Desk): Promise<string[]> {
  return desk.text.evaluate((root) => [...root.children].map((block) => block.textContent ?? ''))
}

async function newArticle(context: BrowserContext, role: string, ...paragraphs: string[]): Promise<Desk> {
  const page = await context.newPage()
  await beSignedIn(page, role)
  await openNewArticle(page)
  const desk = new Desk(page)
  await desk.text.getByRole('heading', { level: 1, name: 'Headline' }).click()
  await desk.type('The ferry returns')
  await desk.press('Enter')
  await desk.press('Enter')
  for (const [index, words] of paragraphs.entries()) {
    if (index > 0) await desk.press('Enter')
    await desk.type(words)
  }
  await desk.saved()
  return desk
}

test('a reporter suggests in an editor’s article; the editor accepts one, rejects one, accepts the rest, and undoes it', async ({
  browser,
}) => {
  const editor = await newArticle(
    await browser.newContext(),
    'EDITOR',
    'The boat leaves at noon.',
    'Nobody waits on the quay.',
  )
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, 'REPORTER')
  await page.goto(editor.page.url())
  const reporter = new Desk(page)
  await expect(reporter.text).toContainText('Nobody waits')
  await expect(page.getByText('You can suggest changes.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Mode:/ })).toHaveCount(0)

  // Words put in, words taken out, words replaced, and a new headline.
  await reporter.after('boat')
  await reporter.type(' with bicycles')
  await reporter.select('noon')
  await reporter.type('one')
  await reporter.after('Nobody waits')
  await reporter.press('Backspace', ' waits'.length)
  await reporter.after('ferry')
  await reporter.type('boat')
  await reporter.saved()

  await expect(editor.inserted('with bicycles')).toBeVisible()
  await expect(editor.removed('noon')).toBeVisible()
  await expect(editor.inserted('one')).toBeVisible()
  await expect(editor.removed('waits')).toBeVisible()
  await expect(editor.text.locator('h1 ins')).toHaveText('boat')
  // The desk knows the article by the headline that readers would get.
  const list = await editor.page.request.get('/api/articles/search?q=ferry&limit=50')
  expect(await list.text()).not.toContain('ferryboat')

  const panel = await editor.showSuggestions()
  await expect(panel.getByRole('listitem')).toHaveCount(4)
  await expect(panel).toContainText('Nadia Verhoeve')
  await panel.getByRole('button', { name: /^Accept: insert “with bicycles”/ }).click()
  await expect(editor.text).toContainText('The boat with bicycles leaves at')
  await expect(editor.inserted('with bicycles')).toHaveCount(0)
  await panel.getByRole('button', { name: /^Reject: remove “waits”/ }).click()
  await expect(editor.removed('waits')).toHaveCount(0)
  await expect(panel.getByRole('listitem')).toHaveCount(2)

  await editor.page.reload()
  await expect(editor.inserted('one')).toBeVisible()
  const again = await editor.showSuggestions()
  await again.getByRole('button', { name: 'Accept all' }).click()
  await editor.page.getByRole('alertdialog').getByRole('button', { name: 'Accept all' }).click()
  await expect(again.getByText('Nothing is suggested')).toBeVisible()
  const accepted = ['The ferryboat returns', '', 'The boat with bicycles leaves at one.', 'Nobody waits on the quay.']
  await expect.poll(() => plain(editor)).toEqual(accepted)
  await expect.poll(() => plain(reporter)).toEqual(accepted)

  await editor.after('quay.')
  await editor.press('ControlOrMeta+z')
  await expect(editor.inserted('one')).toBeVisible()
  await expect(reporter.inserted('one')).toBeVisible()
  await editor.press('Shift+ControlOrMeta+z')
  await expect(editor.inserted('one')).toHaveCount(0)
  await editor.saved()
})

test('on the keyboard alone: paragraphs parted and joined, a block moved, marks, undo, and the answer', async ({
  browser,
}) => {
  const desk = await newArticle(await browser.newContext(), 'EDITOR', 'One two three.', 'Four five.', 'Six.')
  await desk.press('ControlOrMeta+Alt+s')
  await expect(desk.page.getByText('You are suggesting.')).toBeVisible()

  // A paragraph cut in two, and undone.
  await desk.after('One two')
  await desk.press('Enter')
  await expect(desk.text.locator('ins[data-what=break]')).toHaveText(' three.')
  await desk.press('ControlOrMeta+z')
  await expect(desk.text.locator('ins')).toHaveCount(0)

  // Two joined.
  await desk.after('Four')
  await desk.press('Home')
  await desk.press('Backspace')
  await expect(desk.text.locator('del[data-what=break]')).toHaveText('Four five.')
  await desk.press('ControlOrMeta+z')
  await expect(desk.text.locator('del')).toHaveCount(0)

  // A block carried down: it stands in both places until somebody answers.
  await desk.after('Four')
  await desk.press('Alt+ArrowDown')
  await expect(desk.text.locator('del[data-what=block]')).toHaveText('Four five.')
  await expect(desk.text.locator('ins[data-what=block]')).toHaveText('Four five.')
  const panel = await desk.showSuggestions()
  await expect(panel.getByRole('listitem')).toHaveText(/Move Four five/)

  // Bold, which shows as words beside the words.
  await desk.select('two')
  await desk.press('ControlOrMeta+b')
  await expect(desk.text.locator('[data-what=format]')).toHaveText('two')
  await expect(desk.text.locator('strong')).toHaveCount(0)
  await expect(panel.getByRole('listitem')).toHaveCount(2)

  // To the first and accept it, to the next and reject it.
  await desk.after('Six')
  await desk.press('ControlOrMeta+Alt+j')
  await desk.press('ControlOrMeta+Alt+y')
  await expect(desk.text.locator('strong')).toHaveText('two')
  await desk.press('ControlOrMeta+Alt+j')
  await desk.press('ControlOrMeta+Alt+u')
  await expect(desk.text.locator('[data-suggestion]')).toHaveCount(0)
  expect(await plain(desk)).toEqual(['The ferry returns', '', 'One two three.', 'Four five.', 'Six.'])

  await desk.press('ControlOrMeta+Alt+s')
  await expect(desk.page.getByText('You are suggesting.')).toHaveCount(0)
  await desk.after('Six')
  await desk.type('teen')
  await expect(desk.text).toContainText('Sixteen.')
  await expect(desk.text.locator('ins')).toHaveCount(0)
})

test('own suggestions are written on, taken back, and pasted into; the mode is kept over a reload', async ({
  browser,
}) => {
  const desk = await newArticle(await browser.newContext(), 'EDITOR', 'One two three.')
  await desk.suggest()
  await desk.after('One')
  await desk.type(' and a half')
  await desk.press('Backspace', 5)
  await expect(desk.inserted('and a')).toHaveText(' and a')
  await expect(desk.text.locator('del')).toHaveCount(0)
  await desk.press('Delete', 4)
  await expect(desk.removed('two')).toHaveText(' two')
  await desk.press('End')
  await desk.press('Enter')
  await desk.type('A new paragraph')
  await desk.press('Enter')
  await desk.type('and another')
  await expect(desk.text.locator('ins[data-what=block]')).toHaveCount(2)
  await desk.saved()
  const panel = await desk.showSuggestions()
  await expect(panel.getByRole('listitem')).toHaveCount(2)

  await desk.page.reload()
  await expect(desk.page.getByRole('button', { name: 'Mode: Suggesting' })).toBeVisible()
  await expect(desk.inserted('and a').first()).toHaveText(' and a')
  await desk.after('three')
  await desk.text.evaluate((root) => {
    const data = new DataTransfer()
    data.setData('text/html', '<p>pasted</p><p>words</p>')
    data.setData('text/plain', 'pasted\n\nwords')
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(desk.inserted('pasted')).toBeVisible()
  await expect(desk.text.locator('ins[data-what=break]')).toContainText('words')
  const after = await desk.showSuggestions()
  await after.getByRole('button', { name: 'Reject all' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Reject all' }).click()
  await expect.poll(() => plain(desk)).toEqual(['The ferry returns', '', 'One two three.'])
})

test('an input method writes suggestions, in the middle of words and over selected ones', async ({ browser }) => {
  const desk = await newArticle(await browser.newContext(), 'EDITOR', 'One two three.')
  await desk.suggest()
  const session = await desk.page.context().newCDPSession(desk.page)
  const compose = async (...words: string[]) => {
    for (const text of words)
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await session.send('Input.insertText', { text: words.at(-1) ?? '' })
    await desk.press('Shift')
  }
  await desk.after('One')
  await compose('k', 'か', 'かん', '感')
  await expect(desk.inserted('感')).toHaveText('感')
  expect((await plain(desk))[2]).toBe('One感 two three.')
  await compose('j', 'じ', '字')
  await expect(desk.inserted('感')).toHaveText('感字')

  await desk.select('three')
  await compose('さ', 'さん', '三')
  await expect(desk.inserted('三')).toHaveText('三')
  await expect(desk.removed('three')).toHaveText('three')
  const panel = await desk.showSuggestions()
  await panel.getByRole('button', { name: 'Accept all' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Accept all' }).click()
  await expect.poll(() => plain(desk)).toEqual(['The ferry returns', '', 'One感字 two 三.'])
})
