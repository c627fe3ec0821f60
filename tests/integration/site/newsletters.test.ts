import { beforeEach, describe, expect, test } from 'vitest'
import { POST as confirmRoute } from '@/app/api/newsletters/confirm/[token]/route'
import { POST as subscribeRoute } from '@/app/api/newsletters/subscribe/route'
import { POST as unsubscribeRoute } from '@/app/api/newsletters/unsubscribe/[token]/route'
import { database } from '@/lib/db/database'
import { NotFound, RateLimited } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { confirmSubscription } from '@/lib/newsletters/confirm-subscription'
import { SignUpForm } from '@/lib/newsletters/sign-up-form'
import { subscribe } from '@/lib/newsletters/subscribe'
import { unsubscribe } from '@/lib/newsletters/unsubscribe'
import { readUnsubscribeToken, unsubscribeToken } from '@/lib/newsletters/unsubscribe-token'

let newsletterId: string
let email: string

beforeEach(async () => {
  newsletterId = newId()
  email = `${newId()}@reader.example`
  await database().newsletter.create({
    data: { id: newsletterId, slug: newsletterId, name: 'The Morning Tide', position: 0 },
  })
})

const ask = (network = newId()) => subscribe({ email, newsletterId, network })
const mails = () => database().mail.findMany({ where: { to: email }, orderBy: { id: 'asc' } })
const subscription = () => database().subscription.findFirstOrThrow({ where: { newsletterId } })

async function mailedToken(): Promise<string> {
  return /\/newsletters\/confirm\/([\w-]+)/.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
}

