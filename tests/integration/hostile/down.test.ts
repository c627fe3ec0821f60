import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningPostgres, startPostgres } from '@/scripts/postgres'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// The sample newsroom with a mail server that nobody can reach, and then without its database: readers read on, nobody gets in, and nothing of
// what is wrong is said.

const folder = mkdtempSync(join(tmpdir(), 'standfirst-down-'))
let postgres: RunningPostgres
let server: ServerProcess
let administrator: HttpPerson

beforeAll(async () => {
  postgres = await startPostgres({ folder, isDurable: false })
  await postgres.createDatabase('newsroom')
  const data = join(scratchFolder(), '.data')
  server = await startServer({
    folder: data,
    // Port 9 discards, where anything listens at all.
    env: { DATABASE_URL: postgres.url('newsroom'), SMTP_URL: 'smtp://127.0.0.1:9' },
  })
  const signIns = JSON.parse(readFileSync(join(data, 'sign-ins.json'), 'utf8')) as {
    role: string
    email: string
    password: string
  }[]
  const signIn = signIns.find(({ role }) => role === 'ADMINISTRATOR')
  if (signIn === undefined) throw new Error('The sample newsroom has no administrator.')
  administrator = await signInOverHttp(server.url, signIn)
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(server.url + path, { headers, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}

test('a mail server that is away stops no reader and no sign-up, and tells nobody', async () => {
  const front = await read('/newsletters')
  const [, newsletter = ''] = /name="newsletter" value="([^"]+)"/.exec(front.text) ?? []
  expect(newsletter).not.toBe('')
  const answer = await fetch(`${server.url}/api/newsletters/subscribe`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.url },
    body: new URLSearchParams({ email: 'somebody@reader.example', newsletter }),
  })
  expect(answer.status).toBe(303)
  expect(await answer.text()).not.toMatch(/127\.0\.0\.1|ECONN|smtp/i)
  expect((await read('/')).status).toBe(200)
})

test('without its database readers have what is kept, nobody gets in, and no answer says what is wrong', async () => {
  const front = await read('/')
  const [, article = ''] =
    /<a[^>]+href="(\/(?:politics|world|business|sport|culture|opinion|local)[^"/]*\/[^"]+)"/.exec(front.text) ?? []
  expect(article).not.toBe('')
  const story = await read(article)
  expect(story.status).toBe(200)
  expect((await administrator.get('/desk')).status).toBe(200)

  const port = new URL(postgres.url('newsroom')).port
  await postgres.stop()
  expect(await read('/')).toEqual(front)
  expect(await read(article)).toEqual(story)
  expect((await read('/healthz')).status).toBe(200)
  expect((await read('/readyz')).status).toBe(503)
  const closed = [
    '/desk',
    '/desk/articles',
    '/admin/people',
    '/api/people',
    '/api/audit',
    '/api/v1/articles',
    '/api/notices',
  ]
  for (const path of [...closed, '/search?q=nobody-asked-this']) {
    for (const headers of [administrator.headers(), { Authorization: 'Bearer sf_nothing' }]) {
      const { status, text } = await read(path, headers)
      expect(status === 200 && closed.includes(path), `${path} ${text.slice(0, 200)}`).toBe(false)
      expect(text, path).not.toMatch(/prisma|postgres|ECONNREFUSED|P1001|127\.0\.0\.1:|at \w+ \(|node_modules/i)
    }
  }
  await expect(signInOverHttp(server.url, { email: 'a@b.example', password: 'whatever it is' })).rejects.toThrow()

  postgres = await startPostgres({ folder, isDurable: false, port: Number(port) })
  await expect.poll(async () => (await read('/readyz')).status, { timeout: 20_000 }).toBe(200)
  await expect.poll(async () => (await administrator.get('/desk')).status, { timeout: 20_000 }).toBe(200)
}, 300_000)
