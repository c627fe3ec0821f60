import { openNewArticle } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type BrowserContextOptions, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

type Role = 'REPORTER' | 'EDITOR'

/** Something that stands nowhere else. */
function someName(): string {
  return crypto.randomUUID().slice(0, 8)
}

/** The editor of an article, by the names that a person hears or reads. */
class Editor {
  readonly page: Page
  readonly text: Locator
  readonly headline: Locator
  readonly standfirst: Locator
  readonly search: Locator
  readonly panel: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
    this.headline = this.text.getByRole('heading', { level: 1 })
    this.standfirst = this.text.getByRole('group', { name: 'Standfirst' })
    this.search = page.getByRole('combobox', { name: 'Search headlines or paste a URL' })
    this.panel = page.getByRole('complementary', { name: 'Around the text' })
  }

  /** A new article with the cursor in the headline. */
  async start(role: Role): Promise<this> {
    await beSignedIn(this.page, role)
    await openNewArticle(this.page)
    await this.headline.click()
    return this
  }

  /** As start, with both titles and the cursor in an empty paragraph. */
  async startInBody(role: Role, headline = `Ferry returns ${someName()}`): Promise<this> {
    await this.start(role)
    await this.type(headline)
    await this.press('Enter')
    await this.type('After ten years')
    await this.press('Enter')
    return this
  }

  block(name: string): Locator {
    return this.text.getByRole('group', { name, exact: true })
  }

  tool(name: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true })
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words)
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The cursor at the very end, on an empty line after a block with words. */
  async onNewLine(): Promise<void> {
    await this.text.focus()
    await this.press('ControlOrMeta+End', 'ArrowDown')
  }

  async insert(words: string): Promise<void> {
    await this.type(`/${words}`)
    await expect(this.page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
    await this.press('Enter')
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d$/, {
      timeout: 15_000,
    })
  }

  /** The blocks of the document as "tag: words". */
  blocks(): Promise<string[]> {
    return this.text.evaluate((text) =>
      [...text.children].map((block) => `${block.tagName.toLowerCase()}: ${(block.textContent ?? '').trim()}`),
    )
  }
}

async function editorOn(page: Page): Promise<Editor> {
  const editor = new Editor(page)
  await expect(editor.text).toBeVisible()
  return editor
}

test('Enter leads from field to field, Backspace merges none of them, and deleting everything leaves three empty ones', async ({
  page,
}) => {
  const editor = await new Editor(page).startInBody('EDITOR', 'Ferry returns')
  await editor.type('First words')
  await editor.press('Home', 'Backspace')
  await editor.type('!')
  await expect(editor.standfirst).toHaveText('After ten years!')
  await editor.press('Home', 'Backspace')
  await editor.type('?')
  await expect(editor.headline).toHaveText('Ferry returns?')
  await editor.press('ControlOrMeta+a', 'Delete')
  await expect.poll(() => editor.blocks()).toEqual(['h1: ', 'p: ', 'p: '])
})

test('markdown makes blocks and marks, and undo gives back the characters', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.type('## ')
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveCount(1)
  await editor.press('ControlOrMeta+z')
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveCount(0)
  await expect.poll(() => editor.blocks()).toContainEqual('p: ##')
  await editor.press('Backspace', 'Backspace', 'Backspace')
  await editor.type('## What it means')
  await editor.press('Enter')
  await editor.type('Some **bold** and *italic* words')
  await editor.press('Enter')
  await editor.type('- one')
  await editor.press('Enter')
  await editor.type('two')
  await editor.press('Enter', 'Enter')
  await editor.type('1. first')
  await editor.press('Enter', 'Enter')
  await editor.type('---')
  await editor.type('> Said')
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('What it means')
  await expect(editor.text.locator('strong')).toHaveText('bold')
  await expect(editor.text.locator('em')).toHaveText('italic')
  await expect(editor.text.locator('ul > li')).toHaveText(['one', 'two'])
  await expect(editor.text.locator('ol > li')).toHaveText(['first'])
  await expect(editor.text.locator('hr')).toHaveCount(1)
  await expect(editor.block('Quotation')).toContainText('Said')
})

