import { anArticleOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test,
} from '@/tests/support/browser-test'
import { signInOverHttp } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const COMMENT = 'ControlOrMeta+Alt+m'

const WORDS = [
  'The council met on Tuesday and agreed to build a bridge.',
  'A second paragraph speaks of something else entirely.',
]

function nameOf(role: string): string {
  return signIns().find((person) => person.role === role)?.name ?? ''
}

/** An article with conversations beside it, as somebody sees it. */
class Desk {
  readonly page: Page
  readonly text: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
    this.panel = page.getByRole('region', { name: 'Comments', exact: true })
  }

  static async as(browser: Browser, role: string, options: BrowserContextOptions = {}): Promise<Desk> {
    const page = await (await browser.newContext(options)).newPage()
    await beSignedIn(page, role)
    return new Desk(page)
  }

  /** A new article with two titles and the paragraphs, open. */
  async start(paragraphs = WORDS, headline = `Bridge ${crypto.randomUUID().slice(0, 8)}`): Promise<string> {
    await this.page.goto(`/desk/articles/${await anArticleOn(this.page, headline, ...paragraphs)}`)
    await expect(this.text).toContainText(paragraphs.at(-1) ?? '')
    return this.page.url()
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.text).toContainText('paragraph')
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/)
  }

  async frame(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }

  /** Selects words as a pointer would, or puts the cursor behind the first `cursorAfter` letters of them. */
  async select(words: string, cursorAfter?: number): Promise<void> {
    await this.text.evaluate(
      (text, { words, cursorAfter }) => {
        const block = [...text.querySelectorAll('p, h1')].find((each) => each.textContent?.includes(words))
        if (!block) throw new Error(`No ${words}`)
        const start = (block.textContent ?? '').indexOf(words)
        const point = (offset: number): [Node, number] => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          let left = offset
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0
            if (left <= length) return [node, left]
            left -= length
          }
          throw new Error(`No place ${offset}`)
        }
        ;(text as HTMLElement).focus()
        const from = point(start + (cursorAfter ?? 0))
        const to = cursorAfter === undefined ? point(start + words.length) : from
        document.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1])
      },
      { words, cursorAfter },
    )
    await this.frame()
  }

  /** Comments on words from the keyboard. */
  async comment(words: string, comment: string): Promise<void> {
    await this.select(words)
    await this.page.keyboard.press(COMMENT)
    const form = this.page.getByRole('form', { name: `Comment on “${words}”` })
    await expect(form.getByLabel('Comment', { exact: true })).toBeFocused()
    await this.page.keyboard.type(comment)
    await this.page.keyboard.press('ControlOrMeta+Enter')
    await expect(this.thread(words)).toContainText(comment)
    await this.saved()
  }

  thread(quote: string): Locator {
    return this.panel.getByRole('listitem', { name: new RegExp(`on “${quote}”$`) })
  }

  async showComments(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Comments/ }).click()
    await expect(this.panel).toBeVisible()
  }

  /** The words that carry a comment, one string for each paragraph. */
  commented(): Promise<string[]> {
    return this.text.evaluate((text) =>
      [...text.querySelectorAll('p, h1')]
        .map((block) => [...block.querySelectorAll('[data-thread]')].map((each) => each.textContent).join(''))
        .filter((words) => words !== ''),
    )
  }

  async expectCommented(...words: string[]): Promise<void> {
    await expect.poll(() => this.commented()).toEqual(words)
  }
}

