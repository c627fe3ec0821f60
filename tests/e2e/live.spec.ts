import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { readMore } from '@/tests/support/documents'
import { beSignedIn } from '@/tests/support/sign-in'

const crosshead = (words: string) => schema.nodes.crosshead.create(null, schema.text(words))

/** Puts an entry on top of the coverage and publishes it. */
async function report(page: Page, id: string, heading: string, words: string): Promise<void> {
  const { version, document } = await read(page, id)
  const transform = new Transform(parseDocument(document))
  const top = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize
  transform.insert(top, [crosshead(heading), schema.nodes.paragraph.create(null, schema.text(words))])
  const steps = transform.steps.map((step) => step.toJSON())
  await send(page, 'POST', `/api/documents/${id}/steps`, { version, clientId: crypto.randomUUID(), steps })
  await publishOn(page, id)
}

test('readers of live coverage get each entry without a reload, and what they read stays where it is', async ({
  browser,
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const name = crypto.randomUUID().slice(0, 8)
  const id = await anArticleOn(page, `Storm ${name}`, crosshead('Trees fall'), 'On the Strand.')
  const pointing = await anArticleOn(page, `Trams ${name}`, 'They stand still.', readMore(id))
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('checkbox', { name: 'Live coverage' }).check()
  await expect.poll(async () => (await read(page, id)).fields).toMatchObject({ isLive: true })
  const path = await publishOn(page, id)
  const pointingPath = await publishOn(page, pointing)

  const reader = await (await browser.newContext()).newPage()
  await reader.clock.install()
  await reader.goto(path)
  const article = reader.getByRole('article').first()
  await expect(article.getByText('Live', { exact: true })).toBeVisible()
  expect((await axeOn(reader).analyze()).violations).toEqual([])
  const data = JSON.parse((await reader.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}')
  expect(data).toMatchObject({
    '@type': 'LiveBlogPosting',
    liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Trees fall', articleBody: 'On the Strand.' }],
  })
  const paragraph = await reader.locator('.article-body > p', { hasText: 'On the Strand.' }).elementHandle()

  await report(page, id, 'Bridge closes', `At seven ${name}.`)
  await reader.clock.runFor(16_000)
  await expect(article.getByRole('heading', { level: 2 })).toHaveText(['Bridge closes', 'Trees fall'])
  await expect(reader.getByRole('status').filter({ hasText: 'New: Bridge closes' })).toBeAttached()
  // The very element that was there before, under the number that it has now.
  expect(
    await paragraph?.evaluate((each) => [each.isConnected, each.querySelector('a')?.getAttribute('href')]),
  ).toEqual([true, `/question/${id}/2`])

  await page.goto(pointingPath)
  await expect(page.getByRole('complementary', { name: new RegExp(`Storm ${name}`) })).toContainText('Live')

  // It ends: the page says so, and asks no more.
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('checkbox', { name: 'Live coverage' }).uncheck()
  await expect.poll(async () => (await read(page, id)).fields).toMatchObject({ isLive: false })
  await publishOn(page, id)
  await reader.clock.runFor(16_000)
  await expect(article.getByText('Live', { exact: true })).toHaveCount(0)
  let asked = 0
  reader.on('request', () => asked++)
  await reader.clock.runFor(60_000)
  expect(asked).toBe(0)
})

test('who reads live coverage that is withdrawn reads on no more', async ({ browser, page }) => {
  await beSignedIn(page, 'EDITOR')
  const name = crypto.randomUUID().slice(0, 8)
  const id = await anArticleOn(page, `Fire ${name}`, crosshead('Smoke'), 'Over the quay.')
  const { fieldVersions } = await read(page, id)
  const live = { field: 'isLive', value: true, baseVersion: fieldVersions.isLive ?? 0 }
  await send(page, 'PUT', `/api/documents/${id}/fields`, live)
  const path = await publishOn(page, id)
  const reader = await (await browser.newContext()).newPage()
  await reader.clock.install()
  await reader.goto(path)
  await expect(reader.getByText('Over the quay.')).toBeVisible()
  await send(page, 'POST', `/api/documents/${id}/unpublish`, { reason: 'We look into it.' })
  await reader.clock.runFor(16_000)
  await expect(reader.getByRole('heading', { name: 'The article that was here has been withdrawn' })).toBeVisible()
})
