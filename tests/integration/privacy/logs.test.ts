import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { actionId } from '@/tests/support/server-actions'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// What people do over HTTP with names and addresses that stand nowhere else: nothing that the server printed has one of them.

const PASSWORD = 'zqcanary-password of an administrator'
const NETWORK = '203.0.113.77'
const CANARIES = ['zqcanary', NETWORK]

let server: ServerProcess
let administrator: PersonActor
let newsletter: string
let article: string
let edition: string

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR', 'Zqcanary Administrator')
  await database().person.update({
    where: { id: administrator.id },
    data: { email: 'zqcanary.administrator@paper.example', passwordHash: await hashPassword(PASSWORD) },
  })
  const section = await aSection()
  article = await anArticle(administrator, { sectionId: section.id, document: aDocument('Bridge', 'It closes.') })
  await publishNow(administrator, article)
  edition = (await database().publication.findUniqueOrThrow({ where: { articleId: article } })).editionId
  newsletter = newId()
  await database().newsletter.create({ data: { id: newsletter, slug: newsletter, name: 'Daily', position: 0 } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', LOG_LEVEL: 'info', TRUST_PROXY: '1' },
  })
}, 300_000)

afterAll(() => server?.stop())

function headers(): Record<string, string> {
  return { Origin: server.url, 'X-Forwarded-For': NETWORK, 'User-Agent': 'zqcanary-agent' }
}

async function post(path: string, fields: Record<string, string>, more: Record<string, string> = {}): Promise<number> {
  const body = new URLSearchParams(fields)
  return (
    await fetch(server.url + path, { method: 'POST', redirect: 'manual', headers: { ...headers(), ...more }, body })
  ).status
}

async function call(path: string, file: string, name: string, input: object, who?: HttpPerson): Promise<string> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: {
      ...headers(),
      ...who?.headers(),
      'Next-Action': actionId(file, name),
      'Content-Type': 'text/plain;charset=UTF-8',
    },
    body: JSON.stringify([input]),
  })
  return `${answer.status} ${await answer.text()}`
}

async function mailsTo(to: string): Promise<number> {
  return database().mail.count({ where: { to } })
}

test('nothing that the server prints has a name, an address, a password or a network of somebody', async () => {
  const email = 'zqcanary.administrator@paper.example'
  for (const wrong of [email, 'zqcanary.nobody@paper.example', 'zqcanary no address'])
    await expect(signInOverHttp(server.url, { email: wrong, password: 'zqcanary wrong one' })).rejects.toThrow()
  const person = await signInOverHttp(server.url, { email, password: PASSWORD })

  await call('/reset', 'reset/actions.ts', 'askForReset', { email })
  await call('/reset', 'reset/actions.ts', 'askForReset', { email: 'zqcanary.nobody@paper.example' })

  const reader = 'zqcanary.reader@reader.example'
  expect(await post('/api/newsletters/subscribe', { email: reader, newsletter })).toBe(303)
  await post('/api/newsletters/subscribe', { email: 'zqcanary no address', newsletter })
  expect(await mailsTo(reader)).toBe(1)

  const report = { article, edition, paragraph: '1', text: 'zqcanary words of a reader', url: '', mail: reader }
  expect(await post('/api/questions', report)).toBe(303)
  await post('/api/questions', { ...report, text: 'zqcanary', mail: 'zqcanary at reader' })
  expect(await database().readerReport.count({ where: { mail: reader } })).toBe(1)

  const invited = 'zqcanary.invited@paper.example'
  await call(
    ...(['/admin/people', 'people/actions.ts', 'invite'] as const),
    { name: 'Zqcanary Invited', email: invited, role: 'REPORTER' },
    person,
  )
  expect(await mailsTo(invited)).toBe(1)

  await person.get(`/admin/people?words=zqcanary`)
  await fetch(`${server.url}/search?q=zqcanary`, { headers: headers() })
  await fetch(`${server.url}/preview/zqcanary-secret`, { headers: headers() })

  const address = { address: reader }
  expect(await call('/admin/privacy', 'privacy/actions.ts', 'show', address, person)).toContain('Newsletters')
  const file = await fetch(`${server.url}/api/privacy/export`, {
    method: 'POST',
    headers: { ...headers(), ...person.headers() },
    body: new URLSearchParams(address),
  })
  expect([file.status, file.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'attachment'])
  expect([file.headers.get('x-content-type-options'), file.headers.get('cache-control')]).toEqual([
    'nosniff',
    'private, no-store',
  ])
  expect(await file.json()).toMatchObject({ address: reader, newsletters: [{ name: 'Daily' }] })
  expect(await post('/api/privacy/export', address)).toBe(401)
  expect(await post('/api/privacy/export', address, { ...person.headers(), Origin: 'https://evil.example' })).toBe(403)
  await call('/admin/privacy', 'privacy/actions.ts', 'erase', { ...address, confirmation: reader }, person)
  expect(await mailsTo(reader)).toBe(0)

  expect(server.output()).toContain('a sign-in was refused')
  const printed = server.output().toLowerCase()
  expect(CANARIES.filter((canary) => printed.includes(canary))).toEqual([])
})