test('a comment stays on its words for everybody, outlives their deletion, and undo brings them together again', async ({
  browser,
}) => {
  test.slow()
  const editor = await Desk.as(browser, 'EDITOR')
  const address = await editor.start()
  const other = await Desk.as(browser, 'ADMINISTRATOR')
  await other.open(address)

  await editor.comment('agreed to build', 'Did they?')
  await other.expectCommented('agreed to build')
  await other.showComments()
  await expect(other.thread('agreed to build')).toContainText('Did they?')
  await expect(other.page.getByRole('tab', { name: 'Comments 1' })).toBeVisible()

  // Around and inside, by the other one.
  await other.select('on Tuesday', 0)
  await other.page.keyboard.type('late ')
  await other.select('to build', 3)
  await other.page.keyboard.type('quickly ')
  for (const each of [editor, other]) await each.expectCommented('agreed to quickly build')

  // The cursor in the words and the keys that made the comment lead to it; Enter leads back.
  await editor.select('agreed to', 3)
  await editor.page.keyboard.press(COMMENT)
  await expect(editor.thread('agreed to build')).toBeFocused()
  await editor.page.keyboard.press('Enter')
  await expect(editor.text).toBeFocused()

  // Carried to another place.
  await editor.page.keyboard.press('Alt+ArrowDown')
  await expect(other.text.locator('p').last()).toContainText('The council met')
  for (const each of [editor, other]) await each.expectCommented('agreed to quickly build')

  // Deleted with what stands around them: the conversation stays, with its quote.
  await other.select('and agreed to quickly build a')
  await other.page.keyboard.press('Delete')
  for (const each of [editor, other]) {
    await each.expectCommented()
    await expect(each.thread('agreed to build')).toContainText('The words are gone', { timeout: 25_000 })
    await expect(each.thread('agreed to build')).toContainText('Did they?')
  }
  await other.page.keyboard.press('ControlOrMeta+z')
  for (const each of [editor, other]) {
    await each.expectCommented('agreed to quickly build')
    await expect(each.thread('agreed to build')).not.toContainText('The words are gone')
  }

  // Answered, settled, opened again.
  await other.thread('agreed to build').click()
  await other.panel.getByLabel('Reply to the comment on “agreed to build”').fill('They did.')
  await other.page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.thread('agreed to build')).toContainText('They did.')
  await other.thread('agreed to build').getByRole('button', { name: 'Resolve' }).click()
  await expect(editor.thread('agreed to build')).toHaveCount(0)
  await editor.panel.getByRole('button', { name: /^Resolved/ }).click()
  await expect(editor.thread('agreed to build')).toContainText(`Resolved by ${nameOf('ADMINISTRATOR')}`)
  await editor.thread('agreed to build').getByRole('button', { name: 'Re-open' }).click()
  await expect(other.thread('agreed to build')).toContainText('They did.')
  await editor.expectCommented('agreed to quickly build')
})

test('undo takes back what was typed and passes over a comment', async ({ browser }) => {
  const editor = await Desk.as(browser, 'EDITOR')
  await editor.start()
  // Apart from where the last words were typed: what is typed on at once is undone with them.
  await editor.select('council met', 7)
  await editor.page.keyboard.type(' newly')
  await editor.comment('build a bridge', 'Which?')
  await expect(editor.text).toBeFocused()
  await editor.page.keyboard.press('ControlOrMeta+z')
  await expect(editor.text).not.toContainText('newly')
  await editor.expectCommented('build a bridge')
})

test('whoever is named gets one mail and one notice, and both lead to the words', async ({ browser }) => {
  test.slow()
  const editor = await Desk.as(browser, 'EDITOR')
  const headline = `Bridge ${crypto.randomUUID().slice(0, 8)}`
  const address = await editor.start(WORDS, headline)
  await editor.select('on Tuesday')
  await editor.page.keyboard.press(COMMENT)
  await editor.page.keyboard.type('Ask ')
  const reporterName = nameOf('REPORTER')
  await editor.page.keyboard.type(`@${reporterName.slice(0, 3).toLowerCase()}`)
  const people = editor.page.getByRole('listbox', { name: 'People' })
  await expect(people.getByRole('option', { name: reporterName })).toHaveAttribute('aria-selected', 'true')
  await editor.page.keyboard.press('Enter')
  await editor.page.keyboard.type('which Tuesday.')
  await editor.page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.thread('on Tuesday')).toContainText(`Ask @${reporterName} which Tuesday.`)

  // Edited later: nobody is told twice.
  await editor
    .thread('on Tuesday')
    .getByRole('button', { name: /: more$/ })
    .click()
  await editor.page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(editor.panel.getByLabel('Edit comment')).toBeFocused()
  await editor.page.keyboard.press('ControlOrMeta+End')
  await editor.page.keyboard.type(' Today.')
  await editor.page.keyboard.press('ControlOrMeta+Enter')
  await expect(editor.thread('on Tuesday')).toContainText('edited')

  const administrator = await Desk.as(browser, 'ADMINISTRATOR')
  await administrator.page.goto('/admin/mail')
  const mails = administrator.page.getByRole('link', { name: `named you in a comment on “${headline}”` })
  await expect(mails).toHaveCount(1)
  await mails.click()
  await expect(administrator.page.getByText('The words: “on Tuesday”')).toBeVisible()
  await expect(administrator.page.getByText(`${new URL(address).pathname}?thread=`)).toBeVisible()

  const reporter = await Desk.as(browser, 'REPORTER')
  await reporter.page.goto('/desk')
  await expect(reporter.page.getByRole('link', { name: /^Notices, \d+ unread$/ })).toBeVisible()
  await reporter.page.getByRole('link', { name: /^Notices/ }).click()
  const notice = reporter.page.getByRole('link', { name: new RegExp(`named you in a comment on ${headline}$`) })
  await expect(notice).toHaveCount(1)
  await expect(reporter.page.getByRole('listitem').filter({ has: notice })).toContainText('Unread')
  await notice.click()
  await expect(reporter.thread('on Tuesday')).toHaveAttribute('aria-current', 'true')
  await expect(reporter.text.getByText('on Tuesday', { exact: true })).toBeInViewport()
  await reporter.page.goto('/desk/notices')
  await expect(reporter.page.getByRole('listitem').filter({ has: notice })).not.toContainText('Unread')
})

