import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CreateToken, createToken } from '@/lib/api/create-token'
import { listTokens } from '@/lib/api/list-tokens'
import { revokeToken } from '@/lib/api/revoke-token'
import type { Scope } from '@/lib/api/scopes'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { Forbidden } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument, linked, readMore } from '@/tests/support/documents'
import { signInOverHttp } from '@/tests/support/http-person'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// The public API over real HTTP, as a stranger's program uses it.

const PASSWORD = 'a long one for the public interface'

let server: ServerProcess
let administrator: PersonActor
let editor: PersonActor
let token: string

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
  editor = await aPerson('EDITOR')
  token = await aToken()
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', MEDIA_DIR: process.env.MEDIA_DIR ?? '' },
  })
}, 300_000)

afterAll(() => server?.stop())

async function aToken(scopes: Scope[] = ['published:read'], days: number | null = 90): Promise<string> {
  return (await createToken(administrator, { name: 'Tests', scopes, days })).token
}

const bearer = (value = token) => ({ Authorization: `Bearer ${value}` })

function ask(path: string, headers: Record<string, string> = bearer()): Promise<Response> {
  return fetch(server.url + path, { headers, redirect: 'manual' })
}

async function read<Value = Record<string, unknown>>(path: string, value = token): Promise<Value> {
  const response = await ask(path, bearer(value))
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Value
}

/** Sends headers as they are, twice where they stand twice. */
function rawStatus(path: string, headers: [string, string][], method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, path, method }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    const names = new Set(headers.map(([name]) => name))
    for (const name of names)
      outgoing.setHeader(
        name,
        headers.filter(([each]) => each === name).map(([, value]) => value),
      )
    outgoing.on('error', reject)
    outgoing.end()
  })
}

type Page = {
  articles: { id: string; url: string; headline: string; updatedAt: string | null }[]
  nextCursor: string | null
}

/** All pages, one after the other. */
async function readAll(query: string): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await read<Page>(`/api/v1/articles?${query}${cursor}`)
    ids.push(...page.articles.map(({ id }) => id))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  return ids
}

