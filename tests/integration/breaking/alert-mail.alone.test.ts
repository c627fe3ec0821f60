import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { deliverAlerts } from '@/lib/breaking/deliver-alerts'
import { endBreaking } from '@/lib/breaking/end-breaking'
import { getBreaking } from '@/lib/breaking/get-breaking'
import { handOverMail } from '@/lib/breaking/hand-over-mail'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { database, transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { deliverMail } from '@/lib/mail/deliver-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { readUnsubscribeToken } from '@/lib/newsletters/unsubscribe-token'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { MailServer } from '@/tests/support/mail-server'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const settings = vi.hoisted(() => ({ SMTP_URL: undefined as string | undefined }))
vi.mock('@/lib/env', async (load) => {
  const { env } = await load<typeof import('@/lib/env')>()
  return { env: () => ({ ...env(), ...settings }) }
})

const server = new MailServer()
const serverUrl = await server.open()
afterAll(() => server.close())

let editor: PersonActor
let articleId: string
let path: string
let alertNewsletterId: string

beforeEach(async () => {
  for (const table of [database().mail, database().breakingAlert, database().subscriber] as const)
    await (table as { deleteMany(): Promise<unknown> }).deleteMany()
  await database().newsletter.deleteMany()
  server.received.length = 0
  server.isRefusing = false
  settings.SMTP_URL = serverUrl
  editor = await aPerson('EDITOR')
  const section = await aSection()
  articleId = await anArticle(editor, { sectionId: section.id })
  path = (await publishNow(editor, articleId)).path
  alertNewsletterId = await aNewsletter(true)
})

async function aNewsletter(isAlert: boolean): Promise<string> {
  const id = newId()
  await database().newsletter.create({ data: { id, slug: id, name: `Letter ${id}`, isAlert, position: 0 } })
  return id
}

type State = 'PENDING' | 'CONFIRMED' | 'UNSUBSCRIBED'

async function aReader(newsletterIds = [alertNewsletterId], state: State = 'CONFIRMED'): Promise<string> {
  const id = newId()
  const email = `${id}@reader.example`
  await database().subscriber.create({ data: { id, email, createdAt: new Date() } })
  for (const newsletterId of newsletterIds) {
    const requestedAt = new Date()
    await database().subscription.create({ data: { id: newId(), newsletterId, subscriberId: id, state, requestedAt } })
  }
  return email
}

const readers = (count: number) => Promise.all(Array.from({ length: count }, () => aReader()))
const press = (isAlerting = true) =>
  startBreaking(editor, { articleId, text: 'Bridge closed', minutes: 30, isAlerting })
const receivers = () => server.received.map(({ recipients }) => /<(.*)>/.exec(recipients[0] ?? '')?.[1] ?? '').sort()
const sent = async () => {
  const { running, past } = await getBreaking(editor, articleId)
  return (running ?? past[0])?.sent
}

describe('An alert by mail', () => {
  test('goes to whoever confirmed a newsletter of alerts, once each, and to nobody else', async () => {
    const other = await aNewsletter(false)
    const both = await aReader([alertNewsletterId, await aNewsletter(true), other])
    const one = await aReader()
    await aReader([other])
    await aReader([alertNewsletterId], 'PENDING')
    await aReader([alertNewsletterId], 'UNSUBSCRIBED')
    expect((await getBreaking(editor, articleId)).receivers).toMatchObject({ mail: 2 })
    await press()
    expect(await database().alertDelivery.count({ where: { nextTryAt: { not: null } } })).toBe(2)
    await aReader()
    await deliverAlerts()
    await deliverAlerts()
    expect(receivers()).toEqual([both, one].sort())
    expect(await sent()).toEqual({ mailed: 2, pushed: 0, failed: 0, waiting: 0 })
  })

  test('says what the banner says, links the article, and is stopped by one press of a mail program', async () => {
    await aReader()
    await press()
    await deliverAlerts()
    const data = (server.received[0]?.data ?? '').replace(/=\n/g, '').replace(/\n[ \t]+/g, ' ')
    expect(data).toContain('Subject: Breaking: Bridge closed')
    expect(data).toContain(`http://localhost:3000${path}`)
    expect(data).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const token = /List-Unsubscribe: <http:\/\/localhost:3000\/newsletters\/unsubscribe\/([^>]+)>/.exec(data)?.[1] ?? ''
    const subscription = await database().subscription.findFirstOrThrow()
    expect(readUnsubscribeToken(token)).toBe(subscription.id)
    const { id } = await database().mail.findFirstOrThrow()
    expect(data).toContain(`Message-ID: <${id}@localhost>`)
  })

  test('goes to nobody when nobody is to be alerted', async () => {
    await aReader()
    await press(false)
    await deliverAlerts()
    expect(await database().alertDelivery.count()).toBe(0)
    expect(await sent()).toBeNull()
  })

  test('comes once to each of many, though several processes send at once and one is killed on the way', async () => {
    const everybody = (await readers(230)).sort()
    await press()
    // Killed between claiming a batch and the commit: what it wrote never happened.
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "AlertDelivery" LIMIT 100 FOR UPDATE`
      await tx.alertDelivery.updateMany({ data: { sentAt: new Date(), nextTryAt: null } })
      throw new Error('killed')
    }).catch(() => undefined)
    await Promise.all([deliverAlerts(), deliverAlerts(), deliverAlerts()])
    await deliverAlerts()
    expect(receivers()).toEqual(everybody)
    expect(await sent()).toEqual({ mailed: 230, pushed: 0, failed: 0, waiting: 0 })
  })

  test.each([
    ['is unpublished', () => unpublishArticle(editor, { articleId, reason: 'Wrong.' })],
    ['is killed', () => killArticle(editor, { articleId, reason: 'Wrong.' })],
    ['has its banner ended by hand', () => endBreaking(editor, { articleId })],
  ])('is not sent any more once the article %s, neither what waits nor what the outbox holds', async (_, stop) => {
    await readers(130)
    await press()
    expect(await handOverMail()).toBe(true)
    await stop()
    await deliverMail()
    await deliverAlerts()
    expect(receivers()).toEqual([])
    expect(await sent()).toEqual({ mailed: 0, pushed: 0, failed: 130, waiting: 0 })
  })

  test('is not sent when its time is over, nor to whoever signed off meanwhile', async () => {
    const [, off] = await readers(2)
    await press()
    await database().subscription.updateMany({
      where: { subscriber: { email: off ?? '' } },
      data: { state: 'UNSUBSCRIBED' },
    })
    await deliverAlerts()
    expect(receivers()).toHaveLength(1)
    await press()
    await database().$executeRaw`UPDATE "BreakingAlert" SET "until" = clock_timestamp() WHERE "endedAt" IS NULL`
    await deliverAlerts()
    expect(receivers()).toHaveLength(1)
  })

  test('lets other mail go first', async () => {
    await readers(3)
    await press()
    expect(await handOverMail()).toBe(true)
    await transaction((tx) => queueMail(tx, writeMail('ada@paper.example', 'A new password', ['Here.'])))
    await deliverMail()
    expect(server.received.map(({ recipients }) => recipients[0])[0]).toBe('RCPT TO:<ada@paper.example>')
    expect(server.received).toHaveLength(4)
  })

  test('waits while the mail server refuses, without filling the outbox, and is kept where there is none', async () => {
    await readers(620)
    await press()
    server.isRefusing = true
    await deliverAlerts()
    expect(await database().mail.count()).toBeLessThanOrEqual(500)
    expect(await sent()).toMatchObject({ mailed: 0, waiting: 620 })
    settings.SMTP_URL = undefined
    await deliverMail()
    await deliverAlerts()
    expect(await sent()).toMatchObject({ mailed: 620, waiting: 0 })
    expect(await database().mail.count({ where: { state: 'KEPT' } })).toBe(620)
  }, 60_000)
})
