import { join } from 'node:path'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import type { PersonActor } from '@/lib/policy/actor'
import { appRoutes } from '@/tests/support/app-routes'
import { anArticle, publishNow } from '@/tests/support/articles'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// What every route of the app says to browsers beside its words: asked as nobody, and every page of the newsroom as an administrator.

const PASSWORD = 'a long one for the headers of every route'

let server: ServerProcess
let administrator: HttpPerson
/** What stands in the place of a parameter, by its name, or by the route where names are not enough. */
let values: Record<string, string>

beforeAll(async () => {
  const actor: PersonActor = await aPerson('ADMINISTRATOR')
  const [section, topic] = [await aSection('harbour'), await aTopic()]
  const id = await anArticle(actor, { sectionId: section.id, topics: [topic.id] })
  const { path } = await publishNow(actor, id)
  const draft = await anArticle(actor)
  const link = await makeOutsiderLink(actor, {
    ...{ articleId: draft, purpose: 'READ' as const, label: 'Ms Quill', hours: 24, version: null },
  })
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', MEDIA_DIR: process.env.MEDIA_DIR ?? '' },
  })
  administrator = await signInOverHttp(server.url, { email: actor.email, password: PASSWORD })
  values = {
    ...Object.fromEntries(
      [
        'id',
        'articleId',
        'linkId',
        'commentId',
        'threadId',
        'eventId',
        'fileId',
        'noticeId',
        'replyId',
        'reportId',
      ].map((name) => [name, id]),
    ),
    ...{
      key: 'home',
      section: section.slug,
      slug: 'no-such-slug',
      token: 'no-such-token',
      paragraph: '1',
      number: '1',
    },
    ...{ file: '1.xml', rendition: 'w320.webp', '...path': 'no/such/page', '...nextauth': 'session' },
    '/[section]/[slug]': path,
    '/topic/[slug]': `/topic/${topic.slug}`,
    '/author/[slug]': `/author/byline-${actor.id}`,
    '/cards/[file]': `/cards/${id}.png`,
    '/preview/[token]': link.path,
  }
}, 300_000)

afterAll(() => server?.stop())

