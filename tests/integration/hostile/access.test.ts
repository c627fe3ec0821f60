import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '@/lib/api/create-token'
import { SCOPES, type Scope } from '@/lib/api/scopes'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import type { Permission } from '@/lib/http/admit'
import { newId } from '@/lib/ids'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { CHOICES } from '@/lib/policy/table'
import {
  type ActionWay,
  type ApiWay,
  allWays,
  type PageWay,
  type RouteWay,
  type Way,
} from '@/tests/support/access/doors'
import { changedTables, fingerprint } from '@/tests/support/access/fingerprint'
import type { Position } from '@/tests/support/access/input-for'
import { rawGet, variantsOf } from '@/tests/support/access/raw-get'
import {
  type Answer,
  askFor,
  lookAtPage,
  type Pick,
  paramsFor,
  pathFor,
  positionsOf,
  send,
} from '@/tests/support/access/requests'
import { aWorld, type Kind, type World } from '@/tests/support/access/world'
import { signInOverHttp } from '@/tests/support/http-person'
import { aPerson } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// Who may do what, over HTTP, through every route, action and page that there is. Nothing here is a list of them: tests/support/access
// finds them where they are, and makes what each is asked with from the shape that it takes.

const PASSWORD = 'a long one for the table of who may what'

/** Somebody who asks: as the policy knows them, and as their browser would. */
type Asker = { name: string; actor: Actor; headers: Record<string, string> }

let server: ServerProcess
let ways: Way[]
/** Of a reporter on a desk with a lead; and of a reporter on another desk, whose things nobody of the first has a right to. */
let own: World
let foreign: World
/** Signed in, and without a right to anything of anybody: nobody, somebody deactivated, a session that ran out, a cookie of another make. */
let outside: Asker[]
let inside: Asker[]
const tokens = new Map<Scope, string>()
const bearer = (scope: Scope) => ({ Authorization: `Bearer ${tokens.get(scope)}` })

beforeAll(async () => {
  const [reporter, other, lead, editor, administrator, lawyer] = await Promise.all([
    aPerson('REPORTER'),
    aPerson('REPORTER'),
    aPerson('REPORTER'),
    aPerson('EDITOR'),
    aPerson('ADMINISTRATOR'),
    aPerson('LAWYER'),
  ])
  const [gone, late, keyless] = await Promise.all([
    aPerson('ADMINISTRATOR'),
    aPerson('ADMINISTRATOR'),
    aPerson('REPORTER'),
  ])
  own = await aWorld(reporter, editor, 'own')
  foreign = await aWorld(other, editor, 'foreign')
  await database().deskMember.create({ data: { deskId: own.ids.desk, personId: lead.id, isLead: true } })
  await database().deskMember.create({ data: { deskId: own.ids.desk, personId: reporter.id } })
  await database().deskMember.create({ data: { deskId: foreign.ids.desk, personId: other.id } })
  await database().role.create({ data: { id: newId(), name: 'Without rights', createdAt: new Date() } })
  const empty = await database().role.findUniqueOrThrow({ where: { name: 'Without rights' } })
  await database().person.update({ where: { id: keyless.id }, data: { role: empty.id } })
  const deskRole = await database().role.create({
    data: { id: newId(), name: 'Everything on their desks', grants: everythingOnDesks(), createdAt: new Date() },
  })
  const deskEditor = await aPerson('REPORTER')
  await database().deskMember.create({ data: { deskId: own.ids.desk, personId: deskEditor.id } })
  await database().person.update({ where: { id: deskEditor.id }, data: { role: deskRole.id } })
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  const system = { kind: 'system', name: 'tests' } as const
  for (const scope of SCOPES)
    tokens.set(scope, (await createToken(system, { name: scope, scopes: [scope], days: 1 })).token)
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', MEDIA_DIR: process.env.MEDIA_DIR ?? '' },
  })
  const people = { reporter, 'another reporter': other, 'desk lead': lead, editor, administrator, lawyer }
  inside = await Promise.all([
    ...Object.entries(people).map(([name, person]) => asker(name, person)),
    asker('somebody without rights', keyless),
    asker('somebody with every right on their desks', deskEditor),
  ])
  const [deactivated, expired] = await Promise.all([asker('deactivated', gone), asker('expired', late)])
  await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
  await database().session.updateMany({ where: { personId: late.id }, data: { expiresAt: new Date(0) } })
  const nobody = { kind: 'nobody' } as const
  const origin = { Origin: server.url }
  outside = [
    { name: 'nobody', actor: nobody, headers: origin },
    { ...deactivated, actor: nobody },
    { ...expired, actor: nobody },
    {
      name: 'a forged cookie',
      actor: nobody,
      headers: { ...origin, Cookie: 'standfirst-session=eyJhbGciOiJub25lIn0.e30.' },
    },
    { name: 'a bearer of nothing', actor: nobody, headers: { ...origin, Authorization: 'Bearer %E0%A4%A' } },
    ...SCOPES.map((scope) => ({
      name: `a token for ${scope}`,
      actor: nobody,
      headers: { ...origin, ...bearer(scope) },
    })),
  ]
  ways = await allWays()
}, 300_000)

