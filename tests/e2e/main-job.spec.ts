import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { type Browser, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { type SeedBlock, seedArticle } from '@/tests/support/seed-article'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

/** Published articles of this test's own: others may take theirs from readers before they are looked at. */
async function publishTargets(browser: Browser, mark: string): Promise<{ headline: string; path: string }[]> {
  const editor = await (await browser.newContext()).newPage()
  await beSignedIn(editor, 'EDITOR')
  const targets: { headline: string; path: string }[] = []
  for (const tree of ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse']) {
    const headline = `${tree} is planted ${mark}`
    targets.push({ headline, path: await publishOn(editor, await anArticleOn(editor, headline, 'It grows.')) })
  }
  await editor.context().close()
  return targets
}

/** Everything below is done as a reporter does it: on the keyboard and in the dialogs. */
class Desk {
  readonly page: Page
  readonly text: Locator

  constructor(page: Page) {
    this.page = page
    this.text = page.getByRole('textbox', { name: 'Article text' })
  }

  /** Inserts a block from the slash menu, into an empty line. */
  async slash(words: string): Promise<void> {
    await this.page.keyboard.type(`/${words}`)
    await expect(this.page.getByRole('listbox', { name: 'Blocks' })).toBeVisible()
    await this.page.keyboard.press('Enter')
  }

  async choose(headlineOrUrl: string, expected = headlineOrUrl): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Search headlines or paste a URL').fill(headlineOrUrl)
    await expect(dialog.getByRole('option')).toHaveCount(1)
    await expect(dialog.getByRole('option')).toContainText(expected)
    await this.page.keyboard.press('Enter')
  }

  /** A dialog gives the focus back to the text: nobody types before that. */
  async backInText(): Promise<void> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await expect(this.text).toBeFocused()
  }

  /** Links the words just typed. */
  async linkLast(words: string, headlineOrUrl: string, expected?: string): Promise<void> {
    await this.move('ControlOrMeta+Shift+ArrowLeft')
    await expect.poll(() => this.selected()).toBe(words)
    await this.page.keyboard.press('ControlOrMeta+k')
    await this.choose(headlineOrUrl, expected)
    await this.backInText()
    await expect(this.text.locator('a', { hasText: words }).first()).toBeVisible()
    await this.move('ArrowRight')
  }

  /**
   * Moves the cursor as fast as a person could: the browser tells the editor of a moved cursor with its next frame, and
   * keys that come sooner than that are a machine's.
   */
  async move(keys: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(keys)
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }

  selected(): Promise<string> {
    return this.page.evaluate(() => window.getSelection()?.toString() ?? '')
  }

  /** Says who speaks in the quoted words around the cursor. */
  async attribute(speaker: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+s')
    const dialog = this.page.getByRole('dialog', { name: 'Who is quoted?' })
    await dialog.getByLabel('Speaker').fill(speaker)
    await this.page.keyboard.press('Enter')
    await this.backInText()
  }

  async saved(): Promise<void> {
    await expect(
      this.page
        .getByRole('status')
        .filter({ hasText: /^Saved/ })
        .first(),
    ).toBeVisible({ timeout: 15_000 })
  }
}