describe('A token', () => {
  test('is looked for in one header, and whatever is not exactly one that works is refused alike', async () => {
    const path = '/api/v1/articles'
    expect(await rawStatus(path, [['Authorization', `Bearer ${token}`]])).toBe(200)
    expect(await rawStatus(path, [['Authorization', `bearer  ${token}`]])).toBe(200)
    const wrong: [string, string][][] = [
      [],
      [['Authorization', '']],
      [['Authorization', 'Bearer']],
      [['Authorization', 'Bearer ']],
      [['Authorization', 'Bearer %E0%A4%A']],
      [['Authorization', `Bearer ${encodeURIComponent(`${token}%E0%A4%A`)}`]],
      [['Authorization', `Bearer ${token}x`]],
      [['Authorization', `Bearer ${token.toLowerCase()}`]],
      [['Authorization', `Basic ${token}`]],
      [['Authorization', token]],
      [['Authorization', `Bearer ${token}, Bearer ${token}`]],
      [['Authorization', `Bearer ${token} ${token}`]],
      [
        ['Authorization', `Bearer ${token}`],
        ['Authorization', `Bearer ${token}`],
      ],
      [['X-Api-Key', token]],
      [['Cookie', `token=${token}`]],
    ]
    for (const headers of wrong) expect(await rawStatus(path, headers), JSON.stringify(headers)).toBe(401)
    expect((await ask(`${path}?token=${token}`, {})).status).toBe(401)
    expect((await ask(`${path}?access_token=${token}`, {})).status).toBe(401)
    const refused = await ask(path, {})
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(await refused.json()).toEqual({ error: { code: 'NO_TOKEN', message: expect.any(String) } })
  })

  test('opens nothing but the API, and a session opens nothing of the API', async () => {
    for (const path of ['/api/audit', '/api/articles/search?q=a', '/api/notices'])
      expect([401, 403, 404], path).toContain((await ask(path)).status)
    const desk = await ask('/desk')
    expect(`${desk.status} ${desk.headers.get('location')}`).toMatch(/^30[237] .*\/login/)
    expect(await rawStatus('/api/articles/search?q=a', [['Authorization', 'Bearer %E0%A4%A']])).toBe(401)
    await database().person.update({
      where: { id: administrator.id },
      data: { passwordHash: await hashPassword(PASSWORD) },
    })
    const person = await signInOverHttp(server.url, { email: administrator.email, password: PASSWORD })
    expect((await person.get('/admin/tokens')).status).toBe(200)
    for (const path of ['articles', 'events', 'audit']) expect((await person.get(`/api/v1/${path}`)).status).toBe(401)
  })

  test('that was revoked or has ended works no more; whoever made it may leave', async () => {
    const maker = await aPerson('ADMINISTRATOR')
    const { id, token: made } = await createToken(maker, { name: 'Partner', scopes: ['published:read'], days: 30 })
    await database().person.update({ where: { id: maker.id }, data: { status: 'DEACTIVATED' } })
    expect((await ask('/api/v1/articles', bearer(made))).status).toBe(200)
    const listed = (await listTokens(administrator)).find((each) => each.id === id)
    expect(listed).toMatchObject({
      start: made.slice(0, 8),
      maker: maker.name,
      isMakerHere: false,
      state: 'works',
      lastUsedFrom: '127.0.0.0/24',
    })
    expect(listed?.lastUsedAt?.getTime()).toSatisfy((at: number) => at % 60_000 === 0)
    await database().apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect((await ask('/api/v1/articles', bearer(made))).status).toBe(401)
    expect((await listTokens(administrator)).find((each) => each.id === id)?.state).toBe('expired')
    await database().apiToken.update({ where: { id }, data: { expiresAt: null } })
    await Promise.all([revokeToken(administrator, { id }), revokeToken(administrator, { id })])
    expect((await ask('/api/v1/articles', bearer(made))).status).toBe(401)
    expect((await listTokens(administrator)).find((each) => each.id === id)?.state).toBe('revoked')
    const events = await database().auditEvent.findMany({ where: { thing: 'token', thingId: id } })
    expect(events.map(({ action }) => action).sort()).toEqual(['token.create', 'token.revoke'])
    expect(JSON.stringify([events, await database().apiToken.findUnique({ where: { id } })])).not.toContain(
      made.slice(8),
    )
  })

  test('may no more than whoever makes it, and only those make one who may', async () => {
    const wanted = { name: 'Mine', scopes: ['audit:read'] as Scope[], days: 90 }
    const technician: PersonActor = { ...editor, grants: { ...editor.grants, 'token.edit': 'any' } }
    await expect(createToken(technician, wanted)).rejects.toThrow(Forbidden)
    expect((await createToken(technician, { ...wanted, scopes: ['published:read'] })).token).toMatch(/^sf_[\w-]{43}$/)
    for (const stranger of [editor, await aPerson('REPORTER'), await aPerson('LAWYER')]) {
      await expect(createToken(stranger, { ...wanted, scopes: ['published:read'] })).rejects.toThrow(Forbidden)
      await expect(listTokens(stranger)).rejects.toThrow(Forbidden)
      await expect(revokeToken(stranger, { id: stranger.id })).rejects.toThrow(Forbidden)
    }
  })

  test('reads only what its scopes name', async () => {
    const audit = await aToken(['audit:read'])
    const refused = await ask('/api/v1/articles', bearer(audit))
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_scope')
    expect((await refused.json()) as object).toMatchObject({ error: { code: 'FORBIDDEN' } })
    expect((await ask('/api/v1/audit')).status).toBe(403)
    const draft = await anArticle(editor, { document: aDocument('A headline that nobody has zqdraft') })
    const log = await ask('/api/v1/audit?limit=2', bearer(audit))
    expect(log.headers.get('cache-control')).toBe('private, no-store')
    const text = await log.text()
    expect(text).toContain(draft)
    expect(text).not.toContain('zqdraft')
    const { events, nextCursor } = JSON.parse(text) as { events: { id: string }[]; nextCursor: string }
    const next = await read<{ events: { id: string }[] }>(`/api/v1/audit?limit=2&cursor=${nextCursor}`, audit)
    expect(new Set([...events, ...next.events].map(({ id }) => id)).size).toBe(4)
  })

  test('is counted, and says what is left', async () => {
    const busy = await aToken()
    const { id } = await database().apiToken.findFirstOrThrow({ where: { start: busy.slice(0, 8) } })
    const first = await ask('/api/v1/events', bearer(busy))
    expect(first.headers.get('ratelimit-limit')).toBe('600')
    expect(first.headers.get('ratelimit-remaining')).toBe('599')
    await database().$executeRaw`UPDATE "rate_limit" SET points = 600 WHERE key LIKE 'api-token:%' AND points = 1`
    const refused = await ask('/api/v1/events', bearer(busy))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('ratelimit-remaining')).toBe('0')
    expect((await refused.json()) as object).toMatchObject({ error: { code: 'RATE_LIMITED' } })
    await revokeToken(administrator, { id })
    await database().rateLimit.deleteMany({ where: { key: { startsWith: 'api-' } } })
  })
})

