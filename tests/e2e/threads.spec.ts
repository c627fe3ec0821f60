import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, test } from '@/tests/support/browser-test'
import { beSignedIn } from '@/tests/support/sign-in'

test('a follow-up leads to the story before it, the older page to the latest, and neither names what is gone', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const name = crypto.randomUUID().slice(0, 8)
  const [first, second] = [`Ferry vote ${name}`, `Ferry sold ${name}`]
  const before = await anArticleOn(page, first)
  const firstPath = await publishOn(page, before)
  const id = await anArticleOn(page, second)
  await page.goto(`/desk/articles/${id}`)
  const field = page.getByRole('combobox', { name: 'This follows' })
  await field.fill(first)
  await page.getByRole('option', { name: new RegExp(first) }).click()
  await expect
    .poll(async () => ((await (await page.request.get(`/api/documents/${id}`)).json()) as Opened).fields.followsId)
    .toBe(before)
  await page.goto(firstPath)
  await expect(page.getByRole('navigation', { name: 'Thread' })).toHaveCount(0)

  const secondPath = await publishOn(page, id)
  await page.goto(secondPath)
  const thread = page.getByRole('navigation', { name: 'Thread' })
  await expect(thread.getByRole('link', { name: first })).toHaveAttribute('href', firstPath)
  await expect(page.getByRole('navigation', { name: 'The story so far' }).getByRole('link')).toHaveText([first])
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}')
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    citation: { '@type': 'NewsArticle', headline: first, url: new URL(firstPath, page.url()).href },
  })
  // A thread is no series: it has no order that readers are told.
  expect(data).not.toHaveProperty('isPartOf')
  expect(data).not.toHaveProperty('position')
  await page.goto(firstPath)
  await expect(thread).toHaveText(`Latest: ${second}`)

  // The graph has it, too.
  await page.goto(`/desk/articles/${before}`)
  await page.getByRole('tab', { name: /^Links/ }).click()
  await expect(page.getByRole('region', { name: 'Linked from' })).toContainText('It follows this article')

  await page.request.fetch(`/api/documents/${before}/unpublish`, {
    method: 'POST',
    data: { reason: 'Under review.' },
    headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
  })
  expect(await (await page.request.get(secondPath)).text()).not.toContain(first)
})

type Opened = { fields: { followsId: string | null } }
