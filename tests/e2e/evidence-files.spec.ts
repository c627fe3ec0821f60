import { readFile } from 'node:fs/promises'
import { anArticleOn, publishOn, send } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { overHttp, taken } from '@/tests/support/canaries/over-http'
import type { HttpPerson } from '@/tests/support/http-person'
import { selectWords } from '@/tests/support/select-words'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''
const mark = () => crypto.randomUUID().slice(0, 8)

/** Words of a new story of whoever is signed in on the page, marked without the editor. */
async function told(page: Page): Promise<{ articleId: string; eventId: string; claimId: string }> {
  const words = `the ${mark()} quay leaks`
  const articleId = await anArticleOn(page, 'Quay', `It is said that ${words}.`)
  const eventId = crypto.randomUUID()
  const said = { eventId, claimId: null, kind: 'ASSERTED', words, speaker: { name: 'Ines Moor', kind: 'PERSON' } }
  const { claimId } = (await send(page, 'POST', `/api/documents/${articleId}/claims`, said)) as { claimId: string }
  return { articleId, eventId, claimId }
}

type Sent = { name: string; bytes: Uint8Array<ArrayBuffer>; type?: string }

function upload(person: HttpPerson | null, eventId: string, { name, bytes, type }: Sent, headers = {}) {
  const body = new FormData()
  body.append('file', new File([bytes], name, { type: type ?? '' }))
  return fetch(`${url}/api/claims/events/${eventId}/files`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...(person?.headers() ?? { Origin: new URL(url).origin }), ...headers },
    body,
  })
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

test('whatever a file says that it is, it comes back as it was, to be saved and not opened', async ({ page }) => {
  await beSignedIn(page, 'EDITOR')
  const { eventId, articleId } = await told(page)
  const editor = await overHttp('EDITOR')
  const files: (Sent & { kept?: string })[] = [
    { name: '../../etc/passwd', kept: 'passwd', bytes: bytesOf('root:x:0:0') },
    { name: 'a"b\r\nSet-Cookie: c=d;\u202efdp.exe', kept: 'a"bSet-Cookie: c=d;fdp.exe', bytes: bytesOf('MZ\0') },
    { name: 'page.html', type: 'text/html', bytes: bytesOf('<script>document.title = "ran"</script>') },
    {
      name: 'drawing.svg',
      type: 'image/svg+xml',
      bytes: bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "ran"</script></svg>'),
    },
    { name: 'Königs Brief (رسالة).pdf', type: 'text/html', bytes: bytesOf('%PDF-1.7\n') },
  ]
  for (const { kept, ...file } of files) {
    const { id, name } = (await (await taken(await upload(editor, eventId, file))).json()) as {
      id: string
      name: string
    }
    expect(name).toBe(kept ?? file.name)
    for (const path of [`/api/claims/files/${id}`, `/api/claims/files/${id}?inline=1`]) {
      const answer = await taken(await editor.get(path))
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(file.bytes))).toBe(true)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; filename="[\w .-]+"; filename\*=UTF-8''[\w.%-]+$/),
        'content-security-policy': "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(decodeURIComponent(/UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '')).toBe(
        name,
      )
    }
  }
  // A browser that is led there saves it, and stays where it was.
  const { claims } = await (await page.request.get(`/api/documents/${articleId}/claims`)).json()
  const html = claims[0].events[0].files.find(({ name }: { name: string }) => name === 'page.html')
  await page.goto('/desk/claims')
  const download = page.waitForEvent('download')
  await page.evaluate((id) => location.assign(`/api/claims/files/${id}`), html.id)
  expect((await download).suggestedFilename()).toBe('page.html')
  expect(await page.title()).not.toBe('ran')
})