test('the slash menu finds a block by name with the keyboard alone, and Escape leaves the words', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  const menu = page.getByRole('listbox', { name: 'Blocks' })
  await editor.type('/')
  await expect(menu.getByRole('option')).toHaveCount(18)
  await editor.press('ArrowDown')
  await expect(menu.getByRole('option', { name: 'Crosshead' })).toHaveAttribute('aria-selected', 'true')
  await editor.type('quo')
  await expect(menu.getByRole('option')).toHaveText([/^Quotation/, /^Pull quote/])
  await editor.press('Escape')
  await expect(menu).toHaveCount(0)
  await editor.type(' and so on')
  await expect.poll(() => editor.blocks()).toContainEqual('p: /quo and so on')
  await editor.press('Enter')
  await editor.insert('pull')
  await expect(editor.block('Pull quote')).toBeVisible()
  await editor.type('A line of it')
  await expect(editor.block('Pull quote')).toContainText('A line of it')
})

test('keys that follow a slash before its menu is drawn are answered by what was typed', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await page.evaluate(async () => {
    const typed = async (text: string) => {
      document.execCommand('insertText', false, text)
      await new Promise<void>(queueMicrotask)
    }
    const pressed = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await typed('/')
    await typed('quo')
    pressed('ArrowDown')
    pressed('Enter')
  })
  await expect(editor.block('Pull quote')).toBeVisible()
  await expect(editor.block('Quotation')).toHaveCount(0)
})

test('every block keeps what was written into it across a reload', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.insert('quotation')
  await editor.type('We are back')
  await editor.block('Quotation').getByLabel('Speaker').fill('Ada Park')
  await editor.block('Quotation').getByLabel('Role').fill('Captain')
  await editor.onNewLine()
  await editor.insert('pull')
  await editor.type('Back at last')
  await editor.block('Pull quote').getByLabel('Speaker').fill('Ben Ode')
  await editor.onNewLine()
  await editor.insert('social')
  await editor.type('See you on board')
  const post = editor.block('Social post')
  await post.getByLabel('Author').fill('Ada Park')
  await post.getByLabel('Handle').fill('@ada')
  await post.getByLabel('Network').fill('Bluesky')
  await post.getByLabel('Posted at').fill('2026-10-03T14:05')
  await post.getByLabel('Link to the post').fill('somewhere')
  await expect(post.getByRole('alert')).toHaveText(/not a web address/)
  await post.getByLabel('Link to the post').fill('https://social.example/ada/1')
  await expect(post.getByRole('alert')).toHaveCount(0)
  await editor.onNewLine()
  await editor.insert('newsletter')
  const signUp = editor.block('Newsletter sign-up')
  await signUp.getByRole('combobox', { name: 'Newsletter' }).selectOption({ index: 1 })
  await signUp.getByLabel('Pitch').fill('Every morning')
  const newsletter = await signUp.getByRole('combobox', { name: 'Newsletter' }).inputValue()
  await editor.tool('Image').click()
  await page.getByLabel('Upload a picture').setInputFiles({
    name: 'harbour.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  })
  const image = editor.block('Image')
  await image.getByLabel('Alternative text').fill('A harbour')
  await image.getByLabel('Caption').fill('The harbour at dawn')
  await image.getByLabel('Credit').fill('C. Amera')
  await expect(image.getByRole('img', { name: 'A harbour' })).toBeVisible()
  await editor.saved()

  await page.reload()
  await expect(editor.block('Quotation')).toContainText('We are back')
  await expect(editor.block('Quotation').getByLabel('Speaker')).toHaveValue('Ada Park')
  await expect(editor.block('Quotation').getByLabel('Role')).toHaveValue('Captain')
  await expect(editor.block('Pull quote').getByLabel('Speaker')).toHaveValue('Ben Ode')
  await expect(post.getByLabel('Posted at')).toHaveValue('2026-10-03T14:05')
  await expect(post.getByLabel('Link to the post')).toHaveValue('https://social.example/ada/1')
  await expect(signUp.getByRole('combobox', { name: 'Newsletter' })).toHaveValue(newsletter)
  await expect(signUp.getByLabel('Pitch')).toHaveValue('Every morning')
  await expect(image.getByLabel('Caption')).toHaveValue('The harbour at dawn')
  await expect(image.getByRole('img', { name: 'A harbour' })).toBeVisible()
})

test('what is typed into a field of a block keeps its cursor and is undone as one', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.insert('pull')
  await editor.type('Back at last')
  const role = editor.block('Pull quote').getByLabel('Role')
  await role.click()
  await page.keyboard.type('cain', { delay: 40 })
  await editor.press('ArrowLeft', 'ArrowLeft')
  await page.keyboard.type('pta', { delay: 40 })
  await expect(role).toHaveValue('captain')
  await editor.block('Pull quote').getByText('Back at last').click()
  await editor.press('ControlOrMeta+z')
  await expect(role).toHaveValue('')
  await expect(editor.block('Pull quote')).toContainText('Back at last')
  await editor.press('ControlOrMeta+Shift+z')
  await expect(role).toHaveValue('captain')
})

