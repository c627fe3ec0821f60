import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { expect, test } from '@/tests/support/browser-test'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'

const url = process.env.E2E_URL ?? ''

type Opened = {
  version: number
  document: unknown
  fields: { slug: string }
  fieldVersions: Record<string, number>
  publicPath: string | null
}

async function editor(): Promise<HttpPerson> {
  const signIn = signIns().find(({ role }) => role === 'EDITOR')
  if (signIn === undefined) throw new Error('The sample newsroom has no editor.')
  return signInOverHttp(url, signIn)
}

async function opened(person: HttpPerson, id: string): Promise<Opened> {
  return (await (await person.get(`/api/documents/${id}`)).json()) as Opened
}

async function retitle(person: HttpPerson, id: string, headline: string): Promise<void> {
  const { version, document } = await opened(person, id)
  const transform = new Transform(parseDocument(document))
  transform.replaceWith(1, 1 + transform.doc.child(0).content.size, schema.text(headline))
  const steps = transform.steps.map((step) => step.toJSON())
  expect(
    (await person.send('POST', `/api/documents/${id}/steps`, { version, clientId: 'retitle', steps })).status,
  ).toBe(200)
}

async function publish(person: HttpPerson, id: string): Promise<string> {
  const answer = await person.send('POST', `/api/documents/${id}/publish`, {
    version: (await opened(person, id)).version,
  })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return ((await answer.json()) as { path: string }).path
}

async function rename(person: HttpPerson, id: string, slug: string): Promise<void> {
  const { fieldVersions } = await opened(person, id)
  const answer = await person.send('PUT', `/api/documents/${id}/fields`, {
    field: 'slug',
    value: slug,
    baseVersion: fieldVersions.slug ?? 0,
  })
  expect(answer.status).toBe(200)
}

const LEAD = '/politics/thorne-discussed-four-ports-plan-with-calvaran-president-before-unveiling-it'

/** The article that the first READ MORE card of the sample newsroom's lead points at. */
async function targetOfLead(person: HttpPerson): Promise<string> {
  const page = await (await fetch(url + LEAD)).text()
  const [, target] = /class="read-more"[^>]*><a href="([^"]+)"/.exec(page) ?? []
  if (target === undefined) throw new Error('The lead has no READ MORE card.')
  const found = await person.get(`/api/articles/by-url?url=${encodeURIComponent(url + target)}`)
  return ((await found.json()) as { article: { id: string } }).article.id
}

test('a card follows its target: new headline, new address, gone, back; and the old address answers once', async () => {
  test.setTimeout(90_000)
  const person = await editor()
  const id = await targetOfLead(person)
  const page = async () => (await fetch(url + LEAD)).text()
  const mark = crypto.randomUUID().slice(0, 8)

  await retitle(person, id, `Renamed target ${mark}`)
  expect(await page()).not.toContain(mark)
  const first = await publish(person, id)
  expect(await page()).toContain(`Renamed target ${mark}`)

  for (const slug of [`second-${mark}`, `third-${mark}`]) {
    await rename(person, id, slug)
    await publish(person, id)
  }
  const current = `/${first.split('/')[1]}/third-${mark}`
  expect(await page()).toContain(`href="${current}"`)
  for (const old of [first, `/${first.split('/')[1]}/second-${mark}`]) {
    const answer = await fetch(url + old, { redirect: 'manual' })
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(current)
  }
  expect((await fetch(url + current, { redirect: 'manual' })).status).toBe(200)

  expect(
    (await person.send('POST', `/api/documents/${id}/unpublish`, { reason: 'A source asked us to wait.' })).status,
  ).toBe(200)
  const gone = await fetch(url + current, { redirect: 'manual' })
  expect(gone.status).toBe(410)
  expect(await gone.text()).toContain('A source asked us to wait.')
  expect((await fetch(url + first, { redirect: 'manual' })).status).toBe(410)
  expect(await page()).not.toContain(mark)
  const list = await (await fetch(`${url}/feed.xml`)).text()
  expect(list).not.toContain(mark)

  await publish(person, id)
  expect(await page()).toContain(`Renamed target ${mark}`)
  expect((await fetch(url + current)).status).toBe(200)
})

test('a newsletter is joined by two steps, and looking at the mailed page changes nothing', async ({
  page,
  browser,
}) => {
  const email = `reader-${crypto.randomUUID().slice(0, 8)}@readers.example`
  await page.goto('/newsletters')
  await page.getByLabel('Your e-mail address').first().fill(email)
  await page
    .getByRole('button', { name: /^Sign up/ })
    .first()
    .click()
  const admin = signIns().find(({ role }) => role === 'ADMINISTRATOR')
  if (admin === undefined) throw new Error('The sample newsroom has no administrator.')
  const person = await signInOverHttp(url, admin)
  const context = await browser.newContext()
  await context.setExtraHTTPHeaders({ Cookie: person.headers().Cookie ?? '' })
  const desk = await context.newPage()
  await desk.goto('/admin/mail')
  await desk
    .getByRole('row')
    .or(desk.getByRole('listitem'))
    .filter({ hasText: email })
    .getByRole('link')
    .first()
    .click()
  const link = desk.getByRole('main').getByRole('link', { name: /\/newsletters\/confirm\// })
  const path = new URL((await link.getAttribute('href')) ?? '').pathname

  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(url + path, { method })).status).toBe(200)
  const button = page.getByRole('main').getByRole('button')
  await page.goto(path)
  await button.click()
  await expect(page).toHaveURL(/\/newsletters\/confirmed$/)
  // The link works once.
  await page.goto(path)
  await button.click()
  await expect(page).toHaveURL(/\/newsletters\/link-ended$/)
})