test('a reporter writes the article from an empty draft, an editor publishes it, a reader without script reads all of it in order', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const article = seedArticle()
  const mark = crypto.randomUUID().slice(0, 8)
  const headline = `${article.headline} ${mark}`
  const reporter = await (await browser.newContext()).newPage()
  const [readMoreOne, readMoreTwo, linkOne, linkTwo, ...rest] = await publishTargets(browser, mark)
  const related = rest.slice(0, 3)
  if (!readMoreOne || !readMoreTwo || !linkOne || !linkTwo || related.length < 3)
    throw new Error('Too few published articles.')

  await signIn(reporter, 'REPORTER')
  await reporter.getByRole('button', { name: 'New article' }).first().click()
  await reporter.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const editorUrl = reporter.url()
  const desk = new Desk(reporter)
  // The real page mixes curly quotation marks and straight ones, and so it stays.
  await reporter.getByRole('button', { name: 'More', exact: true }).click()
  await reporter.getByRole('menuitemcheckbox', { name: 'Smart quotes and dashes' }).click()
  await reporter.keyboard.press('Escape')
  await desk.text.getByRole('heading', { level: 1, name: 'Headline' }).click()
  await reporter.keyboard.type(headline)
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type(article.standfirst)
  await reporter.keyboard.press('Enter')

  let quotes = 0
  let links = 0
  const paragraphs: string[] = []
  const writeParagraph = async (block: SeedBlock & { kind: 'paragraph' }) => {
    paragraphs.push(block.text)
    await reporter.keyboard.type(block.text)
    const lastWord = /[\p{L}’'-]{3,}(?=[^\p{L}]*$)/u.exec(block.text)
    const target = [linkOne.headline, linkTwo.headline, 'https://law.example/treaty'][links]
    if (block.hasQuotation && quotes < 2) {
      quotes += 1
      // The last quotation of the paragraph, marks included; the real page mixes curly and straight ones.
      const end = Math.max(block.text.lastIndexOf('”'), block.text.lastIndexOf('"')) + 1
      const start = Math.max(block.text.lastIndexOf('“'), block.text.lastIndexOf('"', end - 2))
      await desk.move('ArrowLeft', block.text.length - end)
      await desk.move('Shift+ArrowLeft', end - start)
      await expect.poll(() => desk.selected()).toBe(block.text.slice(start, end))
      await desk.attribute(`Speaker ${quotes}`)
      await desk.move('ControlOrMeta+End')
    } else if (!block.hasQuotation && lastWord && target && links < 3) {
      links += 1
      await desk.move('ArrowLeft', block.text.length - lastWord.index - lastWord[0].length)
      await desk.linkLast(lastWord[0], target, target.startsWith('https:') ? `Link to ${target}` : target)
      await desk.move('ControlOrMeta+End')
    }
    await reporter.keyboard.press('Enter')
  }

  let cards = 0
  for (const block of article.blocks) {
    if (block.kind === 'paragraph') await writeParagraph(block)
    if (block.kind === 'readMore' || (cards === 1 && paragraphs.length === 4)) {
      const target = cards === 0 ? readMoreOne : readMoreTwo
      cards += 1
      await desk.slash('read more')
      await desk.choose(target.headline)
      await desk.backInText()
      await expect(desk.text.getByText(target.headline)).toBeVisible()
    }
    if (block.kind === 'signUp') {
      await desk.slash('newsletter')
      const signUp = desk.text.getByRole('group', { name: 'Newsletter sign-up', exact: true })
      await signUp.getByRole('combobox', { name: 'Newsletter' }).selectOption({ index: 1 })
      await signUp.getByLabel('Pitch').fill(block.text.slice(0, 290))
      await desk.text.focus()
      await desk.move('ControlOrMeta+End')
    }
  }
  await desk.slash('related')
  for (const { headline: wanted } of related) {
    await desk.choose(wanted)
    await expect(reporter.getByRole('list', { name: 'Chosen' })).toContainText(wanted)
  }
  await reporter.getByRole('button', { name: 'Add 3 to article' }).click()
  await desk.backInText()

  const quotesBySpeaker = reporter.getByRole('list', { name: 'Quotes by speaker' })
  for (const speaker of ['Speaker 1', 'Speaker 2']) await expect(quotesBySpeaker.getByText(speaker)).toBeVisible()
  const firstQuoted = desk.text.getByText(paragraphs[0] ?? '')
  await expect(firstQuoted).not.toBeInViewport()
  await quotesBySpeaker.getByRole('button').first().click()
  await expect(firstQuoted).toBeInViewport()

  await reporter.getByLabel('Section').selectOption({ label: 'Politics' })
  await reporter.getByLabel('Kicker').fill('Treaty')
  await reporter.getByLabel('Slug').fill(`treaty ${mark}`)
  await reporter.getByLabel('Source name').fill(article.source)
  await reporter.getByLabel('Source address').fill('https://original.example/treaty')
  await desk.saved()

  // A reload brings back exactly what was there.
  const written = await desk.text.innerText()
  await reporter.reload()
  await expect(desk.text.getByText(paragraphs[0] ?? '', { exact: false }).first()).toBeVisible()
  await expect.poll(() => desk.text.innerText()).toBe(written)
  await expect(reporter.getByLabel('Source name')).toHaveValue(article.source)
  await expect(reporter.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await reporter.getByRole('button', { name: 'File', exact: true }).click()
  await expect(reporter.getByText('Filed', { exact: true }).first()).toBeVisible()

  const editor = await (await browser.newContext()).newPage()
  await signIn(editor, 'EDITOR')
  await editor.getByText(headline).first().click()
  await editor.waitForURL(editorUrl)
  await editor.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = editor.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  const publicPage = dialog.getByRole('link', { name: 'View public page' })
  await expect(publicPage).toBeVisible()
  const path = (await publicPage.getAttribute('href')) ?? ''
  expect(path).toBe(`/politics/treaty-${mark}`)

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  expect((await reader.goto(path))?.status()).toBe(200)
  await expect(reader.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  const shown = await reader.locator('main').innerText()
  const inOrder = [
    headline,
    article.standfirst,
    ...article.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.kind === 'signUp' ? [block.text.slice(0, 290)] : [],
    ),
    ...related.map((each) => each.headline),
    article.source,
  ]
  let from = 0
  for (const words of inOrder) {
    const at = plain(shown).indexOf(plain(words), from)
    expect(at, `“${words.slice(0, 60)}” comes after what stands before it`).toBeGreaterThanOrEqual(from)
    from = at
  }
  for (const target of [readMoreOne, readMoreTwo]) {
    await expect(
      reader.getByRole('complementary', { name: /^Read more/ }).getByRole('link', { name: target.headline }),
    ).toHaveAttribute('href', target.path)
  }
  for (const target of [linkOne, linkTwo])
    expect(await reader.locator(`main p a[href="${target.path}"]`).count()).toBe(1)
  expect(await reader.locator('main p a[href="https://law.example/treaty"]').count()).toBe(1)
  expect(
    await reader.getByRole('complementary', { name: 'Related articles' }).getByRole('link').allInnerTexts(),
  ).toEqual(related.map((each) => each.headline))
  await expect(reader.getByRole('link', { name: article.source })).toHaveAttribute(
    'href',
    'https://original.example/treaty',
  )
  const data = JSON.parse((await reader.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}')
  expect(JSON.stringify(data)).toContain('NewsArticle')
  expect(JSON.stringify(data)).toContain(headline)
  expect(await reader.locator('script:not([type="application/ld+json"])').count()).toBe(0)

  // Row 10 and the double opt-in begin here: the form in the text takes an address without script.
  await reader.getByLabel('Your e-mail address').first().fill(`reader-${mark}@readers.example`)
  await reader
    .getByRole('button', { name: /^Sign up/ })
    .first()
    .click()
  await expect(reader.getByText(/Check your mail/).first()).toBeVisible()
})

/** Without the differences that layout makes: white space, and capitals that a style sheet sets. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').toLowerCase().trim()
}