test('words are linked by headline and by address, a harmful address is refused with a sentence, and the bubble changes links', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.type('the report')
  await editor.press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+k')
  await editor.search.fill('javascript:alert(1)')
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/Links may lead to/)
  await expect(page.getByRole('option')).toHaveCount(0)
  await editor.search.fill('report.example/2026')
  await expect(page.getByRole('option', { name: 'Link to https://report.example/2026' })).toBeVisible()
  await editor.press('Enter')
  await expect(editor.text.locator('a[href="https://report.example/2026"]')).toHaveText('report')
  await expect(editor.text).toBeFocused()

  await editor.press('ArrowRight')
  await page.getByRole('region', { name: 'Marked words' }).getByRole('button', { name: 'Edit link' }).click()
  await expect(page.getByRole('dialog', { name: 'Change the link' })).toBeVisible()
  await editor.search.fill('')
  await expect(page.getByRole('option', { name: /^Link to/ })).toHaveCount(0)
  await page.getByRole('option').first().click()
  await expect(editor.text.locator('a[data-article-id]')).toHaveText('report')
  await expect(editor.text.locator('a[href]')).toHaveCount(0)

  await editor.press('ControlOrMeta+End')
  await editor.type(' of today')
  await editor.press('ControlOrMeta+Shift+ArrowLeft')
  await page.evaluate(() => navigator.clipboard.writeText('https://paste.example/x'))
  await editor.press('ControlOrMeta+v')
  await expect(editor.text.locator('a[href="https://paste.example/x"]')).toHaveText('today')

  // An address of our own, pasted, is a link by id.
  const own = page.url()
  await editor.press('ControlOrMeta+End')
  await editor.type(' and more')
  await editor.press('ControlOrMeta+Shift+ArrowLeft')
  await page.evaluate((url) => navigator.clipboard.writeText(url), own)
  await editor.press('ControlOrMeta+v')
  await expect(editor.text.locator(`a[data-article-id="${own.split('/').pop()}"]`)).toHaveText('more')
})

test('related articles keep the order that somebody gives them', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.insert('related')
  for (const index of [0, 1, 2]) {
    await page.getByRole('option').nth(index).click()
    await expect(page.getByRole('list', { name: 'Chosen' }).getByRole('listitem')).toHaveCount(index + 1)
  }
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-disabled', 'true')
  const chosen = await page.getByRole('list', { name: 'Chosen' }).getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: 'Add 3 to article' }).click()
  const rows = editor.block('Related articles').getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await editor
    .block('Related articles')
    .getByRole('button', { name: `Move down: ${chosen[0]}` })
    .first()
    .click()
  await expect(rows.nth(1)).toContainText(chosen[0] ?? '')
  await editor
    .block('Related articles')
    .getByRole('button', { name: `Remove: ${chosen[1]}` })
    .first()
    .click()
  await expect(rows).toHaveCount(2)
  await editor.saved()
  await page.reload()
  await expect(rows.nth(0)).toContainText(chosen[0] ?? '')
  await expect(rows.nth(1)).toContainText(chosen[2] ?? '')
})