afterAll(() => server?.stop())

async function asker(name: string, person: PersonActor): Promise<Asker> {
  const row = await database().person.findUniqueOrThrow({ where: { id: person.id }, select: actorFields })
  const signedIn = await signInOverHttp(server.url, { email: person.email, password: PASSWORD })
  return { name, actor: actorOf(row), headers: signedIn.headers() }
}

function everythingOnDesks(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CHOICES).flatMap(([action, choices]) =>
      (choices as readonly string[]).includes('desk') || action === 'newsroom.enter' || action === 'article.read'
        ? [[action, (choices as readonly string[]).includes('desk') ? 'desk' : 'any']]
        : [],
    ),
  )
}

const isDoor = (way: Way): way is RouteWay | ActionWay => way.kind === 'route' || way.kind === 'action'
const isPage = (way: Way): way is PageWay => way.kind === 'page'
const guarded = () =>
  ways.filter(isDoor).filter(({ door }) => door.permission !== 'anyone' && door.permission !== 'visitor')
const permissionOf = (way: RouteWay | ActionWay) =>
  way.door.permission as Exclude<typeof way.door.permission, 'anyone' | 'visitor'>

/** What is theirs alone, whoever is signed in may: no role has or lacks it. */
const may = (actor: Actor, permission: Permission) =>
  permission === 'self' ? actor.kind === 'person' : can(actor, permission)

const ofWorld =
  ({ ids }: World): Pick =>
  ({ kind }) =>
    ids[kind]
/** Names that nobody has given to anything. */
const nowhere: Pick = () => newId()

/** Refused by a door: nobody is told to sign in, somebody that they may not, or that there is no such thing. */
const REFUSALS = [401, 403, 404]

test('whoever may not is refused at every door, and nothing changes', async () => {
  const problems: string[] = []
  for (const way of guarded()) {
    const before = await fingerprint()
    const refused = [...outside, ...inside].filter(({ actor }) => !may(actor, permissionOf(way)))
    const ask = askFor(way, ofWorld(own))
    const answers = await Promise.all(refused.map(({ headers }) => send(server.url, way, ask, headers)))
    for (const [index, { status }] of answers.entries()) {
      const who = refused[index]
      const wanted = who?.actor.kind === 'nobody' ? [401] : REFUSALS
      if (!wanted.includes(status)) problems.push(`${way.name} answers ${status} to ${who?.name}`)
    }
    const changed = changedTables(before, await fingerprint())
    if (changed.length > 0) problems.push(`${way.name} changed ${changed.join(', ')} although it refused`)
  }
  expect(problems).toEqual([])
}, 300_000)

test('whoever may comes through every door', async () => {
  const problems: string[] = []
  for (const way of guarded()) {
    const admitted = inside.filter(({ actor }) => may(actor, permissionOf(way)))
    // Of things that do not exist: nobody's work is changed by asking.
    const ask = askFor(way, nowhere)
    const wrong = { ...ask, body: ask.body === undefined ? undefined : [] }
    const answers = await Promise.all(admitted.map(({ headers }) => send(server.url, way, wrong, headers)))
    for (const [index, { status }] of answers.entries())
      if (status === 401 || status === 403 || status >= 500)
        problems.push(`${way.name} answers ${status} to ${admitted[index]?.name}`)
  }
  expect(problems).toEqual([])
}, 300_000)

test('another’s things are refused in every place where a thing is named, and nothing changes', async () => {
  const problems: string[] = []
  for (const way of guarded()) {
    for (const position of positionsOf(way)) {
      const pick: Pick = (each) => (each.path === position.path ? foreign : own).ids[each.kind]
      const askers = inside.filter(({ actor }) => isForeign(way, position, actor))
      if (askers.length === 0) continue
      const before = await fingerprint()
      const ask = askFor(way, pick)
      const answers = await Promise.all(askers.map(({ headers }) => send(server.url, way, ask, headers)))
      for (const [index, { status }] of answers.entries())
        if ((status < 400 && !ANSWERS_EACH.has(way.name)) || status >= 500)
          problems.push(`${way.name} with another’s ${position.path} answers ${status} to ${askers[index]?.name}`)
      const changed = changedTables(before, await fingerprint())
      if (changed.length > 0) problems.push(`${way.name} with another’s ${position.path} changed ${changed.join(', ')}`)
    }
  }
  expect(problems).toEqual([])
}, 300_000)

