import { expect, type Page, test } from '@/tests/support/browser-test'
import { outsideServer } from '@/tests/support/outside-server'
import { signIn } from '@/tests/support/sign-in'

const POST_URL = 'http://social.test/@piet/1'
const FILM_URL = 'https://www.youtube.com/watch?v=abcdefghijk'
const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

async function paste(page: Page, words: string): Promise<void> {
  await text(page).evaluate((_, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const target = document.getSelection()?.anchorNode ?? document.body
    const element = target instanceof Element ? target : target.parentElement
    element?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, words)
}

test('a pasted post is kept as text, and readers’ pages ask nobody else for it until they open the original', async ({
  page,
  browser,
}) => {
  test.slow()
  let isGone = false
  const port = Number(/social\.test=127\.0\.0\.1:(\d+)/.exec(process.env.OUTGOING_TEST_HOSTS ?? '')?.[1])
  const outside = await outsideServer((request, response) => {
    if (isGone) return void response.writeHead(404).end()
    if (!request.url?.startsWith('/oembed')) {
      const link = '<link rel="alternate" type="application/json+oembed" href="/oembed">'
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(request.url === '/plain' ? '' : link)
    }
    const html = '<blockquote><p>The ferry sails.</p><p>Again.</p></blockquote><script>evil()</script>'
    const author = { author_name: 'Piet', author_url: 'http://social.test/@piet', provider_name: 'Tootland' }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ type: 'rich', html, ...author }))
  }, port)

  await signIn(page, 'EDITOR')
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  await text(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.type('The ferry sails again')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('What people said')
  await page.keyboard.press('Enter')

  await paste(page, POST_URL)
  const post = text(page).getByRole('group', { name: 'Social post', exact: true })
  await expect(post).toContainText('The ferry sails.')
  await expect(post.getByLabel('Handle')).toHaveValue('@piet')
  await expect(post.getByLabel('Network')).toHaveValue('Tootland')

  // One step back is the address as it was pasted, one forward the post.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(post).toHaveCount(0)
  await expect(text(page).getByRole('link', { name: POST_URL })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(post).toContainText('Again.')

  await text(page).locator('p').last().click()
  await paste(page, 'http://social.test/plain')
  await expect(text(page).getByRole('link', { name: 'http://social.test/plain' })).toBeVisible()
  await expect(text(page).getByText('Looking up the post…')).toHaveCount(0)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')

  // Here nobody can ask the network: what is missing is asked for.
  await paste(page, FILM_URL)
  const film = text(page).getByRole('group', { name: 'Video', exact: true })
  await expect(film).toContainText('It could not be looked up')
  await film.getByLabel('Title').fill('The film of the ferry')

  await page.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  const link = dialog.getByRole('link', { name: 'View public page' })
  await expect(link).toBeVisible()
  const path = (await link.getAttribute('href')) ?? ''

  isGone = true
  const context = await browser.newContext()
  const elsewhere: string[] = []
  const ours = new URL(page.url()).host
  // What goes out is noted and answered here: no test asks the real network.
  await context.route(
    (url) => url.host !== ours,
    (route) => {
      elsewhere.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: 'The player' })
    },
  )
  const readers = await context.newPage()
  await readers.goto(new URL(path, page.url()).href)
  await expect(readers.getByText('The ferry sails.', { exact: true })).toBeVisible()
  await expect(readers.getByText('The film of the ferry')).toBeVisible()
  await readers.getByText('Show the original').scrollIntoViewIfNeeded()
  await readers.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await readers.getByText('Show the original').click()
  await expect(readers.frameLocator('iframe').getByText('The player')).toBeVisible()
  expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/abcdefghijk'])
  await context.close()
  await outside.close()
})