test('a block moves by the arrows with Alt, by the toolbar and by its grip', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.type('one')
  await editor.press('Enter')
  await editor.type('two')
  await editor.press('Enter')
  await editor.type('three')
  const body = async () => (await editor.blocks()).slice(2)
  await editor.press('Alt+ArrowUp')
  await expect.poll(body).toEqual(['p: one', 'p: three', 'p: two'])
  await editor.tool('Move block up').click()
  await expect.poll(body).toEqual(['p: three', 'p: one', 'p: two'])
  await editor.press('Alt+ArrowUp')
  await expect.poll(body).toEqual(['p: three', 'p: one', 'p: two'])

  await editor.text.getByText('two').hover()
  await expect(page.getByRole('button', { name: 'Move this block' })).toBeVisible()
  const grip = await page.getByRole('button', { name: 'Move this block' }).boundingBox()
  const target = await editor.text.getByText('three').boundingBox()
  if (grip === null || target === null) throw new Error('Nothing to drag')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(target.x, target.y + 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(body).toEqual(['p: two', 'p: three', 'p: one'])
})

test('the toolbar is one stop, reached and used by keys', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.press('Alt+F10')
  await expect(editor.tool('Bold')).toBeFocused()
  await editor.press(...Array.from({ length: 6 }, () => 'ArrowRight'))
  await expect(editor.tool('Crosshead')).toBeFocused()
  await editor.press('Enter')
  await editor.type('What it means')
  await expect(editor.text.getByRole('heading', { level: 2 })).toHaveText('What it means')
  await page.getByRole('link', { name: 'Back to articles' }).focus()
  await editor.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('fields around the text are saved by themselves, and two that clash are both shown', async ({ page, context }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  const tab = await context.newPage()
  await tab.goto(page.url())
  const other = await editorOn(tab)
  await editor.panel.getByLabel('Section').selectOption({ index: 2 })
  await editor.panel.getByLabel('Add a byline').click()
  const guest = `Guest ${someName()}`
  await editor.type(guest)
  await page.getByRole('option', { name: `Add “${guest}” as a guest byline` }).click()
  await editor.panel.getByLabel(`Role of ${guest}`).fill('Translated by')
  await editor.panel.getByLabel('Kicker').fill('Ports')
  await expect(other.panel.getByLabel('Kicker')).toHaveValue('Ports')
  await expect(other.panel.getByLabel(`Role of ${guest}`)).toHaveValue('Translated by')

  await page.route('**/fields', (route) => route.abort())
  await editor.panel.getByLabel('Kicker').fill('Mine')
  await expect(editor.panel.getByText('Not saved yet, kept here.')).toBeVisible()
  await other.panel.getByLabel('Kicker').fill('Theirs')
  await expect(tab.getByText('Saving…')).toHaveCount(0)
  await page.unroute('**/fields')
  await expect(editor.panel.getByText('changed this meanwhile.')).toBeVisible({ timeout: 20_000 })
  await expect(editor.panel.getByText('Theirs', { exact: true }).last()).toBeVisible()
  await editor.panel.getByRole('button', { name: 'Keep mine' }).click()
  await expect(other.panel.getByLabel('Kicker')).toHaveValue('Mine')
})

test('what was typed into a field without a connection survives a reload', async ({ page, context }) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.saved()
  await page.route('**/fields', (route) => route.abort())
  await editor.panel.getByLabel('Trail text').fill('The ferry sails again')
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText('A field is not saved')
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(editor.panel.getByLabel('Trail text')).toHaveValue('The ferry sails again')
  await page.unroute('**/fields')
  await editor.panel.getByLabel('Kicker').fill('Ports')
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/, { timeout: 20_000 })
  const tab = await context.newPage()
  await tab.goto(page.url())
  const again = await editorOn(tab)
  await expect(again.panel.getByLabel('Trail text')).toHaveValue('The ferry sails again')
})

