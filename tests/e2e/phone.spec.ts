import { type Browser, devices, expect, type Locator, type Page, test } from '@/tests/support/browser-test'
import { signInOf } from '@/tests/support/newsroom'
import { beSignedIn, signIn, signInByHand } from '@/tests/support/sign-in'

// Chromium as a phone: touch, and the page as wide as the screen.
const { defaultBrowserType: _, ...phone } = devices['iPhone 13']

const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function onPhone(browser: Browser): Promise<Page> {
  return (await browser.newContext({ ...phone, viewport: { width: 390, height: 844 } })).newPage()
}

/** On a phone a sign says so while all is well; the words are for those who listen. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved \d\d:\d\d$/, { timeout: 15_000 })
}

/** Nothing may be wider than the screen. */
async function expectNoSideways(page: Page, screen: string): Promise<void> {
  const { content, room } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }))
  expect(content, screen).toBeLessThanOrEqual(room)
}

/** A finger finds it. */
async function expectFinger(...controls: Locator[]): Promise<void> {
  for (const control of controls) {
    const box = await control.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), String(control)).toBeGreaterThanOrEqual(40)
  }
}

test('on a phone a reporter writes an article with a photo and files it, and an editor publishes it', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const headline = `Ferry returns ${crypto.randomUUID().slice(0, 8)}`
  const reporter = await onPhone(browser)
  await reporter.goto('/login')
  await expectNoSideways(reporter, 'sign-in')
  await signInByHand(reporter, signInOf('REPORTER'))
  await expect(reporter.getByRole('button', { name: 'New article' })).toBeEnabled()
  await expectNoSideways(reporter, 'desk')
  await expectFinger(
    reporter.getByRole('button', { name: 'New article' }),
    reporter.getByRole('button', { name: 'Menu' }),
    reporter.getByRole('button', { name: 'Search and actions' }),
  )
  await reporter.getByRole('button', { name: 'New article' }).tap()
  await reporter.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await text(reporter).getByRole('heading', { level: 1 }).tap()
  await reporter.keyboard.type(headline)
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('After ten years')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('The ferry is back at the quay.')
  await reporter.keyboard.press('Enter')
  await expectNoSideways(reporter, 'editor')
  const tool = (name: string) => reporter.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name })
  await expectFinger(
    reporter.getByRole('link', { name: 'Back to articles' }),
    reporter.getByRole('button', { name: 'Around the text' }),
    reporter.getByRole('button', { name: 'More', exact: true }),
    reporter.getByRole('button', { name: 'File', exact: true }),
    tool('Bold'),
    tool('Image'),
  )

  await tool('Image').tap()
  await expectNoSideways(reporter, 'insert an image')
  await reporter.getByLabel('Upload a picture').setInputFiles({
    name: 'ferry.png',
    mimeType: 'image/png',
    buffer: await reporter.screenshot(),
  })
  const image = text(reporter).getByRole('group', { name: 'Image', exact: true })
  await image.getByLabel('Alternative text').fill('The ferry at the quay')
  await image.getByLabel('Credit').fill('C. Amera')
  await expectNoSideways(reporter, 'editor with a picture')

  await reporter.getByRole('button', { name: 'Around the text' }).tap()
  const panel = reporter.getByRole('dialog', { name: 'Around the text' })
  await panel.getByLabel('Section').selectOption({ label: 'News' })
  await expectNoSideways(reporter, 'panel')
  await expectFinger(panel.getByRole('tab', { name: 'Fields' }), panel.getByRole('button', { name: 'Close' }))
  expect(await panel.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth)).toBeLessThanOrEqual(0)
  await panel.getByRole('button', { name: 'Close' }).tap()
  await expect(panel).toHaveCount(0)
  await saved(reporter)
  await reporter.getByRole('button', { name: 'File', exact: true }).tap()
  await expect(reporter.getByText('Filed. The desk sees it now.')).toBeVisible()

  const editor = await onPhone(browser)
  await beSignedIn(editor, 'EDITOR')
  await editor.goto(reporter.url())
  await expect(text(editor)).toContainText(headline)
  await expectNoSideways(editor, 'editor of somebody who publishes')
  const publish = editor.getByRole('button', { name: 'Publish', exact: true })
  await expectFinger(publish)
  await publish.tap()
  const dialog = editor.getByRole('dialog', { name: 'Publish this article?' })
  await expectNoSideways(editor, 'checklist')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).tap()
  const published = editor.getByRole('dialog', { name: 'Published' })
  const link = published.getByRole('link', { name: 'View public page' })
  await expect(link).toBeVisible()
  const path = (await link.getAttribute('href')) ?? ''
  await published.getByRole('button', { name: 'Done' }).tap()
  await expectNoSideways(editor, 'published')
  await text(editor).getByText('The ferry is back').tap()
  await editor.keyboard.type('!')
  await expect(editor.getByRole('button', { name: 'Publish changes' })).toBeEnabled()
  await expectNoSideways(editor, 'published, with changes')
  await editor.goto(path)
  await expect(editor.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expectNoSideways(editor, 'public page')
})

test('on a phone the palette covers the screen, and the lists of the desk and of administration fit it', async ({
  browser,
}) => {
  test.slow()
  const page = await onPhone(browser)
  await signIn(page, 'ADMINISTRATOR')
  await expect(page.getByRole('button', { name: 'New article' })).toBeEnabled()
  await page.getByRole('button', { name: 'Search and actions' }).tap()
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await expectNoSideways(page, 'palette')
  expect(await palette.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 })
  await expectFinger(palette.getByRole('option').first(), palette.getByRole('button', { name: 'Close' }))
  await palette.getByRole('button', { name: 'Close' }).tap()
  await expect(palette).toHaveCount(0)
  for (const path of ['/desk/articles', '/admin/people', '/admin/templates', '/admin/mail']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSideways(page, path)
  }
})