describe('Articles', () => {
  test('are those that readers have, newest first, each once over all pages, whatever is published meanwhile', async () => {
    const section = await aSection()
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) ids.unshift(await anArticle(editor, { sectionId: section.id }))
    const draft = await anArticle(editor, { sectionId: section.id })
    for (const id of ids.toReversed()) await publishNow(editor, id)
    expect(await readAll(`section=${section.slug}&limit=2`)).toEqual(ids)
    const { nextCursor } = await read<Page>(`/api/v1/articles?section=${section.slug}&limit=2`)
    await publishNow(editor, draft)
    const rest = await read<Page>(`/api/v1/articles?section=${section.slug}&cursor=${nextCursor}`)
    expect(rest.articles.map(({ id }) => id)).toEqual(ids.slice(2))
    expect(await readAll(`section=${section.slug}`)).toEqual([draft, ...ids])
  })

  test('can be narrowed by section, topic, author and time, and asked for by their changes', async () => {
    const [above, below, topic] = [await aSection(), await aSection(), await aTopic()]
    await database().section.update({ where: { id: below.id }, data: { parentId: above.id } })
    const writer = await aPerson('EDITOR')
    const first = await anArticle(writer, { sectionId: below.id, topics: [topic.id] })
    const second = await anArticle(editor, { sectionId: above.id })
    await publishNow(writer, first)
    const between = new Date()
    await publishNow(editor, second)
    expect(await readAll(`section=${above.slug}`)).toEqual([second, first])
    expect(await readAll(`section=${below.slug}`)).toEqual([first])
    expect(await readAll(`topic=${topic.slug}`)).toEqual([first])
    expect(await readAll(`author=byline-${writer.id}`)).toEqual([first])
    expect(await readAll(`section=${above.slug}&topic=${topic.slug}&author=byline-${editor.id}`)).toEqual([])
    expect(await readAll(`section=${above.slug}&since=${between.toISOString()}`)).toEqual([second])
    expect(await readAll('section=no-such-section')).toEqual([])
    const since = new Date().toISOString()
    expect(await readAll(`section=${above.slug}&updatedSince=${since}`)).toEqual([])
    await retype(writer, first, 1, 'A standfirst that says more.')
    await publishNow(writer, first)
    expect(await readAll(`section=${above.slug}&updatedSince=${since}`)).toEqual([first])
    expect(await readAll(`section=${above.slug}`)).toEqual([second, first])
  })

  test.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=1&limit=2',
    'cursor=nonsense',
    'cursor=cHVibGlzaGVkIHggeQ',
    'since=yesterday',
    'order=desc',
    'filter[headline]=x',
    'section=',
    "topic=';--&state=DRAFT",
  ])('refuse %s', async (query) => {
    const response = await ask(`/api/v1/articles?${query}`)
    expect(response.status).toBe(400)
    expect((await response.json()) as object).toMatchObject({ error: { code: 'INVALID', message: expect.any(String) } })
  })

  test('are whole by their id: words in three forms, and nothing that is not for readers', async () => {
    const [section, topic] = [await aSection(), await aTopic()]
    const other = await anArticle(editor, { sectionId: section.id })
    const hidden = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, other)
    const document = aDocument(
      'Harbour opens',
      'The words of it.',
      readMore(other),
      readMore(hidden),
      linked('elsewhere', { articleId: hidden }),
    )
    const id = await anArticle(editor, { document, sectionId: section.id, topics: [topic.id] })
    expect((await ask(`/api/v1/articles/${id}`)).status).toBe(404)
    const { path } = await publishNow(editor, id)
    const text = await (await ask(`/api/v1/articles/${id}`)).text()
    const article = JSON.parse(text) as Record<string, unknown> & { document: Record<string, unknown> }
    expect(article).toMatchObject({
      id,
      url: `${server.url}${path}`,
      canonicalUrl: `${server.url}${path}`,
      headline: 'Harbour opens',
      edition: 1,
      language: 'en-GB',
      updatedAt: null,
      section: { slug: section.slug },
      topics: [{ slug: topic.slug }],
      bylines: [{ name: editor.name }],
      source: null,
      pictures: [],
    })
    expect(article.document.html).toContain('The words of it.')
    expect(article.document.html).not.toContain('Harbour opens')
    expect(article.document.text).toMatch(/^Harbour opens\n\n[\s\S]*The words of it\./)
    expect(JSON.stringify(article.document.json)).toContain(other)
    expect(text).toContain('elsewhere')
    // Not even the id of what readers do not have.
    expect(text).not.toContain(hidden)
    for (const secret of [editor.id, editor.email, 'createdById', 'version', 'state', 'followsId'])
      expect(text.replaceAll(`byline-${editor.id}`, '')).not.toContain(secret)
    expect((await ask('/api/v1/articles/not-an-id')).status).toBe(400)
    expect((await ask(`/api/v1/articles/${editor.id}`)).status).toBe(404)
    expect((await ask(`/api/v1/articles/${id}?fields=draft`)).status).toBe(400)
    expect((await ask(`/api/v1/articles/${id}?id=${hidden}`)).status).toBe(400)
  })

  test('are not sent again to whoever has them', async () => {
    const section = await aSection()
    const id = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, id)
    const first = await ask(`/api/v1/articles/${id}`)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('vary')?.toLowerCase()).toContain('authorization')
    expect(first.headers.get('access-control-allow-origin')).toBeNull()
    const again = { ...bearer(), 'If-None-Match': `"other", W/${etag}` }
    const known = await ask(`/api/v1/articles/${id}`, again)
    expect([known.status, await known.text()]).toEqual([304, ''])
    await retype(editor, id, 0, 'Another headline')
    await publishNow(editor, id)
    expect((await ask(`/api/v1/articles/${id}`, again)).status).toBe(200)
    // Not without a token, whatever is known.
    expect((await ask(`/api/v1/articles/${id}`, { 'If-None-Match': etag })).status).toBe(401)
    const head = await fetch(`${server.url}/api/v1/articles/${id}`, { method: 'HEAD', headers: bearer() })
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect(await rawStatus('/api/v1/articles', [['Authorization', `Bearer ${token}`]], method)).toBe(405)
  })
})