test('the checklist leads to what it names, and the published state changes without a reload', async ({ page }) => {
  const editor = await new Editor(page).startInBody('EDITOR', `Checklist ${someName()}`)
  await editor.type('Words.')
  await editor.press('Enter')
  await editor.insert('newsletter')
  const publish = page.getByRole('button', { name: 'Publish', exact: true })
  const dialog = page.getByRole('dialog')
  await publish.click()
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await dialog.getByRole('button', { name: /no section/ }).click()
  await expect(editor.panel.getByLabel('Section')).toBeFocused()
  await editor.panel.getByLabel('Section').selectOption({ index: 1 })
  await publish.click()
  await dialog.getByRole('button', { name: /no newsletter/ }).click()
  const newsletter = editor.block('Newsletter sign-up').getByRole('combobox', { name: 'Newsletter' })
  await expect(newsletter).toBeFocused()
  await newsletter.selectOption({ index: 1 })
  await publish.click()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible()
  const path = await dialog.getByRole('link', { name: 'View public page' }).getAttribute('href')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Publish changes' })).toBeDisabled()
  await editor.headline.click()
  await editor.press('End')
  await editor.type(' again')
  await expect(page.getByText('Published, with changes')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish changes' })).toBeEnabled()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Unpublish…' }).press('Enter')
  await page.getByLabel('Reason for readers').fill('It was not ready.')
  await dialog.getByRole('button', { name: 'Unpublish' }).click()
  await expect(page.getByText('Unpublished. Readers are told:')).toBeVisible()
  expect((await page.request.get(path ?? '')).status()).toBe(410)
})

test('whoever may not edit an article reads it and suggests, and has no buttons that would refuse', async ({
  page,
  browser,
}) => {
  await new Editor(page).startInBody('EDITOR')
  await page.keyboard.type('Not yours')
  const reporter = await (await browser.newContext()).newPage()
  await beSignedIn(reporter, 'REPORTER')
  await reporter.goto(page.url())
  const reading = await editorOn(reporter)
  await expect(
    reporter.getByText(/^You can suggest changes\. Its authors and editors accept or reject them/),
  ).toBeVisible()
  await expect(reporter.getByRole('button', { name: /^Mode:/ })).toHaveCount(0)
  await expect(reporter.getByRole('button', { name: /^(Publish|File)/ })).toHaveCount(0)
  await expect(reading.panel.getByLabel('Kicker')).toBeDisabled()
  await expect(reading.text).toContainText('Not yours')
})

test('signed out in an open tab: a sentence, a way back, and the text to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const editor = await new Editor(page).startInBody('EDITOR')
  await editor.type('Words that must not be lost')
  await editor.saved()
  await context.clearCookies()
  await editor.type(' and these')
  const notice = page.getByRole('alert')
  await expect(notice.getByRole('link', { name: 'Sign in again' })).toHaveAttribute('target', '_blank')
  await notice.getByRole('button', { name: 'Copy my text' }).click()
  await expect(notice.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Words that must not be lost and these')
})

/** Everything that this browser keeps for the page, as text. */
function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve, reject) => {
            const reading = database.transaction(store).objectStore(store).getAll()
            reading.onsuccess = () => resolve(reading.result)
            reading.onerror = () => reject(reading.error)
          }),
        )
      database.close()
    }
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url)
    return JSON.stringify(kept)
  })
}

