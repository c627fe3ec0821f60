import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { type Browser, expect, type Page, test } from '@/tests/support/browser-test'
import { invite, join } from '@/tests/support/invite-in-browser'
import { nameOf } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

async function pageOf(browser: Browser, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beSignedIn(page, role)
  return page
}

async function aPicture(page: Page, colour: string): Promise<string> {
  const buffer = await sharp({ create: { width: 640, height: 400, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  const answer = await page.request.post('/api/media', {
    headers: { Origin: new URL(process.env.E2E_URL ?? '').origin },
    multipart: { file: { name: 'boat.jpg', mimeType: 'image/jpeg', buffer } },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return ((await answer.json()) as { id: string }).id
}

async function change(page: Page, id: string, field: string, value: unknown): Promise<void> {
  const { fieldVersions } = await read(page, id)
  await send(page, 'PUT', `/api/documents/${id}/fields`, { field, value, baseVersion: fieldVersions[field] ?? 0 })
}

/** Types before the headline. */
async function typeFirst(page: Page, id: string, words: string): Promise<void> {
  const { version } = await read(page, id)
  const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: words }] } }
  await send(page, 'POST', `/api/documents/${id}/steps`, { version, clientId: crypto.randomUUID(), steps: [step] })
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('an administrator filters the audit log by person, sends the link, and saves what is shown as a file', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const headline = `=Ferry "returns" ${crypto.randomUUID().slice(0, 8)}`
  const editor = await pageOf(browser, 'EDITOR')
  const id = await anArticleOn(editor, headline, 'On Monday.')
  await publishOn(editor, id)
  const admin = await pageOf(browser, 'ADMINISTRATOR')
  await admin.goto('/admin/audit')
  await admin.getByLabel('Who').selectOption({ label: nameOf('EDITOR') })
  await admin.getByLabel('What happened').selectOption({ label: 'Published, withdrawn, scheduled' })
  await admin.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(admin).toHaveURL(/person=[0-9a-f-]{36}.*group=readers/)
  const rows = admin.getByRole('table', { name: 'Audit log' }).getByRole('row')
  const ours = rows.filter({ hasText: headline })
  await expect(ours).toHaveText([/published .*\(edition 1\)/])
  expect(await rows.filter({ hasNotText: nameOf('EDITOR') }).count()).toBe(1)
  await expectAccessible(admin)

  const downloading = admin.waitForEvent('download')
  await admin.getByRole('link', { name: 'Save as CSV' }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(file.startsWith('\uFEFFTime (UTC),')).toBe(true)
  const lines = file.trimEnd().split('\r\n').slice(1)
  expect(lines.filter((line) => line.includes(headline.replaceAll('"', '""')))).toHaveLength(1)
  expect(lines.every((line) => line.includes(nameOf('EDITOR')))).toBe(true)

  await ours.getByRole('link', { name: headline, exact: false }).first().click()
  await expect(admin).toHaveURL(`/desk/articles/${id}/editions/1`)

  // Nobody else sees it, by any door.
  expect((await editor.goto('/admin/audit'))?.status()).toBe(404)
  expect((await editor.request.get('/api/audit')).status()).toBe(403)
  const reader = await (await browser.newContext()).newPage()
  expect((await reader.request.get('/api/audit')).status()).toBe(401)
})

test('an old edition shows the words and the picture of then, after two changes', async ({ browser }) => {
  test.setTimeout(120_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const editor = await pageOf(browser, 'EDITOR')
  const [first, second] = [await aPicture(editor, '#204060'), await aPicture(editor, '#604020')]
  const id = await anArticleOn(editor, `Slipway ${mark}`, 'It opens on Monday.')
  const show = (mediaId: string) =>
    change(editor, id, 'mainImage', { mediaId, alt: `Boat ${mediaId}`, caption: '', credit: '' })
  await show(first)
  const path = await publishOn(editor, id)
  await typeFirst(editor, id, 'Closed: ')
  await show(second)
  await publishOn(editor, id)
  await typeFirst(editor, id, 'For good: ')
  await publishOn(editor, id)

  const reporter = await pageOf(browser, 'REPORTER')
  await reporter.goto(`/desk/articles/${id}/history`)
  await reporter.getByRole('link', { name: 'Editions' }).click()
  await expect(reporter.getByRole('heading', { level: 2 })).toHaveText([
    `For good: Closed: Slipway ${mark}`,
    `Closed: Slipway ${mark}`,
    `Slipway ${mark}`,
  ])
  await expectAccessible(reporter)
  await reporter.getByRole('link', { name: `Slipway ${mark}`, exact: true }).click()
  await expect(reporter.getByRole('banner')).toContainText('As readers saw it on')
  await expect(reporter.getByRole('banner')).toContainText(`Edition 1 of 3, published by ${nameOf('EDITOR')}`)
  await expect(reporter.getByRole('heading', { level: 1 })).toHaveText(`Slipway ${mark}`)
  const picture = reporter.getByRole('img', { name: `Boat ${first}` })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await expectAccessible(reporter)
  await reporter.getByRole('link', { name: 'Edition 2' }).click()
  await expect(reporter.getByRole('heading', { level: 1 })).toHaveText(`Closed: Slipway ${mark}`)
  expect((await reporter.goto(`/desk/articles/${id}/editions/4`))?.status()).toBe(404)

  // A cache that has the picture has to ask, and is told that nothing changed as long as readers may see it.
  const reader = await (await browser.newContext()).newPage()
  const shown = await reader.request.get(`/media/${second}/w320.webp`)
  expect(shown.headers()['cache-control']).toBe('public, max-age=3600, s-maxage=0')
  const ask = { headers: { 'If-None-Match': shown.headers().etag ?? '' } }
  expect((await reader.request.get(`/media/${second}/w320.webp`, ask)).status()).toBe(304)

  // Killed, it is gone for readers and still here.
  await send(editor, 'POST', `/api/documents/${id}/kill`, { reason: 'It was wrong.' })
  expect((await reader.request.get(`/media/${second}/w320.webp`, ask)).status()).toBe(404)
  expect((await reader.request.get(path)).status()).toBe(410)
  expect((await reader.request.get(`/media/${first}/w320.webp`)).status()).toBe(404)
  await reader.goto(`/desk/articles/${id}/editions/1`)
  await expect(reader).toHaveURL(/\/login/)
  expect((await reporter.goto(`/desk/articles/${id}/editions/1`))?.status()).toBe(200)
  await expect(reporter.getByRole('banner')).toContainText('Readers had it until')
})

test('whoever chooses no mail for a kind of notice gets the notice, and no mail', async ({ browser }) => {
  test.setTimeout(120_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const email = `guest-${mark}@paper.example`
  const admin = await pageOf(browser, 'ADMINISTRATOR')
  const editor = await pageOf(browser, 'EDITOR')
  const guest = await (await browser.newContext()).newPage()
  await join(guest, await invite(admin, { name: `Guest ${mark}`, email, role: 'REPORTER' }))
  const sendBack = async (headline: string) => {
    const id = await anArticleOn(guest, headline, 'It opens on Monday.')
    await send(guest, 'POST', `/api/documents/${id}/file`, {})
    await send(editor, 'POST', `/api/documents/${id}/move`, { move: 'sendBack', note: 'Who says so?' })
  }
  const mails = async () => {
    await admin.goto('/admin/mail')
    return admin.getByRole('row').filter({ hasText: email }).filter({ hasText: 'sent back' }).count()
  }
  await sendBack(`First ${mark}`)
  expect(await mails()).toBe(1)

  await guest.goto('/desk/notices')
  await guest.getByRole('link', { name: 'What I am told' }).click()
  const choice = guest.getByRole('listitem').filter({ hasText: 'An article of mine is sent back' })
  await choice.getByLabel(/^Mail:/).selectOption({ label: 'No mail' })
  await expect(choice.getByRole('status')).toHaveText('Saved')
  await expectAccessible(guest)
  await guest.reload()
  await expect(choice.getByLabel(/^Mail:/)).toHaveValue('OFF')

  await sendBack(`Second ${mark}`)
  expect(await mails()).toBe(1)
  await guest.goto('/desk/notices')
  await expect(guest.getByRole('link', { name: /^Notices, 2 unread/ }).first()).toBeVisible()
  const notice = guest.getByRole('listitem').filter({ hasText: `Second ${mark}` })
  await expect(notice).toContainText('Who says so?')

  await choiceOff(guest)
  await sendBack(`Third ${mark}`)
  await guest.goto('/desk/notices')
  await expect(guest.getByRole('listitem').filter({ hasText: `Third ${mark}` })).toHaveCount(0)
  await expect(guest.getByRole('link', { name: /^Notices, 2 unread/ }).first()).toBeVisible()
})

async function choiceOff(guest: Page): Promise<void> {
  await guest.goto('/desk/notices/choices')
  const choice = guest.getByRole('listitem').filter({ hasText: 'An article of mine is sent back' })
  await choice.getByText('In the app').click()
  await expect(choice.getByRole('status')).toHaveText('Saved')
}
