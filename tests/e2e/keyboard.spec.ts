import { expect, type FileChooser, type Page, test } from '@/tests/support/browser-test'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn, signIn } from '@/tests/support/sign-in'

test.use({ reducedMotion: 'no-preference' })

const someName = () => crypto.randomUUID().slice(0, 8)

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })
const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })

/** Types into the palette and does the first thing that it offers. */
async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+p')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(words)
  await expect(palette(page).getByRole('option', { selected: true })).toHaveText(new RegExp(`^${words}`, 'i'))
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveCount(0)
}

/** The browser tells the editor of a moved cursor with its next frame. */
async function move(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d$/, { timeout: 15_000 })
}

async function startArticle(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await text(page).getByRole('heading', { level: 1 }).click()
}

test('an article is written, linked, illustrated, filed and published with the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  const headline = `Ferry returns ${someName()}`
  const editor = signIns().find(({ role }) => role === 'EDITOR')
  if (editor === undefined) throw new Error('The sample newsroom has no EDITOR.')

  // Listening begins long before the key: the browser has to be told, too.
  const choosers: FileChooser[] = []
  page.on('filechooser', (chooser) => choosers.push(chooser))

  await page.goto('/login')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(editor.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(editor.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk')
  await expect(page.getByRole('button', { name: 'New article' })).toBeEnabled()

  await run(page, 'new article')
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await expect(text(page)).toBeVisible()
  await run(page, 'go to the headline')
  await expect(text(page)).toBeFocused()
  await page.keyboard.type(headline)
  await page.keyboard.press('Enter')
  await page.keyboard.type('After ten years')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The ferry is back, says the report')

  await move(page, 'ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('combobox', { name: 'Search headlines or paste a URL' })).toBeFocused()
  await page.keyboard.type('https://report.example/2026')
  await expect(page.getByRole('option', { name: 'Link to https://report.example/2026' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text(page).getByRole('link', { name: 'report' })).toBeVisible()
  await expect(text(page)).toBeFocused()
  await move(page, 'ControlOrMeta+End')
  await page.keyboard.press('Enter')

  await run(page, 'image')
  // A dialog takes the focus when it is there; only then it can be moved on.
  await expect(page.getByRole('dialog', { name: 'Insert an image' }).locator(':focus')).toBeVisible()
  await page.getByRole('button', { name: 'Upload from this device' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => choosers.length).toBe(1)
  await choosers[0]?.setFiles({ name: 'ferry.png', mimeType: 'image/png', buffer: await page.screenshot() })
  const image = text(page).getByRole('group', { name: 'Image', exact: true })
  await expect(image).toBeVisible()
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(image.getByLabel('Alternative text')).toBeFocused()
  await page.keyboard.type('The ferry at the quay')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(image.getByLabel('Credit')).toBeFocused()
  await page.keyboard.type('C. Amera')
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('It sails at noon.')

  await run(page, 'go to section')
  await expect(page.getByLabel('Section')).toBeFocused()
  await page.keyboard.type('News')
  await expect(page.getByLabel('Section')).toHaveValue(/.+/)
  await run(page, 'go to kicker')
  await expect(page.getByLabel('Kicker')).toBeFocused()
  await page.keyboard.type('Harbour')

  await saved(page)
  await run(page, 'file')
  await expect(page.getByText('Filed. The desk sees it now.')).toBeVisible()
  await run(page, 'publish')
  const dialog = page.getByRole('dialog', { name: 'Publish this article?' })
  const publish = dialog.getByRole('button', { name: 'Publish', exact: true })
  await expect(publish).toBeEnabled()
  for (
    let stops = 0;
    stops < 12 && !(await publish.evaluate((button) => button === document.activeElement));
    stops += 1
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible()
  const path = (await page.getByRole('link', { name: 'View public page' }).getAttribute('href')) ?? ''
  expect(await (await page.request.get(path)).text()).toContain('It sails at noon.')
})

test('the palette opens from everywhere, finds commands and articles, and gives the focus back', async ({ page }) => {
  test.slow()
  await signIn(page, 'EDITOR')
  await expect(page.getByRole('button', { name: 'New article' })).toBeEnabled()
  const headline = await page.getByRole('region', { name: 'Latest published' }).getByRole('link').nth(1).innerText()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(headline)
  await expect(palette(page).getByRole('option', { name: headline })).toBeVisible()
  await palette(page).getByRole('option', { name: headline }).click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await expect(text(page)).toContainText(headline)

  await page.goto('/desk')
  await startArticle(page)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type('zeppelin hangar')
  await expect(palette(page).getByRole('status')).toHaveText(/Nothing is called so/)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('Where I was')
  await expect(text(page).getByRole('heading', { level: 1 })).toHaveText('Where I was')

  // What cannot be done now is there, with the reason, and is not chosen.
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('unpublish')
  await expect(palette(page).getByRole('option', { name: /Unpublish/ })).toHaveAttribute('aria-disabled', 'true')
  await expect(palette(page).getByRole('option', { name: /Unpublish/ })).toContainText('It is not public.')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()

  // What was chosen stands first the next time.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await run(page, 'crosshead')
  await page.keyboard.type('A sign')
  await expect(text(page).getByRole('heading', { level: 2, name: 'A sign' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(palette(page).getByRole('group', { name: 'Recently used' })).toContainText('Crosshead')
})

test('a question mark lists every key, on any page, and typing one writes it', async ({ page }) => {
  await beSignedIn(page, 'REPORTER')
  await page.goto('/desk/articles')
  await expect(page.getByRole('button', { name: 'New article' })).toBeEnabled()
  await page.locator('body').press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list.getByRole('region', { name: 'Text' })).toContainText('Bold')
  await list.getByLabel('Find a key').fill('toolbar')
  await expect(list.getByRole('definition')).toHaveText(['Alt F10'])
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)

  await startArticle(page)
  await page.keyboard.type('Really?')
  await expect(list).toHaveCount(0)
  await expect(text(page).getByRole('heading', { level: 1 })).toHaveText('Really?')
})