test('signing out leaves nothing of what was written in this browser, in whichever tab', async ({ page, context }) => {
  const editor = await new Editor(page).startInBody('EDITOR', `Zqkept ${someName()}`)
  await editor.saved()
  const tab = await context.newPage()
  await tab.goto(page.url())
  for (const each of [page, tab]) {
    each.on('dialog', (dialog) => dialog.accept())
    await each.route('**/fields', (route) => route.abort())
    await each.route('**/steps', (route) => route.abort())
    const { panel } = await editorOn(each)
    await panel.getByLabel('Trail text').fill('zqkept in a field')
    await expect.poll(() => keptBy(each)).toContain('zqkept in a field')
  }
  await editor.text.click()
  await page.keyboard.insertText('zqkept unsent')
  await expect.poll(() => keptBy(page)).toContain('zqkept unsent')
  // The other tab has gone elsewhere and keeps what it kept.
  await tab.goto('/desk')
  expect(await keptBy(tab)).toContain('zqkept in a field')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/login?done=signed-out')
  for (const each of [page, tab]) await expect.poll(() => keptBy(each)).not.toMatch(/zqkept/i)
})

test('a tab that did not hear of a sign-out forgets what it kept the next time that it shows the newsroom', async ({
  page,
  context,
}) => {
  const editor = await new Editor(page).startInBody('EDITOR', `Zqdeaf ${someName()}`)
  await editor.saved()
  const tab = await context.newPage()
  // As a tab that is still being loaded: nothing reaches it.
  await tab.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  await tab.goto(page.url())
  tab.on('dialog', (dialog) => dialog.accept())
  await tab.route('**/fields', (route) => route.abort())
  await (await editorOn(tab)).panel.getByLabel('Trail text').fill('zqdeaf in a field')
  await expect.poll(() => keptBy(tab)).toContain('zqdeaf in a field')
  await tab.goto('/desk')
  expect(await keptBy(tab)).toContain('zqdeaf in a field')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/login?done=signed-out')
  await beSignedIn(page, 'EDITOR')
  await tab.goto('/desk')
  await expect.poll(() => keptBy(tab)).not.toMatch(/zqdeaf/i)
})

