import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import webPush from 'web-push'
import { DELETE, POST } from '@/app/api/alerts/route'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { deliverAlerts } from '@/lib/breaking/deliver-alerts'
import { getBreaking } from '@/lib/breaking/get-breaking'
import { pushBatch } from '@/lib/breaking/push-batch'
import { isPushEndpoint } from '@/lib/breaking/push-services'
import { sendPush } from '@/lib/breaking/send-push'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { browserKeys, pushService, readVapid } from '@/tests/support/push-service'

const vapid = webPush.generateVAPIDKeys()
const service = await pushService()
afterAll(service.close)

const settings = vi.hoisted(() => ({}) as Record<string, unknown>)
vi.mock('@/lib/env', async (load) => {
  const { env } = await load<typeof import('@/lib/env')>()
  return { env: () => ({ ...env(), ...settings }) }
})

let editor: PersonActor
let articleId: string
let path: string

beforeEach(async () => {
  Object.assign(settings, {
    OUTGOING_TEST_HOSTS: new Map([['push.test', { address: '127.0.0.1', port: service.port }]]),
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
  })
  await database().breakingAlert.deleteMany()
  await database().pushSubscription.deleteMany()
  service.received.length = 0
  service.statuses.clear()
  editor = await aPerson('EDITOR')
  const section = await aSection()
  articleId = await anArticle(editor, { sectionId: section.id })
  path = (await publishNow(editor, articleId)).path
})

async function ask(handler: typeof POST, body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const request = new Request('http://localhost:3000/api/alerts', {
    method: handler === POST ? 'POST' : 'DELETE',
    headers: {
      'content-type': 'application/json',
      origin: 'http://localhost:3000',
      host: 'localhost:3000',
      'x-standfirst-address': `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`,
      ...headers,
    },
    body: JSON.stringify(body),
  })
  return (await handler(request, { params: Promise.resolve({}) })).status
}

async function aBrowser(name = newId()) {
  const { keys, read } = browserKeys()
  const endpoint = `http://push.test/send/${name}`
  expect(await ask(POST, { endpoint, keys })).toBe(200)
  return { endpoint, keys, read, path: `/send/${name}` }
}

const press = () => startBreaking(editor, { articleId, text: 'Bridge closed — „now“', minutes: 30, isAlerting: true })
const sent = async () => {
  const { running, past } = await getBreaking(editor, articleId)
  return (running ?? past[0])?.sent
}
const tried = () => service.received.map((each) => each.path).sort()

describe('Turning alerts on and off in a browser', () => {
  test('keeps one row for each browser, and only while it is on', async () => {
    const { endpoint, keys } = await aBrowser()
    expect(await ask(POST, { endpoint, keys: browserKeys().keys })).toBe(200)
    expect(await database().pushSubscription.findMany()).toMatchObject([{ endpoint }])
    expect(await ask(POST, { endpoint, keys })).toBe(200)
    expect(await database().pushSubscription.findMany()).toMatchObject([{ endpoint, p256dh: keys.p256dh }])
    expect(await ask(DELETE, { endpoint: `${endpoint}x` })).toBe(200)
    expect(await database().pushSubscription.count()).toBe(1)
    expect(await ask(DELETE, { endpoint })).toBe(200)
    expect(await database().pushSubscription.count()).toBe(0)
  })

  test('is refused from other sites, with keys that are none, and too often from one network', async () => {
    const { keys } = browserKeys()
    const endpoint = 'http://push.test/send/a'
    expect(await ask(POST, { endpoint, keys }, { origin: 'https://evil.example' })).toBe(403)
    const wrong = [
      { endpoint, keys: { ...keys, auth: 'short' } },
      { endpoint, keys: { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') } },
      { endpoint, keys: { ...keys, p256dh: 'A'.repeat(87) } },
      { endpoint, keys, more: 1 },
      { endpoint },
      { endpoint: `http://push.test/${'x'.repeat(1_000)}`, keys },
    ]
    for (const body of wrong) expect(await ask(POST, body), JSON.stringify(body).slice(0, 80)).toBe(400)
    expect(await database().pushSubscription.count()).toBe(0)
    const from = { 'x-standfirst-address': '192.0.2.77' }
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask(POST, { endpoint, keys }, from)))
    expect(answers.filter((status) => status === 429)).toHaveLength(5)
  })

  test.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
  ])('takes the service %s', (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(true)
  })

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://user:secret@fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evil.example/fcm.googleapis.com',
    'https://evilpush.apple.com/a',
    'https://push.apple.com.evil.example/a',
    'https://notify.windows.com/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/a',
    'https://push.test/a',
    'https://2130706433/a',
    'https://xn--fcm.googleapis.com/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
    'fcm.googleapis.com',
  ])('asks nobody at %s', async (endpoint) => {
    expect(isPushEndpoint(endpoint)).toBe(false)
    const { keys } = browserKeys()
    expect(await ask(POST, { endpoint, keys })).toBe(400)
    // Even what is in the table by another way.
    expect(
      await sendPush(
        { endpoint, ...keys },
        { title: '', body: '', path: '/', tag: 'a', lang: 'en-GB', dir: 'ltr' },
        60,
      ).then(({ kind }) => kind),
    ).toBe('refused')
    expect(service.received).toEqual([])
  })
})