test('a reporter comments on an article that they may not change', async ({ browser }) => {
  const editor = await Desk.as(browser, 'EDITOR')
  const address = await editor.start()
  const reporter = await Desk.as(browser, 'REPORTER')
  await reporter.open(address)
  await reporter.comment('something else', 'Of what else?')
  await editor.expectCommented('something else')
  await editor.showComments()
  await expect(editor.thread('something else')).toContainText('Of what else?')
  // The comment is all that they could change.
  for (const words of WORDS) await expect(editor.text.getByText(words)).toBeVisible()
  await reporter.page.reload()
  await reporter.expectCommented('something else')
})

test('words are commented on without a pointer, and an answer that was not sent survives a reload', async ({
  browser,
}) => {
  const editor = await Desk.as(browser, 'EDITOR')
  await editor.start()
  await editor.text.focus()
  await editor.page.keyboard.press('ControlOrMeta+End')
  await editor.page.keyboard.press('ArrowLeft')
  for (let letter = 0; letter < 'entirely'.length; letter += 1) await editor.page.keyboard.press('Shift+ArrowLeft')
  await editor.frame()
  await editor.page.keyboard.press(COMMENT)
  await editor.page.keyboard.type('Only a draft')
  // Escape leads back to the text and loses nothing.
  await editor.page.keyboard.press('Escape')
  await expect(editor.text).toBeFocused()
  await editor.page.reload()
  await expect(editor.text).toContainText('paragraph')
  await editor.showComments()
  const field = editor.panel.getByLabel('Comment', { exact: true })
  await expect(field).toHaveValue('Only a draft')
  await field.focus()
  await editor.page.keyboard.press('ControlOrMeta+Enter')
  await editor.expectCommented('entirely')
  await editor.thread('entirely').focus()
  const reply = editor.panel.getByLabel('Reply to the comment on “entirely”')
  await reply.fill('An answer in the making')

  // Sending without a connection says so and keeps the words.
  await editor.page.context().setOffline(true)
  await reply.press('ControlOrMeta+Enter')
  await expect(editor.thread('entirely')).toContainText('You are offline. Your words are kept here')
  await expect(reply).toHaveValue('An answer in the making')
  await editor.page.context().setOffline(false)
  await editor.page.reload()
  await expect(editor.text).toContainText('paragraph')
  await editor.showComments()
  await expect(reply).toHaveValue('An answer in the making')
  await reply.press('ControlOrMeta+Enter')
  await expect(reply).toHaveValue('')
  await expect(editor.thread('entirely').getByRole('list', { name: 'Comments' }).getByRole('listitem')).toHaveCount(2)
})

test('whoever goes elsewhere while a comment is being sent stays there', async ({ browser }) => {
  const editor = await Desk.as(browser, 'EDITOR')
  await editor.start()
  await editor.comment('The council', 'Which?')
  await editor.select('something else')
  await editor.page.keyboard.press(COMMENT)
  await editor.page.keyboard.type('What?')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  let lists = 0
  await editor.page.route(/\/comments$/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue()
    await held
    await route.fulfill({ response: await route.fetch() })
    lists += 1
  })
  await editor.page.keyboard.press('ControlOrMeta+Enter')
  await editor.expectCommented('The council', 'something else')
  await editor.thread('The council').focus()
  answer()
  await expect(editor.thread('something else')).toContainText('What?')
  // The list is read once by whoever sent, and again because the server told of the comment: sending ends with the last.
  await expect.poll(() => lists).toBeGreaterThanOrEqual(2)
  await editor.frame()
  await editor.page.keyboard.type('Elsewhere')
  await expect(editor.text).not.toContainText('Elsewhere')
  expect(await editor.thread('The council').evaluate((card) => card === document.activeElement)).toBe(true)
})

