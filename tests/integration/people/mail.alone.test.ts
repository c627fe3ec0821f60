import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { database, transaction } from '@/lib/db/database'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newSecret } from '@/lib/ids'
import { deliverMail } from '@/lib/mail/deliver-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { getMail, listMail } from '@/lib/mail/readers'
import { writeMail } from '@/lib/mail/write-mail'
import { MailServer } from '@/tests/support/mail-server'
import { enter, hoursLater } from './newsroom'

const settings = vi.hoisted(() => ({ SMTP_URL: undefined as string | undefined }))
vi.mock('@/lib/env', async (load) => {
  const { env } = await load<typeof import('@/lib/env')>()
  return { env: () => ({ ...env(), ...settings }) }
})

const server = new MailServer()
const serverUrl = await server.open()

beforeEach(async () => {
  await database().mail.deleteMany()
  server.received.length = 0
  server.isRefusing = false
  settings.SMTP_URL = serverUrl
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => {
  server.close()
})

const letter = writeMail('reader@newsroom.test', 'Good morning', [
  'A <b>bold</b> claim & a reply.',
  { link: 'http://x.test/?a=1&b=2' },
])

function queue(mail = letter) {
  return transaction((tx) => queueMail(tx, mail))
}

test('without a mail server mail is kept at once and nothing is sent', async () => {
  settings.SMTP_URL = undefined
  const { id } = await queue()
  expect(await database().mail.findUnique({ where: { id } })).toMatchObject({ state: 'KEPT', attempts: 0 })
  expect(await deliverMail()).toBe(0)
})

test('what was queued for a server that is no longer set is kept', async () => {
  const { id } = await queue()
  settings.SMTP_URL = undefined
  await deliverMail()
  expect(await database().mail.findUnique({ where: { id } })).toMatchObject({ state: 'KEPT' })
})

test('a queued mail goes out once, as text and as escaped HTML, to one address', async () => {
  const { id } = await queue()
  expect(await deliverMail()).toBe(1)
  expect(await deliverMail()).toBe(0)
  expect(server.received).toHaveLength(1)
  const [mail] = server.received
  expect(mail?.recipients).toEqual(['RCPT TO:<reader@newsroom.test>'])
  expect(mail?.data).toContain('Subject: Good morning')
  expect(mail?.data).toContain('&lt;b&gt;bold&lt;/b&gt; claim &amp; a reply')
  expect(await database().mail.findUnique({ where: { id } })).toMatchObject({ state: 'SENT', attempts: 1 })
})

test('once a mail is sent, the link in it is forgotten here', async () => {
  const secret = newSecret()
  const { id } = await queue(
    writeMail('reader@newsroom.test', 'Link', ['Here:', { link: `http://x.test/reset/${secret}` }]),
  )
  await deliverMail()
  expect(server.received[0]?.data.replaceAll('=\n', '')).toContain(secret)
  expect(JSON.stringify(await database().mail.findUnique({ where: { id } }))).not.toContain(secret)
})

test('a mail whose transaction is undone is never sent', async () => {
  const undone = transaction(async (tx) => {
    await queueMail(tx, letter)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await deliverMail()).toBe(0)
})

test('several deliveries at the same moment send each mail once', async () => {
  for (let time = 0; time < 40; time++) await queue({ ...letter, to: `reader-${time}@newsroom.test` })
  const sent = await Promise.all(Array.from({ length: 8 }, () => deliverMail()))
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(40)
  expect(server.received).toHaveLength(40)
  expect(new Set(server.received.map((mail) => mail.recipients.join())).size).toBe(40)
})

test('a refused mail is tried again later and later, and given up after eight times', async () => {
  server.isRefusing = true
  const { id } = await queue()
  const waits: number[] = []
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await deliverMail()).toBe(0)
    const mail = await database().mail.findUniqueOrThrow({ where: { id } })
    expect(mail).toMatchObject({ attempts: attempt, state: attempt < 8 ? 'QUEUED' : 'FAILED' })
    expect(mail.lastError).toContain('451')
    waits.push(Math.round((mail.nextTryAt.getTime() - Date.now()) / 60_000))
    expect(await deliverMail()).toBe(0)
    expect(await database().mail.findUnique({ where: { id } })).toMatchObject({ attempts: attempt })
    hoursLater(2)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 64])
  server.isRefusing = false
  expect(await deliverMail()).toBe(0)
})

test('a mail whose sender died is tried again', async () => {
  const { id } = await queue()
  await database().mail.update({ where: { id }, data: { attempts: 1, nextTryAt: new Date(Date.now() + 60_000) } })
  expect(await deliverMail()).toBe(0)
  hoursLater(0.02)
  expect(await deliverMail()).toBe(1)
})

test.each([
  ['a list', { to: 'a@newsroom.test,b@newsroom.test' }],
  ['a name with an address', { to: 'A <a@newsroom.test>' }],
  ['an address as it was typed', { to: ' A@newsroom.test' }],
  ['a full-width @', { to: 'a＠newsroom.test' }],
  ['a header in the address', { to: 'a@newsroom.test\r\nBcc: b@elsewhere.test' }],
  ['a header in the subject', { subject: 'Hello\r\nBcc: b@elsewhere.test' }],
  ['half a line break in the subject', { subject: 'Hello\nBcc: b@elsewhere.test' }],
])('%s is refused', async (_, part) => {
  await expect(queue({ ...letter, ...part })).rejects.toThrow(Invalid)
  expect(await database().mail.count()).toBe(0)
})

test('an administrator reads mail, newest first and page by page; nobody else does', async () => {
  const admin = await enter('ADMINISTRATOR')
  for (let time = 0; time < 53; time++) await queue({ ...letter, subject: `Mail ${time}` })
  const first = await listMail(admin)
  expect(first.mails).toHaveLength(50)
  expect(first.mails[0]?.subject).toBe('Mail 52')
  const rest = await listMail(admin, first.nextCursor ?? '')
  expect(rest.mails.map((mail) => mail.subject)).toEqual(['Mail 2', 'Mail 1', 'Mail 0'])
  expect(rest.nextCursor).toBeNull()
  const id = first.mails[0]?.id ?? ''
  expect(await getMail(admin, id)).toMatchObject({ text: letter.text })
  await expect(getMail(admin, crypto.randomUUID())).rejects.toThrow(NotFound)
  for (const actor of [await enter('REPORTER'), await enter('EDITOR')]) {
    await expect(listMail(actor)).rejects.toThrow(Forbidden)
    await expect(getMail(actor, id)).rejects.toThrow(Forbidden)
  }
})
