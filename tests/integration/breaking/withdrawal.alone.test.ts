import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import webPush from 'web-push'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { deliverAlerts } from '@/lib/breaking/deliver-alerts'
import { dropNotice } from '@/lib/breaking/drop-notice'
import { getBreaking } from '@/lib/breaking/get-breaking'
import { sendNotice } from '@/lib/breaking/send-notice'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { browserKeys, pushService } from '@/tests/support/push-service'

const vapid = webPush.generateVAPIDKeys()
const service = await pushService()
afterAll(service.close)

const settings = vi.hoisted(() => ({}) as Record<string, unknown>)
vi.mock('@/lib/env', async (load) => {
  const { env } = await load<typeof import('@/lib/env')>()
  return { env: () => ({ ...env(), ...settings }) }
})

const REASON = 'It named the wrong person.'
let editor: PersonActor
let lead: PersonActor
let reporter: PersonActor
let articleId: string
let path: string
let newsletterId: string
let browser: ReturnType<typeof browserKeys>

beforeEach(async () => {
  Object.assign(settings, {
    OUTGOING_TEST_HOSTS: new Map([['push.test', { address: '127.0.0.1', port: service.port }]]),
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
  })
  await database().mail.deleteMany()
  await database().breakingAlert.deleteMany()
  await database().pushSubscription.deleteMany()
  await database().subscriber.deleteMany()
  await database().newsletter.deleteMany()
  service.received.length = 0
  editor = await aPerson('EDITOR')
  lead = await aPerson('REPORTER')
  reporter = await aPerson('REPORTER')
  const section = await aSection()
  articleId = await anArticle(reporter, { sectionId: section.id })
  const deskId = newId()
  await database().desk.create({ data: { id: deskId, slug: deskId, name: deskId, position: 0, createdAt: new Date() } })
  await database().deskMember.create({ data: { deskId, personId: lead.id, isLead: true } })
  await database().article.update({ where: { id: articleId }, data: { deskId } })
  path = (await publishNow(editor, articleId)).path
  newsletterId = newId()
  await database().newsletter.create({
    data: { id: newsletterId, slug: newsletterId, name: 'Breaking news', isAlert: true, position: 0 },
  })
  browser = browserKeys()
  const { p256dh, auth } = browser.keys
  const endpoint = 'http://push.test/send/one'
  await database().pushSubscription.create({ data: { id: newId(), endpoint, p256dh, auth, createdAt: new Date() } })
})

async function aReader(): Promise<string> {
  const id = newId()
  const email = `${id}@reader.example`
  await database().subscriber.create({ data: { id, email, createdAt: new Date() } })
  await database().subscription.create({
    data: { id: newId(), newsletterId, subscriberId: id, state: 'CONFIRMED', requestedAt: new Date() },
  })
  return email
}

const press = (isAlerting = true) =>
  startBreaking(editor, { articleId, text: 'Bridge closed', minutes: 30, isAlerting })
const kill = () => killArticle(editor, { articleId, reason: REASON })
const notice = async (actor = editor) => (await getBreaking(actor, articleId)).notice
const withdrawals = () => database().mail.findMany({ where: { subject: { contains: 'withdrawn' } } })

describe('When an article is killed', () => {
  test('of which readers had an alert, a notice to just them waits, and the desk is told', async () => {
    const [one, two] = [await aReader(), await aReader()]
    await press()
    await deliverAlerts()
    await press()
    await deliverAlerts()
    await aReader()
    await kill()
    expect(await notice()).toEqual({
      text: `We have withdrawn a story that we alerted you to. ${REASON}`,
      receivers: { mail: 2, push: 1 },
      may: true,
    })
    const told = await database().notification.findMany({ where: { articleId, kind: 'READERS_TO_TELL' } })
    expect(told.map(({ personId }) => personId)).toEqual([lead.id])
    await deliverAlerts()
    expect(await withdrawals()).toEqual([])

    await sendNotice(editor, { articleId, text: 'We were wrong.' })
    await Promise.all([deliverAlerts(), deliverAlerts()])
    const mails = await withdrawals()
    expect(mails.map(({ to }) => to).sort()).toEqual([one, two].sort())
    expect(mails[0]?.text).toContain('We were wrong.')
    expect(mails[0]?.text).toContain(path)
    expect(mails[0]?.text).not.toContain('Council')
    const pushed = service.received.map(({ body }) => browser.read(body))
    expect(pushed).toHaveLength(3)
    expect(pushed.at(-1)).toMatchObject({ title: 'Withdrawn', body: 'We were wrong.', path })
    const { past, notice: left } = await getBreaking(editor, articleId)
    expect(left).toBeNull()
    expect(past[0]).toMatchObject({
      kind: 'WITHDRAWAL',
      by: editor.name,
      sent: { mailed: 2, pushed: 1, failed: 0, waiting: 0 },
    })
    const events = await database().auditEvent.findMany({
      where: { thingId: articleId, action: 'breaking.sendNotice' },
    })
    expect(events).toMatchObject([{ personId: editor.id, detail: { receivers: 3 } }])
  })

  test('of which nobody had an alert, nothing waits', async () => {
    await aReader()
    await press(false)
    await kill()
    expect(await notice()).toBeNull()
    expect(await database().notification.count({ where: { articleId, kind: 'READERS_TO_TELL' } })).toBe(0)
  })

  test('before its alert was sent, nobody had it and nothing waits', async () => {
    await aReader()
    await press()
    await kill()
    await deliverAlerts()
    expect(await notice()).toBeNull()
    expect(await database().mail.count({ where: { alertId: { not: null } } })).toBe(0)
  })

  test('after it was unpublished, the notice waits all the same; who signed off since is left alone', async () => {
    const off = await aReader()
    await aReader()
    await press()
    await deliverAlerts()
    await unpublishArticle(editor, { articleId, reason: 'Being checked.' })
    expect(await notice()).toBeNull()
    await database().subscription.updateMany({ where: { subscriber: { email: off } }, data: { state: 'UNSUBSCRIBED' } })
    await kill()
    expect((await notice())?.receivers).toEqual({ mail: 1, push: 1 })
  })

  test('an editor decides once: a lead and a reporter do not', async () => {
    await aReader()
    await press()
    await deliverAlerts()
    await kill()
    for (const actor of [reporter, lead, await aPerson('LAWYER')]) {
      expect((await notice(actor))?.may).toBe(false)
      await expect(sendNotice(actor, { articleId, text: 'x' })).rejects.toThrow(Forbidden)
      await expect(dropNotice(actor, { articleId })).rejects.toThrow(Forbidden)
    }
    await expect(sendNotice(editor, { articleId, text: ' ' })).rejects.toThrow(Invalid)
    const decisions = await Promise.allSettled([
      dropNotice(editor, { articleId }),
      dropNotice(await aPerson('EDITOR'), { articleId }),
    ])
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(sendNotice(editor, { articleId, text: 'Late.' })).rejects.toThrow(Conflict)
    await deliverAlerts()
    expect(await withdrawals()).toEqual([])
    const { past } = await getBreaking(editor, articleId)
    expect(past[0]).toMatchObject({ kind: 'WITHDRAWAL', sent: null })
    const events = await database().auditEvent.count({ where: { thingId: articleId, action: 'breaking.dropNotice' } })
    expect(events).toBe(1)
  })
})
