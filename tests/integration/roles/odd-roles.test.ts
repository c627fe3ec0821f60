import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { ACTIONS } from '@/lib/policy/role-grants'
import { type Action, CHOICES, type Grants } from '@/lib/policy/table'
import { editRole } from '@/lib/roles/edit-role'
import { getRole } from '@/lib/roles/readers'
import { appPages } from '@/tests/support/app-pages'
import { anArticle, publishNow } from '@/tests/support/articles'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { aSection } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'
import { enter, PASSWORD } from '../people/newsroom'
import { aRole, withRole } from './a-role'

// A role may be anything. Whatever it is, nothing breaks; and what another process changes of it is in force here.

let server: ServerProcess
let admin: PersonActor
let person: HttpPerson
let personId: string
let roleId: string
let articleId: string

beforeAll(async () => {
  admin = await enter('ADMINISTRATOR')
  articleId = await anArticle(admin, { sectionId: (await aSection('harbour')).id })
  await publishNow(admin, articleId)
  roleId = (await aRole({ 'newsroom.enter': 'any' })).id
  const holder = await withRole(roleId)
  personId = holder.id
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', MEDIA_DIR: process.env.MEDIA_DIR ?? '' },
  })
  person = await signInOverHttp(server.url, { email: holder.email, password: PASSWORD })
}, 600_000)

afterAll(() => server?.stop())

async function become(grants: Grants): Promise<void> {
  await database().role.update({ where: { id: roleId }, data: { grants } })
}

/** The most that a right can be. */
const most = (action: Action) => CHOICES[action].at(-1) ?? 'no'

const all = Object.fromEntries(ACTIONS.map((action) => [action, most(action)])) as Grants

async function look(path: string) {
  const before = server.output().length
  const response = await person.get(path)
  const html = await response.text()
  return { status: response.status, isBroken: html.includes('data-dgst'), said: server.output().slice(before) }
}

/** Every page of the newsroom, and the right that its door asks for. */
const pages = () =>
  appPages()
    .filter(({ route }) => /^\/(?:desk|admin)/.test(route))
    // One’s own account is nobody’s right.
    .filter(({ file }) => !/ownPageActor\(/.test(readFileSync(file, 'utf8')))
    .map(({ route, file }) => {
      const [, needs] = /pageActor\(\s*'([\w.]+)'/.exec(readFileSync(file, 'utf8')) ?? []
      const path = route
        .replace('[key]', 'home')
        .replace('[number]', '1')
        .replace('/people/[id]', `/people/${personId}`)
        .replace('/roles/[id]', '/roles/EDITOR')
        .replace('[id]', articleId)
      return { path, needs: needs as Action }
    })

describe('Odd roles', () => {
  test('with the right of its door alone, a page is a page, or is not there', async () => {
    expect(pages().length).toBeGreaterThan(30)
    const wrong: object[] = []
    for (const { path, needs } of pages()) {
      expect(needs, path).toBeDefined()
      await become({ 'newsroom.enter': 'any', [needs]: most(needs) })
      const { status, isBroken, said } = await look(path)
      if (isBroken || said !== '' || ![200, 307, 404].includes(status)) wrong.push({ path, status, isBroken, said })
      await become({ 'newsroom.enter': 'any' })
      if (needs !== 'newsroom.enter') expect((await look(path)).status, path).toBe(404)
    }
    expect(wrong).toEqual([])
  }, 300_000)

  test('without one of the rights to see or make, the pages on which most is done are pages, or are not there', async () => {
    const wrong: object[] = []
    // Those that pages look things up by.
    for (const action of ACTIONS.filter((each) => /\.(?:enter|read|list|create|edit|comment)$/.test(each))) {
      await become({ ...all, [action]: 'no' })
      for (const path of ['/desk', `/desk/articles/${articleId}`]) {
        const { status, isBroken, said } = await look(path)
        if (isBroken || said !== '' || ![200, 404].includes(status))
          wrong.push({ path, action, status, isBroken, said })
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  test('who may publish and not edit publishes, and who may enter and nothing else finds a desk that says so', async () => {
    await become({ 'newsroom.enter': 'any', 'article.read': 'any', 'article.publish': 'any' })
    const { version } = (await (await person.get(`/api/documents/${articleId}`)).json()) as { version: number }
    expect((await person.send('POST', `/api/documents/${articleId}/publish`, { version })).status).toBe(200)
    await become({ 'newsroom.enter': 'any' })
    expect(await (await person.get('/desk')).text()).toContain('Your role does not let you read drafts')
    await become({ ...all, 'newsroom.enter': 'no' })
    expect((await person.get('/desk')).status).toBe(404)
    expect((await person.get(`/api/documents/${articleId}`)).status).toBe(403)
  })

  test('a stream of another process ends within a second of the change', async () => {
    await become({ 'newsroom.enter': 'any', 'article.read': 'any' })
    const stream = await person.get(`/api/documents/${articleId}/events?since=0`)
    expect(stream.status).toBe(200)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let told = ''
    const isOver = (async () => {
      for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) told += next.value
      return Date.now()
    })()
    await expect.poll(() => told, { timeout: 5_000 }).toContain('event: state')
    const { grants, name, description, needsSecondFactor, graceDays, version } = await getRole(admin, roleId)
    const form = { id: roleId, name, description, needsSecondFactor, graceDays, version }
    await editRole(admin, { ...form, grants: { ...grants, 'article.read': 'no' } })
    const changedAt = Date.now()
    expect((await isOver) - changedAt).toBeLessThan(1_000)
    expect(told).toContain('event: refused')
    expect((await person.get(`/api/documents/${articleId}/events?since=0`)).status).toBe(403)
  })
})