function addressOf(route: string): string {
  return (
    values[route] ??
    route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Nobody has said what to ask for at ${route}.`)
      return value
    })
  )
}

type Seen = { status: number; headers: Headers; html: string; isPage: boolean }

const seen = new Map<string, Promise<Seen>>()

/** Each address is asked for once as nobody, and once as an administrator. */
function look(path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const key = `${headers.Cookie === undefined ? '' : 'signed in '}${path}`
  const asked = seen.get(key) ?? ask(path, headers)
  seen.set(key, asked)
  return asked
}

/** Those that never end are left when they begin. */
async function ask(path: string, headers: Record<string, string>): Promise<Seen> {
  const response = await fetch(server.url + path, { headers, redirect: 'manual' })
  const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '')
  const html = isPage ? await response.text() : ''
  if (!isPage) await response.body?.cancel()
  return { status: response.status, headers: response.headers, html, isPage }
}

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

/** What Google's evaluator finds that is not only a question of what else the site holds. */
function findings(policy: string): string[] {
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity < Severity.MEDIUM_MAYBE)
    .map(({ directive, value = '', description }) => `${directive} ${value}: ${description}`)
}

test('every answer of every route says what it may load, and that nobody may frame it or guess what it is', async () => {
  for (const route of appRoutes()) {
    const { headers, status } = await look(addressOf(route))
    const where = `${status} ${route}`
    expect(status, where).toBeLessThan(500)
    // The newsroom looks at a front within its own page; nobody else does.
    const isFramed = route === '/desk/fronts/[key]/preview'
    expect(policyOf(headers), where).toMatch(/default-src '(?:none|self)'/)
    expect(policyOf(headers), where).toContain(`frame-ancestors '${isFramed ? 'self' : 'none'}'`)
    expect(policyOf(headers), where).toMatch(/base-uri 'none'/)
    expect(findings(policyOf(headers)), where).toEqual([])
    expect(headers.get('x-content-type-options'), where).toBe('nosniff')
    expect(headers.get('x-frame-options'), where).toBe(isFramed ? 'SAMEORIGIN' : 'DENY')
    expect(headers.get('cross-origin-opener-policy'), where).toBe('same-origin')
    expect(headers.get('permissions-policy'), where).toContain('geolocation=()')
    expect(headers.get('referrer-policy') ?? (status === 301 ? 'none to send' : ''), where).toMatch(
      /^(?:no-referrer|same-origin|strict-origin-when-cross-origin|none to send)$/,
    )
  }
  // The control.
  expect(findings("default-src 'self'; script-src 'self' 'unsafe-inline'; base-uri 'none'")).not.toEqual([])
}, 600_000)

/** Words have letters, and letters an encoding; JSON has one that needs no name (RFC 8259). */
const SAYS_WHAT_IT_IS =
  /^(?:(?:text\/[\w.+-]+|[\w.+/-]+(?:\/|\+)xml); ?charset=utf-8(?:;|$)|application\/[\w.+-]*json(?:;|$)|image\/(?!svg)|font\/)/i

test('every answer with a body says what it is, and in which encoding', async () => {
  for (const route of appRoutes()) {
    for (const headers of [{}, administrator.headers()]) {
      const answer = await look(addressOf(route), headers)
      if (answer.headers.get('content-length') === '0' || answer.status === 204 || /^30/.test(String(answer.status)))
        continue
      expect(answer.headers.get('content-type') ?? '', `${answer.status} ${route}`).toMatch(SAYS_WHAT_IT_IS)
    }
  }
}, 600_000)

test('nothing of the newsroom is kept by a browser or by a cache on the way', async () => {
  const closed = appRoutes().filter((each) =>
    /^\/(?:desk|admin|api|login|invite|reset|set-up|preview|calendar)(?:\/|$)/.test(each),
  )
  expect(closed.length).toBeGreaterThan(100)
  for (const route of closed) {
    for (const headers of [{}, administrator.headers()]) {
      const answer = await look(addressOf(route), headers)
      const caching = answer.headers.get('cache-control') ?? ''
      // A program may keep what readers have, and has to ask each time.
      const wanted = /^\/api\/v1\/(?!audit)/.test(route) ? /^private, no-(?:cache|store)$/ : /(?:^|, )no-store$/
      expect(caching, `${answer.status} ${route}`).toMatch(wanted)
    }
  }
}, 600_000)

test('no page for readers runs a script that stands in it, nor makes one of text', async () => {
  for (const route of appRoutes().filter((each) => !/^\/(?:desk|admin|api|login|invite|reset)/.test(each))) {
    const { headers, isPage, status } = await look(addressOf(route))
    if (!isPage || status === 301) continue
    expect(policyOf(headers).replace(/frame-src [^;]+/, ''), route).not.toMatch(/unsafe|nonce|\*|https?:/)
    if (!/^\/(?:preview|newsletters\/(?:confirm|unsubscribe)\/)/.test(route))
      expect(policyOf(headers), route).toMatch(/require-trusted-types-for 'script'; trusted-types standfirst$/)
  }
}, 120_000)

test('every script of a page of the newsroom carries the nonce of its answer, and three policies alone make more', async () => {
  const nonces: string[] = []
  for (const route of appRoutes().filter((each) => /^\/(?:desk|admin|login|invite|reset)/.test(each))) {
    const { headers, html, isPage } = await look(addressOf(route), administrator.headers())
    if (!isPage) continue
    const [, nonce = ''] = /script-src 'self' 'nonce-([\w+/]{22}==)';/.exec(policyOf(headers)) ?? []
    expect(nonce, route).not.toBe('')
    expect(policyOf(headers), route).toMatch(
      /; require-trusted-types-for 'script'; trusted-types default standfirst-paste ProseMirrorClipboard$/,
    )
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(scripts.length, route).toBeGreaterThan(0)
    expect(
      scripts.filter((attributes) => !attributes.includes(' src=') && !attributes.includes(`nonce="${nonce}"`)),
      route,
    ).toEqual([])
    nonces.push(nonce)
  }
  expect(nonces.length).toBeGreaterThan(30)
  expect(new Set(nonces).size).toBe(nonces.length)
}, 300_000)
