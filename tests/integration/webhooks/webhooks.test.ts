import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { tidyUp } from '@/lib/jobs/tidy-up'
import type { PersonActor } from '@/lib/policy/actor'
import { createWebhook } from '@/lib/webhooks/create-webhook'
import { deleteWebhook } from '@/lib/webhooks/delete-webhook'
import { deliverWebhooks, RETRY_SECONDS } from '@/lib/webhooks/deliver-webhooks'
import { editWebhook } from '@/lib/webhooks/edit-webhook'
import { WEBHOOK_KINDS, type WebhookKind } from '@/lib/webhooks/kinds'
import { postMessage } from '@/lib/webhooks/post-message'
import { getWebhook, listDeliveries, listWebhooks } from '@/lib/webhooks/readers'
import { renewSecret } from '@/lib/webhooks/renew-secret'
import { sendAgain } from '@/lib/webhooks/send-again'
import { sendTest } from '@/lib/webhooks/send-test'
import { watchWebhooks } from '@/lib/webhooks/watch-webhooks'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

type Received = { headers: Record<string, string>; body: string; at: number }
type Message = { id: string; event: string; time: string; article?: Record<string, unknown> }

/** What the receiver got, as it came. */
const received: Received[] = []
let answer: { status: number; body?: string; headers?: Record<string, string>; wait?: number } = { status: 200 }
let atOnce = 0
let mostAtOnce = 0
const receiver = await outsideServer(async (request, response) => {
  atOnce += 1
  mostAtOnce = Math.max(mostAtOnce, atOnce)
  let body = ''
  for await (const chunk of request) body += chunk
  received.push({ headers: request.headers as Record<string, string>, body, at: Date.now() })
  const { status, body: words = '', headers = {}, wait = 0 } = answer
  await Promise.race([sleep(wait), new Promise((resolve) => response.once('close', resolve))])
  atOnce -= 1
  response.writeHead(status, headers).end(words)
})
afterAll(receiver.close)

let administrator: PersonActor
let editor: PersonActor
let section: { id: string; slug: string }

beforeEach(async () => {
  await database().webhook.deleteMany()
  administrator = await aPerson('ADMINISTRATOR')
  editor = await aPerson('EDITOR')
  section = await aSection()
  received.length = 0
  mostAtOnce = 0
  answer = { status: 200 }
})

/** Runs the job; whatever address a webhook has, the server of this test answers. */
function run(): Promise<number> {
  const testHosts = new Map([['hook.test', { address: '127.0.0.1', port: receiver.port }]])
  const ways = {
    resolve: async () => [],
    connect: (host: string, port: number) => connect({ host, port }),
    testHosts,
  }
  return deliverWebhooks((_, body, headers) => postMessage('http://hook.test/told', body, headers, ways))
}

async function aWebhook(kinds: readonly WebhookKind[] = WEBHOOK_KINDS): Promise<{ id: string; secret: string }> {
  return createWebhook(administrator, { url: 'https://192.0.43.8/told?key=hidden', kinds: [...kinds] })
}

/** A public article. */
async function published(): Promise<{ id: string; path: string }> {
  const id = await anArticle(editor, { sectionId: section.id })
  const { path } = await publishNow(editor, id)
  return { id, path }
}

/** As if so many seconds had passed for what waits. */
async function later(seconds: number): Promise<void> {
  await database()
    .$executeRaw`UPDATE "WebhookDelivery" SET "nextTryAt" = "nextTryAt" - make_interval(secs => ${seconds})`
}

const messages = (): Message[] => received.map(({ body }) => JSON.parse(body) as Message)
const deliveriesOf = async (id: string) => (await listDeliveries(administrator, id)).deliveries