describe('Withdrawals', () => {
  type Events = { events: Record<string, unknown>[]; cursor: string; hasMore: boolean }

  test('are told in their order with the reason and nothing else, to whoever asks on with the last cursor', async () => {
    const section = await aSection()
    const id = await anArticle(editor, { sectionId: section.id, document: aDocument('A headline zqgone') })
    const other = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, id)
    await publishNow(editor, other)
    let { cursor, hasMore } = await read<Events>('/api/v1/events?limit=1')
    while (hasMore) ({ cursor, hasMore } = await read<Events>(`/api/v1/events?cursor=${cursor}`))
    const [before] = await readAll(`section=${section.slug}`)
    expect(before).toBe(other)
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    await unpublishArticle(editor, { articleId: other, reason: 'For now.' })
    const page = await read<Events>(`/api/v1/events?limit=2&cursor=${cursor}`)
    expect(page.hasMore).toBe(true)
    expect(page.events).toEqual([
      {
        id: expect.any(String),
        event: 'article.unpublished',
        time: expect.any(String),
        articleId: id,
        reason: 'Under review.',
      },
      {
        id: expect.any(String),
        event: 'article.killed',
        time: expect.any(String),
        articleId: id,
        reason: 'It was wrong.',
      },
    ])
    const last = await read<Events>(`/api/v1/events?cursor=${page.cursor}`)
    expect(last.events).toMatchObject([{ articleId: other, reason: 'For now.' }])
    expect(await read<Events>(`/api/v1/events?cursor=${last.cursor}`)).toEqual({
      events: [],
      cursor: last.cursor,
      hasMore: false,
    })
    const gone = await ask(`/api/v1/articles/${id}`)
    expect(gone.status).toBe(410)
    const words = await gone.text()
    expect(JSON.parse(words)).toEqual({ error: { code: 'GONE', message: 'It was wrong.' } })
    expect(words + JSON.stringify(page)).not.toContain('zqgone')
    expect(await readAll(`section=${section.slug}`)).toEqual([])
  })

  test('of many at once are missed by nobody who reads along', async () => {
    const section = await aSection()
    const ids = await Promise.all(Array.from({ length: 8 }, () => anArticle(editor, { sectionId: section.id })))
    for (const id of ids) await publishNow(editor, id)
    let { cursor, hasMore } = await read<Events>('/api/v1/events')
    while (hasMore) ({ cursor, hasMore } = await read<Events>(`/api/v1/events?cursor=${cursor}`))
    const seen = new Set<unknown>()
    let isOver = false
    const reading = (async () => {
      for (;;) {
        const wasOver = isOver
        const page: Events = await read<Events>(`/api/v1/events?cursor=${cursor}`)
        for (const { articleId } of page.events) seen.add(articleId)
        cursor = page.cursor
        if (wasOver && !page.hasMore) return
      }
    })()
    await Promise.all(ids.map((articleId) => unpublishArticle(editor, { articleId, reason: 'All at once.' })))
    isOver = true
    await reading
    expect(seen).toEqual(new Set(ids))
  })
})