/** What hangs on an article: named beside another article it is not found, whoever asks. */
const CHILDREN: readonly Kind[] = [
  ...(['thread', 'comment', 'outsiderLink', 'outsiderComment', 'event', 'claimNotice', 'linkNotice'] as const),
  ...(['reply', 'report', 'revision'] as const),
]

/** They go through many articles and say of each what came of it. */
const ANSWERS_EACH = new Set(['POST /api/documents/[id]/inbound'])

/** Whether this asker has no right to what stands in this place. */
function isForeign(way: RouteWay | ActionWay, { kind }: Position, actor: Actor): boolean {
  const permission = permissionOf(way)
  if (permission === 'self') return false
  if (!can(actor, permission) || actor.kind !== 'person' || actor.id === foreign.owner.id) return false
  const kinds = positionsOf(way).map((each) => each.kind)
  const isArticle = kind === 'article' || kind === 'public'
  const parents = kinds.filter((each) => each === 'article' || each === 'public')
  // An article of one with what hangs on another: either is foreign to the other.
  if (CHILDREN.includes(kind) && parents.length > 0) return true
  if (isArticle && kinds.some((each) => CHILDREN.includes(each))) return true
  const grant = actor.grants[permission] ?? 'no'
  return grant !== 'any' && OWNED[kind] === true && isOwnersQuestion(permission)
}

/** Kinds that are somebody's. */
const OWNED: Partial<Record<Kind, true>> = { article: true, public: true, byline: true, source: true, session: true }

const isOwnersQuestion = (permission: keyof typeof CHOICES) =>
  CHOICES[permission].length > 2 || permission.startsWith('source.')

/** Doors with a wider question than what is done behind them in the end: moving an article asks for the right of each move. */
const ASKED_OF: Record<string, string> = {
  '/desk/fronts publish': 'editor',
  '/desk/fronts takeEdition': 'editor',
  '/desk/fronts undoPublication': 'editor',
  '/desk/fronts change': 'editor',
  '/desk/plan pitch': 'editor',
  'POST /api/documents/[id]/move': 'editor',
  'POST /api/documents/[id]/schedule/cancel': 'editor',
  'POST /api/documents/[id]/legal/waive': 'lawyer',
}

test('what is theirs is not refused to those whose it is', async () => {
  const problems: string[] = []
  for (const way of guarded()) {
    const permission = permissionOf(way)
    if (permission === 'self') continue
    const wanted =
      ASKED_OF[way.name] ?? ((CHOICES[permission] as readonly string[]).includes('lead') ? 'desk lead' : 'reporter')
    for (const { name, actor, headers } of inside) {
      if (name !== wanted || !can(actor, permission)) continue
      const { status, text } = await send(server.url, way, askFor(way, ofWorld(own)), headers)
      const isRefused = status === 403 && text.includes('You may not do this.')
      if (status === 401 || isRefused || status >= 500) problems.push(`${way.name} answers ${status} to the ${name}`)
    }
  }
  expect(problems).toEqual([])
}, 300_000)

test('pages of the newsroom are for those who may see them; for others there is no such page', async () => {
  const problems: string[] = []
  for (const way of ways.filter(isPage)) {
    const params = paramsFor(way, ofWorld(foreign))
    const look = ({ headers }: Asker) => lookAtPage(server.url, way, params, headers)
    const wrongFor = (who: Asker, { status, headers }: Answer) => {
      if (who.actor.kind === 'nobody')
        return status !== 307 || !/^\/login\?next=%2F(?:desk|admin)/.test(headers.get('location') ?? '')
      return may(who.actor, way.permission) ? ![200, 307, 404].includes(status) : status !== 404
    }
    // Two of one role see the same pages.
    for (const who of [
      ...outside,
      ...inside.filter(({ name }) => !/reporter|lead/.test(name) || name === 'reporter'),
    ]) {
      const answer = await look(who)
      if (wrongFor(who, answer)) problems.push(`${way.name} answers ${answer.status} to ${who.name}`)
    }
  }
  expect(problems).toEqual([])
}, 300_000)