/** As the specification tells receivers to, by code that knows nothing of ours. */
function isFromUs({ headers, body }: Received, secret: string, nowSeconds = Date.now() / 1000): boolean {
  const [id, timestamp, signatures = ''] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`])
  if (Math.abs(nowSeconds - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return signatures.split(' ').some((each) => each === `v1,${expected}`)
}

describe('A webhook', () => {
  test('is told of a publication, a change, a withdrawal and a kill, signed, with nothing of what was withdrawn', async () => {
    const { id: webhookId, secret } = await aWebhook()
    const { id, path } = await published()
    expect(await run()).toBe(1)
    await retype(editor, id, 0, 'Another headline zqheadline')
    await publishNow(editor, id)
    await run()
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await run()
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    await run()
    const [first, changed, gone, killed] = messages()
    const url = env().SITE_URL + path
    expect(first).toMatchObject({ event: 'article.published', article: { id, url, edition: 1 } })
    expect(Object.keys(first?.article ?? {}).sort()).toEqual(['edition', 'headline', 'id', 'updatedAt', 'url'])
    expect(changed).toMatchObject({
      event: 'article.updated',
      article: { headline: 'Another headline zqheadline', edition: 2 },
    })
    expect(gone).toMatchObject({ event: 'article.unpublished', article: { id, url, reason: 'Under review.' } })
    expect(Object.keys(gone?.article ?? {}).sort()).toEqual(['id', 'reason', 'url'])
    expect(killed).toMatchObject({ event: 'article.killed', article: { id, url, reason: 'It was wrong.' } })
    for (const each of received) {
      expect(isFromUs(each, secret)).toBe(true)
      expect(isFromUs(each, 'whsec_AAAA')).toBe(false)
      expect(isFromUs({ ...each, body: each.body.replace(id, newId()) }, secret)).toBe(false)
      expect(isFromUs(each, secret, Date.now() / 1000 + 301)).toBe(false)
      expect(each.headers['content-type']).toBe('application/json')
      expect(each.headers['webhook-id']).toBe((JSON.parse(each.body) as Message).id)
    }
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
    // Programs that ask find the same events under the same ids.
    const withdrawals = await database().withdrawal.findMany({
      where: { articleId: id },
      orderBy: { number: 'asc' },
    })
    expect(withdrawals.map((row) => row.id)).toEqual([gone?.id, killed?.id])
    expect((await deliveriesOf(webhookId)).map(({ state }) => state)).toEqual(Array(4).fill('DELIVERED'))
  })

  test('is told only of what it asked for, and of nothing while it is off or of before it was made', async () => {
    await published()
    const { id } = await aWebhook(['article.killed'])
    const article = await published()
    expect(await run()).toBe(0)
    await killArticle(editor, { articleId: article.id, reason: 'It was wrong.' })
    expect(await run()).toBe(1)
    const webhook = await getWebhook(administrator, id)
    await editWebhook(administrator, {
      id,
      url: webhook.url,
      kinds: ['article.published'],
      isOn: false,
      version: webhook.version,
    })
    await published()
    expect(await run()).toBe(0)
    await expect(sendTest(administrator, { id })).rejects.toThrow(Conflict)
  })

  test('is told nothing of a publication that did not happen', async () => {
    await aWebhook()
    const id = await anArticle(editor, { sectionId: section.id })
    await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + 3_600_000) } })
    await expect(publishNow(editor, id)).rejects.toThrow()
    expect(await database().webhookDelivery.count()).toBe(0)
  })

  test('hears no headline of what was withdrawn before it could be told, nor that something is gone which is back', async () => {
    const { id: webhookId } = await aWebhook(['article.published', 'article.unpublished'])
    const { id } = await published()
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await run()
    expect(messages().map(({ event }) => event)).toEqual(['article.unpublished'])
    await publishNow(editor, id)
    await unpublishArticle(editor, { articleId: id, reason: 'Again.' })
    await publishNow(editor, id)
    received.length = 0
    await run()
    expect(messages().map(({ event }) => event)).toEqual(['article.published', 'article.published'])
    expect((await deliveriesOf(webhookId)).map(({ state }) => state).sort()).toEqual([
      'DELIVERED',
      'DELIVERED',
      'DELIVERED',
      'DROPPED',
      'DROPPED',
    ])
    const dropped = (await deliveriesOf(webhookId)).find(({ state }) => state === 'DROPPED')
    await expect(sendAgain(administrator, { deliveryId: dropped?.id ?? '' })).rejects.toThrow(Conflict)
  })

  test('that fails is tried again after the time that is said, each time with the same id and a new signature, then no more', async () => {
    const { id, secret } = await aWebhook()
    await published()
    answer = { status: 500, body: `no\u0000t now ${'x'.repeat(5000)}` }
    for (const seconds of RETRY_SECONDS) {
      expect(await run()).toBe(0)
      const before = received.length
      await later(seconds * 0.85)
      await run()
      expect(received.length).toBe(before)
      await later(seconds * 0.3)
    }
    await run()
    expect(received).toHaveLength(RETRY_SECONDS.length + 1)
    await later(10_000_000)
    await run()
    expect(received).toHaveLength(RETRY_SECONDS.length + 1)
    const [delivery] = await deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'FAILED', nextTryAt: null })
    expect(delivery?.attempts).toHaveLength(RETRY_SECONDS.length + 1)
    expect(delivery?.attempts[0]).toMatchObject({ status: 500 })
    expect(delivery?.attempts[0]?.answer).toMatch(/^not now x+$/)
    expect(delivery?.attempts[0]?.answer.length).toBeLessThanOrEqual(2048)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)

    answer = { status: 204 }
    await sendAgain(administrator, { deliveryId: delivery?.id ?? '' })
    expect(await run()).toBe(1)
    const last = received.at(-1) as Received
    expect(last.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
    expect(isFromUs(last, secret)).toBe(true)
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED' }])
    expect((await getWebhook(administrator, id)).failingSince).toBeNull()
  })

  test('that sends us elsewhere has not been told', async () => {
    const { id } = await aWebhook()
    const other = await outsideServer((_, response) => response.end('ok'))
    answer = { status: 302, headers: { Location: `http://127.0.0.1:${other.port}/` } }
    await sendTest(administrator, { id })
    expect(await run()).toBe(0)
    expect(other.connections()).toBe(0)
    expect((await deliveriesOf(id))[0]?.attempts).toMatchObject([{ status: 302 }])
    await other.close()
  })

  test('is told one thing after the other, each once, by however many processes', async () => {
    await aWebhook()
    const other = await createWebhook(administrator, { url: 'https://192.0.43.9/', kinds: ['article.published'] })
    for (let count = 0; count < 5; count += 1) await published()
    answer = { status: 200, wait: 30 }
    const taken = await Promise.all([run(), run(), run()])
    expect(taken.reduce((sum, each) => sum + each)).toBe(10)
    expect(received).toHaveLength(10)
    // Two webhooks, so two at a time.
    expect(mostAtOnce).toBeLessThanOrEqual(2)
    expect((await deliveriesOf(other.id)).every(({ attempts }) => attempts.length === 1)).toBe(true)
  })

  test('whose sender was killed is told by another, and what the dead one would have said is not written down', async () => {
    const { id } = await aWebhook()
    await published()
    let release = (): void => {}
    const stuck = deliverWebhooks(async () => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return { isTaken: false, status: 500, milliseconds: 1, answer: 'too late' }
    })
    while ((await getBusy(id)) === null) await sleep(10)
    // The others leave it alone as long as it could be alive.
    expect(await run()).toBe(0)
    await database().$executeRaw`UPDATE "Webhook" SET "busyUntil" = clock_timestamp() - interval '1 second'`
    expect(await run()).toBe(1)
    release()
    expect(await stuck).toBe(0)
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED', attempts: [{ status: 200 }] }])
    expect((await getWebhook(administrator, id)).failingSince).toBeNull()
  })

  test('is told in the end although the process that told it was killed in the middle', async () => {
    const { id, secret } = await aWebhook()
    await database().webhook.update({ where: { id }, data: { url: 'http://hook.test/told' } })
    await published()
    answer = { status: 200, wait: 60_000 }
    const sending = "import('./lib/webhooks/deliver-webhooks.ts').then((module) => module.deliverWebhooks())"
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', sending], {
      env: { ...process.env, OUTGOING_TEST_HOSTS: `hook.test=127.0.0.1:${receiver.port}` },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (received.length === 0 && child.exitCode === null) await sleep(20)
    child.kill('SIGKILL')
    await ended
    answer = { status: 200 }
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'WAITING', attempts: [] }])
    expect(await run()).toBe(0)
    await database().$executeRaw`UPDATE "Webhook" SET "busyUntil" = "busyUntil" - interval '60 seconds'`
    expect(await run()).toBe(1)
    // It may have come twice. Both are the same message.
    expect(received).toHaveLength(2)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(received.every((each) => isFromUs(each, secret))).toBe(true)
    expect(await deliveriesOf(id)).toMatchObject([{ state: 'DELIVERED', attempts: [{ status: 200 }] }])
  }, 60_000)

  test('that fails for three days is switched off, and whoever made it reads so, once', async () => {
    const { id } = await aWebhook()
    await published()
    answer = { status: 503 }
    await run()
    expect((await getWebhook(administrator, id)).failingSince).not.toBeNull()
    await database().$executeRaw`UPDATE "Webhook" SET "failingSince" = "failingSince" - interval '73 hours'`
    await later(20)
    await run()
    expect(await getWebhook(administrator, id)).toMatchObject({
      isOn: false,
      offReason: expect.stringMatching(/3 days/),
    })
    const mails = await database().mail.findMany({ where: { to: administrator.email } })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain(`/admin/tokens/webhooks/${id}`)
    expect(mails[0]?.text).not.toContain('hidden')
    await later(1000)
    expect(await run()).toBe(0)
    const before = await getWebhook(administrator, id)
    await editWebhook(administrator, {
      id,
      url: before.url,
      kinds: [...WEBHOOK_KINDS],
      isOn: true,
      version: before.version,
    })
    answer = { status: 200 }
    // What waited goes out after all.
    expect(await run()).toBe(1)
    expect(await getWebhook(administrator, id)).toMatchObject({ isOn: true, offReason: '', failingSince: null })
  })

  test('signs with both secrets for a day after it got another', async () => {
    const { id, secret } = await aWebhook()
    const { secret: second } = await renewSecret(administrator, { id })
    expect(second).toMatch(/^whsec_[\w+/]{43}=$/)
    await sendTest(administrator, { id })
    await run()
    const [both] = received as [Received]
    expect([isFromUs(both, secret), isFromUs(both, second)]).toEqual([true, true])
    await database().webhook.update({ where: { id }, data: { formerUntil: new Date(Date.now() - 1000) } })
    await sendTest(administrator, { id })
    await run()
    const last = received.at(-1) as Received
    expect([isFromUs(last, secret), isFromUs(last, second)]).toEqual([false, true])
    await tidyUp()
    expect(await database().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({ formerSecret: null })
  })

  test('keeps no secret that a reader of the database could use', async () => {
    const { id, secret } = await aWebhook()
    const row = await database().webhook.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toContain(secret.slice(6, 30))
    // Sealed for this row alone.
    const other = await aWebhook()
    await database().webhook.update({ where: { id: other.id }, data: { secret: row.secret } })
    await sendTest(administrator, { id: other.id })
    expect(await run()).toBe(0)
    expect((await deliveriesOf(other.id))[0]?.attempts[0]).toMatchObject({ status: null })
    const events = await database().auditEvent.findMany({ where: { thing: 'webhook' } })
    expect(JSON.stringify(events)).not.toContain('hidden')
  })

  test.each([
    'http://192.0.43.8/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://0x7f.1/',
    'https://u:p@192.0.43.8/',
    'https://192.0.43.8:8443/',
    'ftp://192.0.43.8/',
    'https://no-such-host.invalid/',
    'hook.example',
  ])('does not lead to %s', async (url) => {
    await expect(createWebhook(administrator, { url, kinds: ['article.killed'] })).rejects.toThrow(Invalid)
  })

  test('is the business of whoever may, and of nobody else', async () => {
    const { id } = await aWebhook()
    await sendTest(administrator, { id })
    const [delivery] = await deliveriesOf(id)
    const wanted = { url: 'https://192.0.43.8/', kinds: ['article.killed' as const] }
    for (const stranger of [editor, await aPerson('REPORTER'), await aPerson('LAWYER')])
      for (const refused of [
        createWebhook(stranger, wanted),
        editWebhook(stranger, { ...wanted, id, isOn: true, version: 0 }),
        deleteWebhook(stranger, { id }),
        renewSecret(stranger, { id }),
        sendTest(stranger, { id }),
        sendAgain(stranger, { deliveryId: delivery?.id ?? '' }),
        listWebhooks(stranger),
        getWebhook(stranger, id),
        listDeliveries(stranger, id),
      ])
        await expect(refused).rejects.toThrow(Forbidden)
    await expect(editWebhook(administrator, { ...wanted, id, isOn: true, version: 7 })).rejects.toThrow(Conflict)
    await deleteWebhook(administrator, { id })
    await expect(deleteWebhook(administrator, { id })).rejects.toThrow(NotFound)
    await expect(sendAgain(administrator, { deliveryId: delivery?.id ?? '' })).rejects.toThrow(NotFound)
    const actions = await database().auditEvent.findMany({ where: { thingId: id }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action }) => action)).toEqual(['webhook.create', 'webhook.test', 'webhook.delete'])
  })

  test('forgets what was sent a month ago', async () => {
    const { id } = await aWebhook()
    await sendTest(administrator, { id })
    await run()
    await sendTest(administrator, { id })
    const [, old] = await deliveriesOf(id)
    await database().webhookDelivery.update({
      where: { id: old?.id ?? '' },
      data: { createdAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    await tidyUp()
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(await database().webhookAttempt.count({ where: { deliveryId: old?.id ?? '' } })).toBe(0)
  })
})

async function getBusy(id: string): Promise<Date | null> {
  return (await database().webhook.findUniqueOrThrow({ where: { id } })).busyUntil
}

test('a process that watches hears of a message at its commit', async () => {
  const { id } = await aWebhook()
  await database().webhook.update({ where: { id }, data: { url: 'https://nobody.test/' } })
  const watching = watchWebhooks()
  try {
    await sleep(500)
    await sendTest(administrator, { id })
    const since = Date.now()
    // Nobody has that name: that it was tried is what counts.
    while ((await getBusy(id)) === null && (await deliveriesOf(id))[0]?.attempts.length === 0) await sleep(20)
    expect(Date.now() - since).toBeLessThan(3000)
  } finally {
    await database().webhook.deleteMany()
    await watching.stop()
  }
}, 30_000)