describe('Signing up', () => {
  test('waits for the button behind the mailed link, and keeps only a hash of it', async () => {
    await ask()
    const token = await mailedToken()
    expect(token).toHaveLength(43)
    expect(await subscription()).toMatchObject({ state: 'PENDING' })
    expect(JSON.stringify(await subscription())).not.toContain(token)
    await confirmSubscription(token)
    expect(await subscription()).toMatchObject({ state: 'CONFIRMED', confirmTokenHash: null })
  })

  test('the link works once, and a newer one replaces it', async () => {
    await ask()
    const first = await mailedToken()
    await ask()
    const second = await mailedToken()
    await expect(confirmSubscription(first)).rejects.toThrow(NotFound)
    await confirmSubscription(second)
    await expect(confirmSubscription(second)).rejects.toThrow(NotFound)
    await expect(confirmSubscription('wrong')).rejects.toThrow(NotFound)
  })

  test('the link ends after seven days', async () => {
    await ask()
    const { confirmExpiresAt } = await subscription()
    expect((confirmExpiresAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(6.9 * 24 * 60 * 60 * 1000)
    await database().subscription.updateMany({
      where: { newsletterId },
      data: { confirmExpiresAt: new Date(Date.now() - 1) },
    })
    await expect(confirmSubscription(await mailedToken())).rejects.toThrow(NotFound)
  })

  test('again, by somebody who has it, sends one mail without a confirmation link and changes nothing', async () => {
    await ask()
    await confirmSubscription(await mailedToken())
    await ask()
    expect(await subscription()).toMatchObject({ state: 'CONFIRMED' })
    expect(await mails()).toHaveLength(2)
    expect(await mailedToken()).toBe('')
  })

  test('at the same moment twice makes one subscription', async () => {
    await Promise.all([ask(), ask(), ask()])
    expect(await database().subscription.count({ where: { newsletterId } })).toBe(1)
    expect(await database().subscriber.count({ where: { email } })).toBe(1)
  })

  test('of one address is limited, and from one network', async () => {
    for (let n = 0; n < 4; n += 1) await ask()
    await expect(ask()).rejects.toThrow(RateLimited)
    const network = newId()
    const others = Array.from({ length: 21 }, (_, n) => subscribe({ email: `${n}.${email}`, newsletterId, network }))
    const refused = (await Promise.allSettled(others)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
  })

  test('takes exactly one plain address', () => {
    const typed = (address: string) => SignUpForm.safeParse({ email: address, newsletter: newsletterId }).success
    expect(SignUpForm.parse({ email: ' Ana@Reader.Example ', newsletter: newsletterId }).email).toBe(
      'ana@reader.example',
    )
    const refused = [
      '',
      'ana',
      'ana@localhost',
      'a@b@c.example',
      'ana＠reader.example',
      'ana@reader。example',
      'a@x.example,b@x.example',
    ]
    const hostile = [
      'ana@reader.example\r\nBcc: b@x.example',
      '"a@evil.example"@x.example',
      'ana@reader.example\u0000',
      '<ana@x.example>',
    ]
    for (const address of [...refused, ...hostile]) expect(typed(address), address).toBe(false)
  })
})

describe('Signing off', () => {
  test('needs the token that we made, and may be done twice', async () => {
    await ask()
    await confirmSubscription(await mailedToken())
    const token = unsubscribeToken((await subscription()).id)
    await unsubscribe(token)
    await unsubscribe(token)
    expect(await subscription()).toMatchObject({ state: 'UNSUBSCRIBED' })
    for (const wrong of ['', 'a', `${newId()}.x`, `${token}x`, `${token}.x`, token.replace(/^./, 'f')]) {
      expect(readUnsubscribeToken(wrong)).toBeNull()
      await expect(unsubscribe(wrong)).rejects.toThrow(NotFound)
    }
  })

  test('before confirming ends the confirmation too', async () => {
    await ask()
    const token = await mailedToken()
    await unsubscribe(unsubscribeToken((await subscription()).id))
    await expect(confirmSubscription(token)).rejects.toThrow(NotFound)
  })
})

describe('The forms', () => {
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = ours) =>
    new Request(`http://localhost:3000${path}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  const ours = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  const from = (token: string) => ({ params: Promise.resolve({ token }) })
  const nowhere = { params: Promise.resolve({}) }

  test('lead back to the page, known address or not, and to no page of somebody else', async () => {
    const fields = { email, newsletter: newsletterId, website: '', from: '/news/ferry' }
    const first = await subscribeRoute(post('/api/newsletters/subscribe', fields), nowhere)
    await confirmSubscription(await mailedToken())
    const second = await subscribeRoute(post('/api/newsletters/subscribe', fields), nowhere)
    for (const answer of [first, second]) {
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/news/ferry#signed-up-${newsletterId}`)
    }
    for (const [n, elsewhere] of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/a\r\nX: y',
    ].entries()) {
      const answer = await subscribeRoute(
        post('/api/newsletters/subscribe', { ...fields, email: `${n}.${email}`, from: elsewhere }),
        nowhere,
      )
      expect(answer.headers.get('location')).toBe(`/newsletters#signed-up-${newsletterId}`)
    }
  })

  test('a program that fills in the hidden field signs nobody up', async () => {
    const fields = { email, newsletter: newsletterId, website: 'https://x.example', from: '' }
    expect((await subscribeRoute(post('/api/newsletters/subscribe', fields), nowhere)).status).toBe(303)
    expect(await mails()).toHaveLength(0)
  })

  test('of another site are refused, except a mail program that unsubscribes', async () => {
    const theirs = { origin: 'https://evil.example', host: 'localhost:3000' }
    const fields = { email, newsletter: newsletterId, website: '', from: '' }
    expect((await subscribeRoute(post('/api/newsletters/subscribe', fields, theirs), nowhere)).status).toBe(403)
    expect((await confirmRoute(post('/api/newsletters/confirm/x', {}, theirs), from('x'))).status).toBe(403)
    await ask()
    const token = unsubscribeToken((await subscription()).id)
    const oneClick = post('/x', { 'List-Unsubscribe': 'One-Click' }, { host: 'localhost:3000' })
    expect((await unsubscribeRoute(oneClick, from(token))).status).toBe(200)
    expect(await subscription()).toMatchObject({ state: 'UNSUBSCRIBED' })
  })

  test('answer a wrong link with a page, and a mail program with 404', async () => {
    const button = await unsubscribeRoute(post('/x', {}), from('wrong'))
    expect(button.headers.get('location')).toBe('/newsletters/link-ended')
    expect((await confirmRoute(post('/x', {}), from('wrong'))).headers.get('location')).toBe('/newsletters/link-ended')
    expect((await unsubscribeRoute(post('/x', { 'List-Unsubscribe': 'One-Click' }), from('wrong'))).status).toBe(404)
  })
})