/** What only the newsroom knows of these two worlds. */
async function secrets(): Promise<string[]> {
  const people = await database().person.findMany({ select: { email: true } })
  const drafts = await database().article.findMany({
    where: { firstPublishedAt: null },
    select: { id: true, headline: true },
  })
  const named = ['Desk own', 'Desk foreign', 'Template own', 'Trial own', 'Party own', 'Is own right?', 'old foreign']
  return [...people.map(({ email }) => email), ...drafts.flatMap(({ id, headline }) => [id, headline]), ...named]
}

test('by no other name, and with no header of the framework, does nobody see a page of the newsroom or what it reads', async () => {
  const canaries = await secrets()
  const seen = (bytes: string, path: string) => canaries.filter((each) => bytes.includes(each) && !path.includes(each))
  const administrator = inside.find(({ name }) => name === 'administrator')
  const problems: string[] = []
  let shown = 0
  const closed = ways.filter(
    (way) => isPage(way) || (way.kind === 'route' && way.method === 'GET' && guarded().includes(way)),
  )
  for (const way of closed) {
    const path = `${pathFor(way, paramsFor(way, ofWorld(own)))}`
    const control = await rawGet(server.url, path, administrator?.headers).catch(() => ({ bytes: '' }))
    if (seen(control.bytes, path).length > 0) shown += 1
    // What stands in the address makes no difference between two routes; what stands in headers may.
    const variants = variantsOf(path).filter(({ headers }) => isPage(way) || headers !== undefined)
    const answers = await Promise.all(variants.map((each) => rawGet(server.url, each.path, each.headers)))
    for (const [index, { status, bytes }] of answers.entries()) {
      const variant = variants[index] ?? { path }
      const where = `${variant.path} ${JSON.stringify(variant.headers ?? {})}`
      if (status >= 500) problems.push(`${where} answers ${status}`)
      const leaked = seen(bytes, variant.path)
      if (leaked.length > 0) problems.push(`${where} shows ${leaked.join(', ')}`)
    }
  }
  expect(problems).toEqual([])
  // The control: whoever may see them finds these words on most of the pages.
  expect(shown).toBeGreaterThan(40)
}, 300_000)

test('what changes something takes no request that a page of another site made, whoever is signed in', async () => {
  const administrator = inside.find(({ name }) => name === 'administrator')
  const { Origin: _, ...cookies } = administrator?.headers ?? {}
  const host = new URL(server.url).host
  const strangers: Record<string, string>[] = [
    {},
    { Origin: 'null' },
    { Origin: 'https://elsewhere.example' },
    { Origin: `http://${host}.elsewhere.example` },
    { Origin: 'http://elsewhere.example', 'X-Forwarded-Host': 'elsewhere.example' },
    { Origin: server.url, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: server.url, 'Sec-Fetch-Site': 'same-site' },
  ]
  const problems: string[] = []
  for (const way of guarded().filter((each) => each.kind === 'action' || each.method !== 'GET')) {
    const before = await fingerprint()
    const ask = askFor(way, ofWorld(own))
    const answers = await Promise.all(strangers.map((each) => send(server.url, way, ask, { ...cookies, ...each })))
    for (const [index, { status }] of answers.entries())
      if (status !== 403) problems.push(`${way.name} answers ${status} to ${JSON.stringify(strangers[index])}`)
    const changed = changedTables(before, await fingerprint())
    if (changed.length > 0) problems.push(`${way.name} changed ${changed.join(', ')}`)
  }
  expect(problems).toEqual([])
}, 300_000)

test('the API is for tokens that may, and for nobody’s session', async () => {
  const doors = ways.filter((way): way is ApiWay => way.kind === 'api')
  expect(doors.length).toBeGreaterThan(4)
  const problems: string[] = []
  for (const way of doors) {
    const path = pathFor(way, { id: own.ids.public, path: 'nothing/here' })
    const ask = async (headers: Record<string, string>) => (await rawGet(server.url, path, headers)).status
    const sessions = await Promise.all([...outside, ...inside].map(({ headers }) => ask(withoutBearer(headers))))
    const wanted = way.scope === 'anyone' ? [200, 404] : [401]
    if (!sessions.every((status) => wanted.includes(status)))
      problems.push(`${way.name} answers ${sessions} to sessions`)
    for (const scope of SCOPES) {
      const status = await ask(bearer(scope))
      const isRight = way.scope === 'anyone' || way.scope === scope ? [200, 404, 410].includes(status) : status === 403
      if (!isRight) problems.push(`${way.name} answers ${status} to a token for ${scope}`)
    }
  }
  expect(problems).toEqual([])
}, 300_000)

function withoutBearer({ Authorization: _, ...headers }: Record<string, string>): Record<string, string> {
  return headers
}