test('an article that does not exist is a page that says so', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const answer = await page.goto('/desk/articles/01a20369-b5e3-72f4-b7c8-000000000000')
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('There is no such article')).toBeVisible()
})

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('on a phone somebody writes, adds a photo, chooses a section and files', async ({ browser }) => {
  const page = await (await browser.newContext(PHONE)).newPage()
  const editor = await new Editor(page).startInBody('REPORTER', 'From the quay')
  await editor.type('The first ferry came in at dawn.')
  await editor.press('Enter')
  await editor.tool('Image').click()
  await page.getByLabel('Upload a picture').setInputFiles({
    name: 'quay.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  })
  await editor.block('Image').getByLabel('Alternative text').fill('A quay')
  await page.getByRole('button', { name: 'Around the text' }).click()
  const sheet = page.getByRole('dialog', { name: 'Around the text' })
  await sheet.getByLabel('Section').selectOption({ index: 1 })
  await sheet.getByRole('button', { name: 'Close' }).click()
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(scroll).toBe(client)
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await expect(page.getByText('Filed', { exact: true }).first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing about the editor keeps somebody out (${colorScheme})`, async ({ browser }) => {
    const page = await (await browser.newContext({ colorScheme })).newPage()
    const editor = await new Editor(page).startInBody('EDITOR')
    await editor.insert('quotation')
    await editor.type('We are back')
    await editor.onNewLine()
    await editor.insert('social')
    await editor.saved()
    const written = await axeOn(page).analyze()
    expect(written.violations).toEqual([])
    await editor.tool('Read more').click()
    await expect(page.getByRole('option').first()).toBeVisible()
    const choosing = await axeOn(page).include('[role=dialog]').analyze()
    expect(choosing.violations).toEqual([])
  })
}

test('letters from the keyboard go into the text first and are undone together; what comes without a key goes the browser’s way', async ({
  page,
}) => {
  const editor = await new Editor(page).startInBody('REPORTER')
  await page.evaluate(() => {
    const counting = window as unknown as { drawnFirst: number; heardAfter: string[] }
    counting.drawnFirst = 0
    counting.heardAfter = []
    document.addEventListener('beforeinput', () => (counting.drawnFirst += 1), true)
    document.addEventListener('keydown', ({ key }) => counting.heardAfter.push(key))
  })
  const drawnFirst = () => page.evaluate(() => (window as unknown as { drawnFirst: number }).drawnFirst)
  await editor.type('A quiet night')
  await expect(editor.text).toContainText('A quiet night')
  expect(await drawnFirst()).toBe(0)
  // A letter in running text is nobody else's key; every other one is heard around the text as ever.
  await editor.press('Shift+ArrowLeft', 'ArrowRight')
  expect(await page.evaluate(() => (window as unknown as { heardAfter: string[] }).heardAfter)).toEqual([
    'Shift',
    'ArrowLeft',
    'ArrowRight',
  ])
  await page.keyboard.insertText(' 夜')
  await expect(editor.text).toContainText('A quiet night 夜')
  expect(await drawnFirst()).toBeGreaterThan(0)
  await editor.press('ControlOrMeta+z')
  await expect(editor.text).not.toContainText('quiet night')
})

test('a letter stands on the page where it stands in the text: at the end of links and of marked words, within a word, and refused', async ({
  page,
}) => {
  const editor = await new Editor(page).startInBody('EDITOR')
  /** What each paragraph after the standfirst shows, beside what the text says; they must be the same. */
  const paragraphs = () =>
    editor.text.locator(':scope > p').evaluateAll((all) =>
      all.slice(1).map((each) => ({
        shown: each.textContent,
        said: (each as unknown as { pmViewDesc: { node: { textContent: string } } }).pmViewDesc.node.textContent,
      })),
    )
  const expectBoth = async (...lines: string[]) =>
    expect.poll(paragraphs).toEqual(lines.map((line) => ({ shown: line, said: line })))

  await editor.type('He said TK')
  await expect(editor.text.locator('.tk-mark')).toHaveText('TK')
  await editor.type('s and')
  await expectBoth('He said TKs and')
  await expect(editor.text.locator('.tk-mark')).toHaveCount(0)

  await editor.press('Enter')
  await editor.type('See report')
  await editor.press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+k')
  await editor.search.fill('report.example/2026')
  await expect(page.getByRole('option', { name: 'Link to https://report.example/2026' })).toBeVisible()
  await editor.press('Enter')
  const link = editor.text.locator('a[href="https://report.example/2026"]')
  await expect(link).toHaveText('report')
  await editor.press('ArrowRight')
  await editor.type('s now')
  await expectBoth('He said TKs and', 'See reports now')
  await expect(link).toHaveText('report')

  await editor.press('Home', 'ArrowRight')
  await editor.type('00')
  await expectBoth('He said TKs and', 'S00ee reports now')

  await editor.press('End', 'ControlOrMeta+b')
  await editor.type('! Bold')
  await editor.press('ControlOrMeta+b')
  await editor.type(' and not')
  await expect(editor.text.locator('strong')).toHaveText('! Bold')
  await expectBoth('He said TKs and', 'S00ee reports now! Bold and not')

  const refuse = (isRefused: boolean) =>
    editor.text.evaluate((text, isRefused) => {
      const { view } = (text as unknown as { editor: { view: { dispatch: unknown; kept?: unknown } } }).editor
      if (isRefused) Object.assign(view, { kept: view.dispatch, dispatch: () => undefined })
      else view.dispatch = view.kept
    }, isRefused)
  await refuse(true)
  await editor.type('x')
  await expectBoth('He said TKs and', 'S00ee reports now! Bold and not')
  await refuse(false)
  await editor.type('.')
  await expectBoth('He said TKs and', 'S00ee reports now! Bold and not.')
})