test('what is too large, empty, one too many or sent by somebody who may not is refused, and says why', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const { eventId } = await told(page)
  const [editor, reporter, lawyer] = await Promise.all(['EDITOR', 'REPORTER', 'LAWYER'].map(overHttp))
  const pdf = (text = mark()) => ({ name: 'ruling.pdf', bytes: bytesOf(`%PDF-1.7 ${text}`) })
  const refused = async (answer: Promise<Response>) => {
    const { status, json } = await answer.then(async (got) => ({ status: got.status, json: await got.json() }))
    return [status, json.error.message]
  }
  const sized = (size: number) => upload(editor as HttpPerson, eventId, { name: 'a', bytes: new Uint8Array(size) })
  expect(await refused(sized(10_000_001))).toEqual([413, expect.stringContaining('more than 10 MB')])
  expect(await refused(sized(11_000_000))).toEqual([413, expect.stringContaining('10 MB')])
  expect(await refused(sized(0))).toEqual([400, 'This file is empty.'])
  // The length that a client says is not believed: counted while it is read, and refused before its end.
  let pieces = 0
  const endless = new ReadableStream({
    pull(controller) {
      pieces += 1
      if (pieces > 400) controller.close()
      else controller.enqueue(new Uint8Array(100_000))
    },
  })
  const form = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const cut = fetch(`${url}/api/claims/events/${eventId}/files`, {
    ...{ method: 'POST', headers: { ...editor?.headers(), ...form }, body: endless, duplex: 'half' },
  } as RequestInit)
  expect(await cut.then(({ status }) => status).catch(() => 413)).toBe(413)

  const who = [reporter, lawyer] as HttpPerson[]
  for (const person of who) expect((await upload(person, eventId, pdf())).status).toBe(403)
  expect((await upload(editor as HttpPerson, crypto.randomUUID(), pdf())).status).toBe(404)
  expect((await upload(editor as HttpPerson, '12abc', pdf())).status).toBe(400)
  const elsewhere = [{ Origin: 'https://elsewhere.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }]
  for (const headers of elsewhere)
    expect((await upload(editor as HttpPerson, eventId, pdf(), headers)).status).toBe(403)
  const other = { 'X-Standfirst-Person': crypto.randomUUID() }
  expect((await upload(editor as HttpPerson, eventId, pdf(), other)).status).toBe(401)

  const kept: string[] = []
  for (let number = 1; number <= 10; number += 1)
    kept.push((await (await taken(await upload(editor as HttpPerson, eventId, pdf()))).json()).id)
  expect(await refused(upload(editor as HttpPerson, eventId, pdf()))).toEqual([
    409,
    expect.stringContaining('10 files'),
  ])

  // Outside, what is there and what never was are one.
  const [id = ''] = kept
  const paths = (fileId: string) => [`/api/claims/files/${fileId}`, `/api/claims/files/${fileId}/`]
  const outside = async (method: string, path: string) => {
    const answer = await fetch(url + path, { method, redirect: 'manual', headers: { Origin: new URL(url).origin } })
    const { date: _, ...headers } = Object.fromEntries(answer.headers)
    return JSON.stringify([answer.status, headers, await answer.text()]).replaceAll(/[0-9a-f-]{36}/g, 'an id')
  }
  const never = crypto.randomUUID()
  for (const method of ['GET', 'HEAD', 'DELETE'])
    for (const [index, path] of paths(id).entries()) {
      const answer = await outside(method, path)
      expect(answer).toBe(await outside(method, paths(never)[index] ?? ''))
      expect(answer).not.toContain('ruling')
    }
  expect((await fetch(`${url}/api/claims/files/${id}`)).status).toBe(401)
  expect((await upload(null, eventId, pdf())).status).toBe((await upload(null, never, pdf())).status)

  // The newsroom reads; a lawyer and a reporter of another story remove nothing.
  for (const person of who) {
    expect((await person.get(`/api/claims/files/${id}`)).status).toBe(200)
    const removed = await fetch(`${url}/api/claims/files/${id}`, { method: 'DELETE', headers: person.headers() })
    expect(removed.status).toBe(403)
  }
  expect((await (editor as HttpPerson).get(`/api/claims/files/${never}`)).status).toBe(404)
})

test('a claim is marked with a file, which stands on its card and in the register, comes back whole, and goes', async ({
  page,
}) => {
  test.slow()
  await beSignedIn(page, 'REPORTER')
  const words = `the ${mark()} bridge was sold`
  const id = await anArticleOn(page, `Bridge ${mark()}`, `Ines Moor said that ${words}.`)
  await page.goto(`/desk/articles/${id}`)
  await selectWords(page, words)
  await page.keyboard.press('ControlOrMeta+Alt+a')
  const dialog = page.getByRole('dialog', { name: 'Who says so?' })
  await dialog.getByText('When, where, how we know, evidence').click()
  await dialog.getByLabel('To whom').fill('the council')
  const buffer = Buffer.from(`%PDF-1.7 ${'a'.repeat(300_000)}`)
  const pdf = { name: 'Ruling of the court.pdf', mimeType: 'application/pdf', buffer }
  const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
  await dialog.getByLabel('Files').setInputFiles([pdf, empty])
  const chosen = dialog.getByRole('list', { name: 'Chosen files' })
  await expect(chosen.getByRole('listitem')).toHaveText([/Ruling of the court\.pdf 300 KB/, /This file is empty\./])
  expect((await axeOn(page).include('[role=dialog]').analyze()).violations.map(({ id }) => id)).toEqual([])
  // One of them cannot be kept: the words are marked all the same, the other is kept, and nothing typed is lost.
  await dialog.getByRole('button', { name: 'Mark the claim' }).click()
  await expect(dialog.getByText('What is still listed here was not kept.')).toBeVisible()
  await expect(chosen.getByRole('listitem')).toHaveText([/empty\.txt/])
  await expect(dialog.getByLabel('To whom')).toHaveValue('the council')
  await expect(page.getByText(words).and(page.locator('[data-claim]'))).toBeAttached()
  await dialog.getByLabel('To whom').fill('the council in March')
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  await chosen.getByRole('button', { name: 'Leave out empty.txt' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  await page.getByRole('tab', { name: 'Claims' }).click()
  const card = page.getByRole('list', { name: 'Claims' })
  await expect(card.getByRole('listitem').filter({ hasText: 'Ruling' }).last()).toContainText('PDF · 300 KB · just now')
  const { claims } = await (await page.request.get(`/api/documents/${id}/claims`)).json()
  expect(claims).toHaveLength(1)
  expect(claims[0].events).toHaveLength(1)
  expect(claims[0].events[0].toWhom).toBe('the council in March')
  const saving = page.waitForEvent('download')
  await card.getByRole('link', { name: pdf.name }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(pdf.name)
  expect((await readFile(await saved.path())).equals(buffer)).toBe(true)

  // A second one, when what is known of the words is changed; the mail that came in answer to them.
  await card.getByRole('button', { name: 'Change' }).click()
  await dialog.getByText('When, where, how we know, evidence').click()
  const mail = { name: 'reply.eml', mimeType: 'text/html', buffer: Buffer.from('From: a@example.org\r\n\r\nNo.') }
  await dialog.getByLabel('Files').setInputFiles([mail])
  // The connection breaks, and comes back.
  await page.route('**/api/claims/events/*/files', (route) => route.abort(), { times: 1 })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(chosen.getByRole('alert')).toHaveText('The connection was lost. Try again.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(card.getByRole('list', { name: 'Files' }).getByRole('link')).toHaveText([pdf.name, mail.name])

  await page.goto(`/desk/claims/${claims[0].id}`)
  const timeline = page.getByRole('list', { name: 'What happened' })
  await expect(timeline.getByRole('link', { name: mail.name })).toBeVisible()
  await timeline.getByRole('button', { name: `Remove ${pdf.name}` }).click()
  const question = page.getByRole('alertdialog', { name: /^Remove “Ruling of the court\.pdf”/ })
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(timeline.getByRole('link', { name: pdf.name })).toBeVisible()
  await timeline.getByRole('button', { name: `Remove ${pdf.name}` }).click()
  await question.getByRole('button', { name: 'Remove' }).click()
  await expect(timeline.getByRole('link', { name: pdf.name })).toHaveCount(0)
  expect((await axeOn(page).include('main').analyze()).violations.map((each) => each.id)).toEqual([])

  // What goes down in the register has files, too; by the keyboard alone.
  await page.getByRole('button', { name: 'Put down what happened' }).click()
  const form = page.getByRole('dialog', { name: 'What happened to this claim' })
  await form.getByRole('combobox', { name: 'Who' }).fill('Harbour Board')
  await page.getByRole('option').first().click()
  const choose = form.getByRole('button', { name: 'Choose files' })
  // The list of names gives the focus back just after somebody was chosen: until it has, the key is another's.
  await expect(async () => {
    await choose.focus()
    const choosing = page.waitForEvent('filechooser', { timeout: 1_000 })
    await page.keyboard.press('Enter')
    await (await choosing).setFiles([
      { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('\xff\xd8\xff', 'latin1') },
    ])
  }).toPass()
  await form.getByRole('button', { name: 'Put down' }).click()
  await expect(form).toBeHidden()
  await expect(timeline.getByRole('link', { name: 'letter.jpg' })).toBeVisible()

  // Taking the mark off takes its files, and asks first.
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('tab', { name: 'Claims' }).click()
  await card.getByRole('button', { name: `Remove ${mail.name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(card.getByRole('link', { name: mail.name })).toHaveCount(0)
  await card.getByRole('button', { name: 'Change' }).first().click()
  await dialog.getByText('When, where, how we know, evidence').click()
  await dialog.getByLabel('Files').setInputFiles([mail])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(card.getByRole('link', { name: mail.name })).toBeVisible()
  await card.getByRole('button', { name: 'Change' }).first().click()
  await dialog.getByRole('button', { name: 'Take the mark off' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take the mark off' }).click()
  await expect(dialog).toBeHidden()
  await expect(card.getByRole('link', { name: mail.name })).toHaveCount(0)
})

test('on a phone a file is chosen with the thumb, and readers get nothing of it', async ({ page }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  await beSignedIn(page, 'EDITOR')
  const words = `the ${mark()} quay is unsafe`
  const id = await anArticleOn(page, 'Quay', `Ines Moor said that ${words}.`)
  await page.goto(`/desk/articles/${id}`)
  await selectWords(page, words)
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Claim' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who says so?' })
  await dialog.getByText('When, where, how we know, evidence').click()
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  const chooser = await choosing
  expect(chooser.isMultiple()).toBe(true)
  const name = `zq${mark()} ${'a-very-long-name-of-a-scanned-letter-'.repeat(4)}.pdf`
  await chooser.setFiles([{ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 zqbytes') }])
  await expect(dialog.getByRole('list', { name: 'Chosen files' })).toContainText(name)
  const isSideways = () => page.evaluate(() => document.documentElement.scrollWidth > 390)
  expect(await isSideways()).toBe(false)
  await dialog.getByRole('button', { name: 'Mark the claim' }).click()
  await expect(dialog).toBeHidden()
  const { claims } = await (await page.request.get(`/api/documents/${id}/claims`)).json()
  await page.goto(`/desk/claims/${claims[0].id}`)
  await expect(page.getByRole('link', { name })).toBeVisible()
  expect(await isSideways()).toBe(false)

  await send(page, 'PUT', `/api/documents/${id}/claims/readers`, { shows: true })
  await expect(async () => {
    const told = await (await page.request.get(`/api/documents/${id}`)).text()
    expect(told).toContain(claims[0].events[0].id)
  }).toPass()
  const path = await publishOn(page, id)
  const story = await (await fetch(url + path)).text()
  expect(story).toContain('Who says what')
  const claim = await (await fetch(url + (/href="(\/claims\/[^"]+)"/.exec(story)?.[1] ?? ''))).text()
  expect(claim).toContain(words)
  const file = claims[0].events[0].files[0]
  for (const text of [name.slice(0, 10), 'zqbytes', file.id, 'claims/files'])
    expect([story.includes(text), claim.includes(text)]).toEqual([false, false])
})