test('what is typed about words stays with them while another writes before them', async ({ browser }) => {
  const editor = await Desk.as(browser, 'EDITOR')
  const address = await editor.start()
  const other = await Desk.as(browser, 'ADMINISTRATOR')
  await other.open(address)
  await editor.select('something else')
  await editor.page.keyboard.press(COMMENT)
  await editor.page.keyboard.type('What')
  await other.select('The council', 0)
  await other.page.keyboard.type('Yesterday evening ')
  await other.select('something else', 9)
  await other.page.keyboard.type(' quite')
  await expect(editor.text).toContainText('something quite else')
  await expect(editor.panel.getByLabel('Comment', { exact: true })).toBeFocused()
  await editor.page.keyboard.type(' else?')
  await editor.page.keyboard.press('ControlOrMeta+Enter')
  await editor.expectCommented('something quite else')
  await other.expectCommented('something quite else')
})

test('on a phone the comments are in the sheet', async ({ browser }) => {
  const phone = await Desk.as(browser, 'EDITOR', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await phone.start()
  await phone.select('The council')
  await phone.page.getByRole('button', { name: 'Comment', exact: true }).last().click()
  const field = phone.panel.getByLabel('Comment', { exact: true })
  await expect(field).toBeFocused()
  await phone.page.keyboard.type('Which one?')
  await phone.panel.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(phone.thread('The council')).toContainText('Which one?')
  await phone.thread('The council').getByRole('button', { name: 'Go to the words “The council”' }).click()
  await expect(phone.page.getByRole('dialog')).toHaveCount(0)
  await phone.expectCommented('The council')
  await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('the comments can be used by everybody: no accessibility violations', async ({ browser }) => {
  const editor = await Desk.as(browser, 'EDITOR')
  await editor.start()
  await editor.comment('The council', 'Which one?')
  await editor.select('something else')
  await editor.page.keyboard.press(COMMENT)
  await editor.page.keyboard.type('@')
  await expect(editor.page.getByRole('listbox', { name: 'People' })).toBeVisible()
  const found = await axeOn(editor.page).analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await editor.page.goto('/desk/notices')
  const notices = await axeOn(editor.page).analyze()
  expect(notices.violations.map(({ id }) => id)).toEqual([])
})

test('no reader gets a comment, its words’ mark or its author, before or after publication', async ({ browser }) => {
  const canary = `canarycomment${crypto.randomUUID().slice(0, 8)}`
  const editor = await Desk.as(browser, 'EDITOR')
  const address = await editor.start()
  await editor.comment('agreed to build', `${canary} is what we think`)
  const id = new URL(address).pathname.split('/').at(-1) ?? ''
  const threadId = await editor.text.locator('[data-thread]').first().getAttribute('data-thread')

  const found = signIns().find(({ role }) => role === 'EDITOR')
  if (found === undefined) throw new Error('The sample newsroom has no editor.')
  const person = await signInOverHttp(url, found)
  const { sections } = (await (await person.get('/api/sections')).json()) as { sections: { id: string }[] }
  const put = (field: string, value: unknown) =>
    person.send('PUT', `/api/documents/${id}/fields`, { field, value, baseVersion: 0 })
  expect((await put('sectionId', sections[0]?.id)).status).toBe(200)
  const opened = (await (await person.get(`/api/documents/${id}`)).json()) as { version: number }
  const published = await person.send('POST', `/api/documents/${id}/publish`, { version: opened.version })
  expect(published.status, await published.clone().text()).toBe(200)
  const { path } = (await published.json()) as { path: string }

  for (const each of [path, '/', '/feed.xml', '/sitemap.xml', '/search?q=bridge', address.replace(url, '')]) {
    for (const headers of [{}, { RSC: '1' }]) {
      const answer = await fetch(url + each, { redirect: 'manual', headers })
      const bytes = (await answer.text()) + JSON.stringify([...answer.headers])
      expect(bytes, each).not.toContain(canary)
      expect(bytes.replaceAll(address, ''), each).not.toContain(threadId)
      expect(bytes, each).not.toContain('data-thread')
    }
  }
  expect(await (await fetch(url + path)).text()).toContain('agreed to build')
  for (const each of [`/api/documents/${id}/comments`, '/api/notices', '/api/people'])
    expect((await fetch(url + each, { redirect: 'manual' })).status, each).toBe(401)
})