test('the description is OpenAPI for anybody, and what is answered is what it says', async () => {
  const response = await ask('/api/v1/openapi.json', {})
  expect(response.status).toBe(200)
  const api = (await response.json()) as {
    openapi: string
    paths: Record<string, { get: { parameters: { name: string; schema: object }[]; responses: object } }>
    components: { schemas: Record<string, { required: string[]; properties: object }> }
  }
  expect(api.openapi).toBe('3.1.0')
  expect(Object.keys(api.paths)).toEqual([
    '/api/v1/articles',
    '/api/v1/articles/{id}',
    '/api/v1/events',
    '/api/v1/audit',
  ])
  const names = api.paths['/api/v1/articles']?.get.parameters.map(({ name }) => name)
  expect(names).toEqual(['section', 'topic', 'author', 'since', 'updatedSince', 'limit', 'cursor'])
  for (const reference of JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(api.components.schemas)).toContain(reference[1])
  const section = await aSection()
  const id = await anArticle(editor, { sectionId: section.id })
  await publishNow(editor, id)
  const article = await read(`/api/v1/articles/${id}`)
  const said = api.components.schemas.GetArticleAnswer
  expect(Object.keys(article).sort()).toEqual(Object.keys(said?.properties ?? {}).sort())
  const elsewhere = await ask('/api/v1/drafts')
  expect(elsewhere.status).toBe(404)
  expect((await elsewhere.json()) as object).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

test('a token is asked for with sense', () => {
  const fine = { name: 'A', scopes: ['published:read'], days: 90 }
  expect(CreateToken.safeParse(fine).success).toBe(true)
  for (const wrong of [
    { name: ' ' },
    { scopes: [] },
    { scopes: ['everything'] },
    { days: 0 },
    { days: 400 },
    { id: 'x' },
  ])
    expect(CreateToken.safeParse({ ...fine, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
})