describe('An alert by push', () => {
  test('reaches the browser encrypted, signed by the paper, and says only what is public', async () => {
    const browser = await aBrowser()
    expect((await getBreaking(editor, articleId)).receivers).toMatchObject({ push: 1 })
    await press()
    await deliverAlerts()
    await deliverAlerts()
    const [received, ...more] = service.received
    expect(more).toEqual([])
    const { id } = await database().breakingAlert.findFirstOrThrow()
    const tag = id.replaceAll('-', '')
    expect(browser.read(received?.body ?? Buffer.alloc(0))).toEqual({
      title: 'Breaking news',
      body: 'Bridge closed — „now“',
      path,
      tag,
      lang: 'en-GB',
      dir: 'ltr',
    })
    const headers = received?.headers ?? {}
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', topic: tag, urgency: 'high' })
    expect(Number(headers.ttl)).toBeGreaterThan(1_700)
    expect(Number(headers.ttl)).toBeLessThanOrEqual(1_800)
    expect(headers.cookie).toBeUndefined()
    const claims = readVapid(headers.authorization ?? '', vapid.publicKey)
    expect(claims).toMatchObject({ aud: 'http://push.test', sub: 'mailto:newsroom@localhost' })
    expect(await sent()).toEqual({ mailed: 0, pushed: 1, failed: 0, waiting: 0 })
  })

  test('comes once to each of many, though several processes send at once', async () => {
    const browsers = await Promise.all(Array.from({ length: 18 }, () => aBrowser()))
    await database().pushSubscription.createMany({
      data: Array.from({ length: 100 }, (_, n) => ({
        id: newId(),
        endpoint: `http://push.test/send/many-${n}`,
        p256dh: browsers[0]?.keys.p256dh ?? '',
        auth: browsers[0]?.keys.auth ?? '',
        createdAt: new Date(),
      })),
    })
    await press()
    await Promise.all([deliverAlerts(), deliverAlerts(), deliverAlerts()])
    expect(tried()).toHaveLength(118)
    expect(new Set(tried()).size).toBe(118)
    expect(await sent()).toEqual({ mailed: 0, pushed: 118, failed: 0, waiting: 0 })
  })

  test('that a killed process had taken is sent a minute later, under the same topic', async () => {
    await aBrowser()
    await press()
    // Taken, and never settled.
    await database().$executeRaw`
      UPDATE "AlertDelivery" SET attempts = 1, "nextTryAt" = clock_timestamp() + interval '1 minute'`
    expect(await pushBatch()).toBe(false)
    await database().$executeRaw`UPDATE "AlertDelivery" SET "nextTryAt" = "nextTryAt" - interval '1 minute'`
    await deliverAlerts()
    expect(service.received).toHaveLength(1)
  })

  test.each([404, 410])('to a browser that is gone (%d) removes it', async (status) => {
    const gone = await aBrowser()
    const there = await aBrowser()
    service.statuses.set(gone.path, status)
    await press()
    await deliverAlerts()
    expect(await database().pushSubscription.findMany()).toMatchObject([{ endpoint: there.endpoint }])
    expect(await sent()).toEqual({ mailed: 0, pushed: 1, failed: 1, waiting: 0 })
  })

  test('is tried again where the service has trouble, and given up in the end; a redirect is not followed', async () => {
    const [busy, refusing, moving] = [await aBrowser(), await aBrowser(), await aBrowser()]
    service.statuses.set(busy.path, 503).set(refusing.path, 403).set(moving.path, 302)
    await press()
    await deliverAlerts()
    expect(await sent()).toEqual({ mailed: 0, pushed: 0, failed: 2, waiting: 1 })
    const soon = () =>
      database().$executeRaw`UPDATE "AlertDelivery" SET "nextTryAt" = clock_timestamp() WHERE "nextTryAt" IS NOT NULL`
    await soon()
    service.statuses.delete(busy.path)
    await deliverAlerts()
    expect(await sent()).toEqual({ mailed: 0, pushed: 1, failed: 2, waiting: 0 })
    service.statuses.set(busy.path, 500)
    await press()
    for (let n = 0; n < 5; n += 1) {
      await deliverAlerts()
      await soon()
    }
    expect(await sent()).toEqual({ mailed: 0, pushed: 0, failed: 3, waiting: 0 })
    expect(await database().pushSubscription.count()).toBe(3)
  })

  test('is not sent once readers do not have the article, nor when its time is over', async () => {
    await aBrowser()
    await press()
    await unpublishArticle(editor, { articleId, reason: 'Wrong.' })
    await deliverAlerts()
    await publishNow(editor, articleId)
    await deliverAlerts()
    await press()
    await database().$executeRaw`UPDATE "BreakingAlert" SET "until" = clock_timestamp()`
    await deliverAlerts()
    expect(service.received).toEqual([])
  })
})
