import { schema } from '@/lib/document/schema'
import { anArticleOn, openNewArticle, publishOn } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { outsideServer } from '@/tests/support/outside-server'
import { inDatabase, nudgeJob } from '@/tests/support/server-database'
import { beSignedIn } from '@/tests/support/sign-in'

const POST_URL = 'http://social.test/@piet/1'
const FILM_URL = 'https://www.youtube.com/watch?v=abcdefghijk'
const text = (page: Page) => page.getByRole('textbox', { name: 'Article text' })

const socialPort = () => Number(/social\.test=127\.0\.0\.1:(\d+)/.exec(process.env.OUTGOING_TEST_HOSTS ?? '')?.[1])

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
  }, socialPort())

  await beSignedIn(page, 'EDITOR')
  await openNewArticle(page)
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

/** A night later the server looks at one post. Nothing else that is quoted is looked at: no test asks the real networks. */
async function lookANightLater(url: string): Promise<void> {
  await inDatabase(
    `INSERT INTO "PostCheck" (id, url, "lastCheckedAt") SELECT gen_random_uuid(), url, now() FROM "Link"
     WHERE kind = 'POST' AND url <> $1 GROUP BY url ON CONFLICT (url) DO UPDATE SET "lastCheckedAt" = now()`,
    [url],
  )
  await inDatabase(
    `UPDATE "PostCheck" SET "lastCheckedAt" = "lastCheckedAt" - interval '25 hours',
       "changedAt" = "changedAt" - interval '25 hours', "missingSince" = "missingSince" - interval '25 hours'
     WHERE url = $1`,
    [url],
  )
  await nudgeJob('check-posts')
  const isLookedAt = `SELECT 1 FROM "PostCheck" WHERE url = $1 AND "lastCheckedAt" > now() - interval '1 hour'`
  await expect.poll(() => inDatabase(isLookedAt, [url]), { timeout: 30_000 }).toHaveLength(1)
}

test('readers and editors are told when the original of a post is edited or deleted, and our words stay', async ({
  page,
  browser,
}) => {
  test.slow()
  const url = 'http://social.test/@piet/ferry-strike'
  let words = 'The ferry is on strike.'
  let isGone = false
  const outside = await outsideServer((request, response) => {
    if (isGone || request.url === '/robots.txt') return void response.writeHead(404).end()
    if (!request.url?.startsWith('/oembed')) {
      const link = '<link rel="alternate" type="application/json+oembed" href="/oembed">'
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(link)
    }
    const answer = { type: 'rich', author_name: 'Piet', html: `<blockquote><p>${words}</p></blockquote>` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }, socialPort())

  await beSignedIn(page, 'EDITOR')
  const original = (kind: string, title: string, url: string) =>
    schema.node('socialPost', { kind, title, url, author: 'Piet' }, schema.node('paragraph'))
  const id = await anArticleOn(
    page,
    'The ferry strike in the words of its crew',
    'What the crew said.',
    original('video', 'The film of the strike', FILM_URL),
    original('audio', 'The sound of the strike', 'https://soundcloud.com/piet/strike'),
  )
  await page.goto(`/desk/articles/${id}`)
  await text(page).getByText('What the crew said.').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste(page, url)
  const post = text(page).getByRole('group', { name: 'Social post', exact: true })
  await expect(post).toContainText('The ferry is on strike.')
  await expect(page.getByRole('status', { name: 'Save status' })).toHaveText(/^Saved/)
  const path = await publishOn(page, id)

  const context = await browser.newContext()
  const elsewhere: string[] = []
  const ours = new URL(page.url()).host
  await context.route(
    (asked) => asked.host !== ours,
    (route) => {
      elsewhere.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: 'The player' })
    },
  )
  const readers = await context.newPage()
  const quoted = readers.getByRole('figure').filter({ hasText: 'The ferry is on strike.' })
  /** What readers and the editor are told at the post; drawn anew, until it is there. */
  async function expectTold(fate: RegExp | null): Promise<void> {
    await expect(async () => {
      await readers.goto(new URL(path, page.url()).href)
      await expect(quoted).toBeVisible({ timeout: 2_000 })
      if (fate === null) await expect(quoted).not.toContainText('Since', { timeout: 2_000 })
      else await expect(quoted).toContainText(fate, { timeout: 2_000 })
    }).toPass({ timeout: 20_000 })
    await page.reload()
    await expect(post).toContainText('The ferry is on strike.')
    if (fate === null) await expect(post).not.toContainText('Since')
    else await expect(post).toContainText(fate)
  }

  await lookANightLater(url)
  await expectTold(null)
  words = 'The ferry was never on strike.'
  await lookANightLater(url)
  await expectTold(/Since edited/)
  isGone = true
  await lookANightLater(url)
  await expectTold(/Since edited/)
  await lookANightLater(url)
  await expectTold(/Since deleted/)

  const players = readers.getByText('Show the original')
  await players.last().scrollIntoViewIfNeeded()
  await readers.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  await players.last().click()
  await expect(readers.frameLocator('iframe').last().getByText('The player')).toBeVisible()
  expect(elsewhere).toEqual(['https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fpiet%2Fstrike'])
  // What is only heard needs no screen.
  expect((await readers.locator('iframe').last().boundingBox())?.height).toBeLessThan(200)

  // With another address it is another post: what was captured is compared with nothing any more.
  const captured = async () =>
    /"hash":"[0-9a-f]{64}"/.test(await (await page.request.get(`/api/documents/${id}`)).text())
  expect(await captured()).toBe(true)
  await post.getByLabel('Link to the post').fill(`${url}?lang=en`)
  await expect(post).not.toContainText('Since')
  await expect.poll(captured).toBe(false)
  await outside.close()
})
