import { existsSync, readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import sharp from 'sharp'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { appRoutes } from '@/tests/support/app-routes'
import { anArticleOn, publishOn, read, send } from '@/tests/support/articles-in-browser'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { crawl } from '@/tests/support/crawl'
import { linked, readMore, related } from '@/tests/support/documents'
import { SERVER_LOG } from '@/tests/support/e2e-server'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'
import { signIn } from '@/tests/support/sign-in'

// One canary for each state that readers do not have, in every field that a person can type, against every address of the app. What is only
// suggested in a published article: leak.spec.ts.

const url = process.env.E2E_URL ?? ''
const FAR = { local: '2099-06-01T06:00', zone: 'Europe/London' }

/** A word that stands nowhere else. All canaries of a test begin alike, so that one search finds any of them. */
const newMark = () => `zq${crypto.randomUUID().slice(0, 8)}`

async function overHttp(role: string): Promise<HttpPerson> {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  return signInOverHttp(url, found)
}

async function taken(answer: Response, status = 200): Promise<Response> {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return answer
}

// ---------------------------------------------------------------- placing

/** Text in every kind of block that has some, under a headline and a standfirst of its own. */
function wordsOf(word: (field: string) => string, mediaId: string) {
  const { nodes: n } = schema
  const text = (field: string) => schema.text(word(field))
  return [
    n.paragraph.create(null, text('paragraph')),
    n.crosshead.create(null, text('crosshead')),
    n.quotation.create({ speaker: word('speaker'), role: word('role') }, [n.paragraph.create(null, text('quotation'))]),
    n.pullQuote.create({ speaker: word('pullspeaker'), role: '' }, text('pullquote')),
    n.image.create({ mediaId, alt: word('alt'), caption: word('caption'), credit: word('credit') }),
    n.keyPoints.create({ heading: word('keyheading') }, [n.keyPoint.create(null, text('keypoint'))]),
    n.factBox.create({ heading: word('factheading') }, [n.paragraph.create(null, text('fact'))]),
    n.paragraph.create(null, [schema.text('Noted'), n.footnote.create(null, text('footnote'))]),
  ]
}

type Placed = { id: string; slug: string; state: string }

/** Places articles as the editor who is signed in on the page. */
class Placing {
  readonly placed: Placed[] = []
  readonly page: Page
  readonly mark: string
  readonly mediaId: string
  private readonly sectionId: string
  private shelves = { topicId: '', bylineId: '' }

  private constructor(page: Page, mark: string, mediaId: string, sectionId: string) {
    this.page = page
    this.mark = mark
    this.mediaId = mediaId
    this.sectionId = sectionId
  }

  static async begin(page: Page, mark: string): Promise<Placing> {
    await signIn(page, 'EDITOR')
    const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a6' } })
      .jpeg()
      .toBuffer()
    const upload = await page.request.post('/api/media', {
      headers: { Origin: new URL(page.url()).origin },
      multipart: { file: { name: `${mark}filename.jpg`, mimeType: 'image/jpeg', buffer } },
    })
    expect(upload.ok(), await upload.text()).toBe(true)
    const media = (await upload.json()) as { id: string }
    const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
    return new Placing(page, mark, media.id, sections[0]?.id ?? '')
  }

  /** Draws up a topic and a name that no article had before. A slug has hyphens where they have spaces. */
  async openShelves(name: string): Promise<void> {
    const { page, mark } = this
    const topic = await send(page, 'POST', '/api/topics', { name: `${mark}topic ${mark}${name}` })
    const byline = await send(page, 'POST', '/api/bylines', { name: `${mark}byline ${mark}${name}` })
    this.shelves = { topicId: (topic as { id: string }).id, bylineId: (byline as { id: string }).id }
  }

  /** A draft with a canary in every field that may be filled in without stopping a publication. */
  async draft(state: string): Promise<string> {
    const word = (field: string) => `${this.mark}${state}${field}`
    const id = await anArticleOn(this.page, word('headline'), ...wordsOf(word, this.mediaId))
    await this.retypeStandfirst(id, word('standfirst'))
    await this.fields(id, {
      slug: word('slug'),
      sectionId: this.sectionId,
      kicker: word('kicker'),
      trailText: word('trail'),
      dateline: word('dateline'),
      shortHeadline: word('short'),
      searchHeadline: word('search'),
      socialHeadline: word('social'),
      mailHeadline: word('mail'),
      mainImage: {
        mediaId: this.mediaId,
        alt: word('mainalt'),
        caption: word('maincaption'),
        credit: word('maincredit'),
      },
      topics: [this.shelves.topicId],
      bylines: [{ bylineId: this.shelves.bylineId, role: word('bylinerole') }],
    })
    this.placed.push({ id, slug: word('slug'), state })
    return id
  }

  async fields(id: string, values: Record<string, unknown>): Promise<void> {
    const { fieldVersions } = await read(this.page, id)
    for (const [field, value] of Object.entries(values))
      await send(this.page, 'PUT', `/api/documents/${id}/fields`, {
        field,
        value,
        baseVersion: fieldVersions[field] ?? 0,
      })
  }

  private async retypeStandfirst(id: string, words: string): Promise<void> {
    await this.steps(id, (transform) => {
      const from = transform.doc.child(0).nodeSize + 1
      transform.replaceWith(from, from + transform.doc.child(1).content.size, schema.text(words))
    })
  }

  async steps(id: string, change: (transform: Transform) => void): Promise<void> {
    const { version, document } = await read(this.page, id)
    const transform = new Transform(parseDocument(document))
    change(transform)
    const steps = transform.steps.map((step) => step.toJSON())
    await this.post(id, 'steps', { version, clientId: crypto.randomUUID(), steps })
  }

  async post(id: string, path: string, body: unknown): Promise<unknown> {
    return send(this.page, 'POST', `/api/documents/${id}/${path}`, body)
  }

  async version(id: string): Promise<number> {
    return (await read(this.page, id)).version
  }

  async line(state: string): Promise<void> {
    const { page } = this
    const word = (field: string) => `${this.mark}${state}${field}`
    await page.goto('/desk/plan')
    await page.getByRole('button', { name: 'Pitch a line' }).click()
    const form = page.getByRole('dialog', { name: 'Pitch a line' })
    await form.getByLabel('Slugline').fill(word('slugline'))
    await form.getByLabel('Note').fill(word('note'))
    await form.getByLabel('Pictures wanted').fill(word('pictures'))
    await form.getByRole('button', { name: 'Put it on the plan' }).click()
    await expect(form).toBeHidden()
    const href = await page
      .getByRole('link', { name: word('slugline'), exact: true })
      .first()
      .getAttribute('href')
    this.placed.push({ id: href?.match(/[0-9a-f-]{36}/)?.[0] ?? '', slug: word('slug'), state })
  }
}

/** An article in every state that readers do not have, and what the newsroom says about articles. */
async function placeAll(page: Page, mark: string): Promise<{ placing: Placing; secret: string; openPath: string }> {
  const placing = await Placing.begin(page, mark)
  await placing.openShelves('secret')
  const move = (id: string, name: string) => placing.post(id, 'move', { move: name, note: `${mark}note${name}` })

  const draft = await placing.draft('draft')
  await placing.fields(draft, {
    sourceName: `${mark}source`,
    sourceUrl: `https://example.org/${mark}sourceurl`,
    origin: 'WIRE',
    licence: `${mark}licence`,
    whatWeAdded: `${mark}added`,
    importedText: `${mark}imported`,
  })
  await placing.post(draft, 'comments', {
    threadId: crypto.randomUUID(),
    quote: `${mark}quote`,
    text: `${mark}comment`,
  })
  await move(await placing.draft('filed'), 'file')
  const subbing = await placing.draft('subbing')
  await move(subbing, 'file')
  await move(subbing, 'sub')
  await placing.post(subbing, 'hold', {})
  const approved = await placing.draft('approved')
  await move(approved, 'file')
  await placing.post(approved, 'move', { move: 'approve', version: await placing.version(approved) })
  const scheduled = await placing.draft('scheduled')
  await placing.post(scheduled, 'schedule', { version: await placing.version(scheduled), time: FAR })
  await move(await placing.draft('spiked'), 'spike')
  await move(await placing.draft('onhold'), 'pause')
  await placing.line('pitched')
  await placing.line('commissioned')
  await move(placing.placed.at(-1)?.id ?? '', 'commission')

  const legal = await placing.draft('legal')
  await placing.post(legal, 'legal/ask', { question: `${mark}question` })
  const lawyer = await overHttp('LAWYER')
  const { hash } = (await (await lawyer.get(`/api/documents/${legal}/legal`)).json()) as { hash: string }
  await taken(
    await lawyer.send('POST', `/api/documents/${legal}/legal/sign`, {
      verdict: 'CONDITIONS',
      words: `${mark}conditions`,
      hash,
    }),
  )

  const embargoed = await placing.draft('embargoed')
  await placing.post(embargoed, 'embargo', { time: FAR })
  const link = { purpose: 'COMMENT', label: `${mark}label`, hours: 1 }
  const { path: secret } = (await placing.post(embargoed, 'outsiders', link)) as { path: string }
  const form = { form: 'comment', once: crypto.randomUUID(), version: '0', name: `${mark}name`, words: `${mark}words` }
  const commented = await fetch(url + secret, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams(form),
  })
  await taken(commented, 303)
  // Nobody gets past the embargo, and what tries says nothing to readers.
  const administrator = await overHttp('ADMINISTRATOR')
  const version = await placing.version(embargoed)
  const early = { local: '2098-06-01T06:00', zone: 'Europe/London' }
  for (const [door, body] of [
    ['publish', { version, overrideReason: `${mark} because I say so` }],
    ['schedule', { version, time: early }],
    ['template', { name: `${mark}template`, description: '', fields: [], requiredFields: [] }],
  ] as const)
    expect((await administrator.send('POST', `/api/documents/${embargoed}/${door}`, body)).ok, door).toBe(false)

  await placing.openShelves('gone')
  for (const state of ['unpublished', 'killed'] as const) {
    const id = await placing.draft(state)
    await publishOn(page, id)
    await placing.post(id, state === 'killed' ? 'kill' : 'unpublish', { reason: 'Under review.' })
  }
  // Published without a canary; what was typed since waits.
  const live = await anArticleOn(page, `Live ${crypto.randomUUID()}`, 'What readers have.')
  await publishOn(page, live)
  await placing.steps(live, (transform) => {
    transform.insert(transform.doc.content.size, schema.nodes.paragraph.create(null, schema.text(`${mark}laterwords`)))
    transform.insert(transform.doc.child(0).nodeSize - 1, schema.text(` ${mark}laterheadline`))
  })
  await placing.fields(live, { kicker: `${mark}laterkicker`, slug: `${mark}laterslug`, trailText: `${mark}latertrail` })
  placing.placed.push({ id: live, slug: `${mark}laterslug`, state: 'live' })
  return { placing, secret, openPath: await placeOpen(placing) }
}

/** Public, and pointing at all of them; with a mark of the newsroom's in it, for which it needs a reason. */
async function placeOpen(placing: Placing): Promise<string> {
  const { page, mark } = placing
  const ids = placing.placed.map(({ id }) => id)
  const { paragraph } = schema.nodes
  const open = await anArticleOn(
    page,
    `Open ${crypto.randomUUID()}`,
    ...ids.map((articleId) => readMore(articleId)),
    ...ids.map((articleId) => linked('the report', { articleId })),
    related(...ids.slice(0, 8)),
    paragraph.create(null, schema.text('to do', [schema.marks.toDo.create({ note: `${mark}todo` })])),
  )
  const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
  await placing.fields(open, { sectionId: sections[0]?.id, followsId: ids[0] })
  const { path } = (await placing.post(open, 'publish', {
    version: await placing.version(open),
    overrideReason: `${mark}override because it cannot wait`,
  })) as { path: string }
  expect(await (await fetch(url + path)).text()).toContain('the report')
  return path
}

// ---------------------------------------------------------------- looking

/** Everything that outsiders may ask for, by the route that answers it. A route that is not here fails the test. */
function publicAddresses({
  placing,
  secret,
  openPath,
}: Awaited<ReturnType<typeof placeAll>>): Record<string, string[]> {
  const { mark, mediaId, placed } = placing
  const sections = ['news', 'politics', `${mark}section`]
  const slugs = placed.map(({ slug }) => slug)
  const topics = ['calvara', `${mark}topic-${mark}secret`]
  const authors = ['nadia-verhoeve', `${mark}byline-${mark}secret`]
  const wrong = [secret.slice('/preview/'.length, -1), mark, placed[0]?.id ?? '']
  const feeds = (folders: readonly string[], file: string) => folders.map((folder) => `${folder}/${file}`)
  const lists = {
    '/[section]': sections.map((slug) => `/${slug}`),
    '/topic/[slug]': topics.map((slug) => `/topic/${slug}`),
    '/author/[slug]': authors.map((slug) => `/author/${slug}`),
  }
  const ofLists = Object.entries(lists).flatMap(([route, paths]) => [
    [route, [...paths, ...paths.map((path) => `${path}?page=2`)]],
    ...['feed.xml', 'atom.xml', 'feed.json'].map((file) => [`${route}/${file}`, feeds(paths, file)]),
  ])
  const words = ['headline', 'paragraph', 'alt', 'slug'].map((field) => `${mark}draft${field}`)
  return {
    ...Object.fromEntries(ofLists),
    '/': ['/', '/?page=2'],
    '/feed.xml': ['/feed.xml'],
    '/atom.xml': ['/atom.xml'],
    '/feed.json': ['/feed.json'],
    '/[section]/[slug]': [openPath, ...slugs.map((slug) => `/news/${slug}`), `/politics/${slugs[0]}`],
    '/[...path]': ['/no/such/page', `${openPath}/history`, `/news/${slugs[0]}/history`, '/-'],
    '/series/[slug]': [`/series/${mark}series`, '/series/no-such-series'],
    '/search': [
      '/search',
      ...[mark, ...words, `"${mark}"`].map((q) => `/search?q=${encodeURIComponent(q)}`),
      `/search?q=${mark}draftheadline&page=2`,
      '/search?q=report',
    ],
    '/sitemap.xml': ['/sitemap.xml'],
    '/sitemaps/[file]': ['/sitemaps/1.xml', '/sitemaps/2.xml', '/sitemaps/no.xml'],
    '/robots.txt': ['/robots.txt'],
    '/favicon.svg': ['/favicon.svg'],
    '/newsletters': ['/newsletters'],
    '/newsletters/confirm/[token]': [`/newsletters/confirm/${mark}`],
    '/newsletters/unsubscribe/[token]': [`/newsletters/unsubscribe/${mark}`],
    ...Object.fromEntries(
      ['confirmed', 'link-ended', 'not-an-address', 'stopped', 'too-many'].map((page) => [
        `/newsletters/${page}`,
        [`/newsletters/${page}`],
      ]),
    ),
    '/preview/[token]': wrong.map((token) => `/preview/${token}`),
    '/preview/[token]/media/[id]/[rendition]': wrong.map((token) => `/preview/${token}/media/${mediaId}/w320.webp`),
    '/media/[id]/[rendition]': [`/media/${mediaId}/w320.webp`, `/media/${placed[0]?.id}/w320.webp`],
    '/calendar/[token]': wrong.map((token) => `/calendar/${token}`),
    '/login': ['/login', `/login?callbackUrl=/desk/articles/${placed[0]?.id}`],
    '/invite/[token]': [`/invite/${mark}`],
    '/reset': ['/reset'],
    '/reset/[token]': [`/reset/${mark}`],
    '/healthz': ['/healthz'],
    '/readyz': ['/readyz'],
  }
}

/** Addresses that people and programs try and that nothing answers. */
function unanswered({ placing: { placed, mark } }: Awaited<ReturnType<typeof placeAll>>): string[] {
  const address = encodeURIComponent(`${url}/news/${placed[0]?.slug}`)
  return [
    '/corrections',
    '/corrections/feed.xml',
    '/news-sitemap.xml',
    '/.well-known/security.txt',
    `/oembed?url=${address}`,
    '/metrics',
    '/api/v1/articles',
    '/api/v1/openapi.json',
    '/%zz',
    '/news//double',
    `/NEWS/${mark.toUpperCase()}`,
    '/news/%2e%2e/desk',
    '/llms.txt',
  ]
}

/** What only the newsroom may ask for, as the ids of an article and strangers' guesses make it. An unknown parameter has to be thought of. */
function privateAddresses({ id }: Placed): string[] {
  const values: Record<string, string> = {
    id,
    linkId: id,
    commentId: id,
    threadId: id,
    number: '1',
    token: id,
    '...nextauth': 'session',
  }
  return appRoutes()
    .filter(isPrivate)
    .map((route) =>
      route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
        const value = values[name]
        if (value === undefined) throw new Error(`Nobody has said what to ask for at ${route}.`)
        return value
      }),
    )
}

const isPrivate = (route: string) => /^\/(?:desk|admin|api)(?:\/|$)/.test(route)

/** What clients send to get something else than readers get. */
const HEADERS: Record<string, string>[] = [
  {},
  { 'If-None-Match': '*' },
  { Range: 'bytes=0-4096' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { Accept: 'application/json' },
  { Accept: 'text/x-component', 'Accept-Encoding': 'gzip' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-rewrite': '/desk', 'x-middleware-prefetch': '1', 'x-nextjs-data': '1' },
  { 'X-Forwarded-Host': 'localhost', 'X-Original-URL': '/desk', Cookie: 'next-auth.session-token=guess' },
]

type Seen = { status: number; bytes: string }

/** Sends the path as it is written, which fetch would tidy up, and keeps everything that comes back. */
function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes: `${Buffer.concat(chunks).toString('utf8')}\n${response.rawHeaders.join('\n')}`,
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Canaries in an answer, in any case. */
function canariesIn(bytes: string, mark: string): string[] {
  return bytes.match(new RegExp(`${mark}[a-z]*`, 'gi')) ?? []
}

/**
 * Canaries that an answer has and that the question did not bring. A question with canaries in it is asked again with words that were never
 * typed anywhere: an answer may repeat the question, and just as often as that one does.
 */
async function leaks(method: string, path: string, mark: string, headers: Record<string, string>): Promise<string[]> {
  const { bytes } = await ask(method, path, headers)
  const found = canariesIn(bytes, mark)
  const asked = new Set(canariesIn(decodeLoosely(path), mark).map((word) => word.toLowerCase()))
  if (asked.size === 0) return found
  const strange = found.filter((word) => !asked.has(word.toLowerCase()))
  const never = newMark()
  const other = await ask(
    method,
    path.replaceAll(mark, never).replaceAll(mark.toUpperCase(), never.toUpperCase()),
    headers,
  )
  const repeats = canariesIn(other.bytes, never).length
  return strange.length > 0 || found.length === repeats
    ? strange
    : [`${found.length} times instead of ${repeats}: ${found[0] ?? 'nothing'}`]
}

function decodeLoosely(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The same for what may name its own address: of what is withdrawn, feeds say that they are about it. */
async function withoutQuestion(path: string, mark: string): Promise<string[]> {
  const asked = path.split(/[/?=]/).filter((part) => part.includes(mark))
  const { bytes } = await ask('GET', path)
  return canariesIn(
    asked.reduce((rest, part) => rest.replaceAll(part, ''), bytes),
    mark,
  )
}

/** Asks a few at a time: the server has other tests to answer. */
async function askAll(questions: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...questions]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next()
    }),
  )
}

/** What the newsroom wrote to people who are not of it. */
async function lettersOutside(reader: string): Promise<string[]> {
  const administrator = await overHttp('ADMINISTRATOR')
  const list = await (await taken(await administrator.get('/admin/mail'))).text()
  const ids = [...new Set([...list.matchAll(/\/admin\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id))]
  const letters = await Promise.all(ids.map(async (id) => (await administrator.get(`/admin/mail/${id}`)).text()))
  expect(letters.filter((letter) => letter.includes(reader)).length).toBeGreaterThan(0)
  const staff = signIns().map(({ email }) => email)
  return letters.filter(
    (letter) => !staff.some((email) => letter.includes(`To ${email}`) || letter.includes(`>${email}<`)),
  )
}

/** A topic and an author of whom nothing is left but tombstones: their feeds say so, and name nobody beyond the address itself. */
async function lookAtTombstones(mark: string): Promise<void> {
  for (const slug of [`${mark}topic-${mark}gone`, `${mark}byline-${mark}gone`]) {
    const folder = slug.includes('topic') ? `/topic/${slug}` : `/author/${slug}`
    expect((await ask('GET', folder)).status).toBe(404)
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const { status, bytes } = await ask('GET', `${folder}/${file}`)
      expect(status).toBe(200)
      expect(bytes).toContain('Under review.')
      expect(canariesIn(bytes.replaceAll(slug, ''), mark), `${folder}/${file}`).toEqual([])
    }
  }
}

// ---------------------------------------------------------------- the tests

test('a canary in every state and every field is in no byte that leaves the newsroom', async ({ page }) => {
  test.setTimeout(600_000)
  const mark = newMark()
  const all = await placeAll(page, mark)
  const reader = `${crypto.randomUUID()}@reader.example`
  const form = await (await fetch(`${url}/newsletters`)).text()
  const newsletter = form.match(/name="newsletter" value="([^"]+)"/)?.[1] ?? ''
  const signedUp = await fetch(`${url}/api/newsletters/subscribe`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams({ email: reader, newsletter, from: '/newsletters', website: '' }),
  })
  await taken(signedUp, 303)

  // The control: whoever may, finds them.
  const editor = await overHttp('EDITOR')
  expect(await (await editor.get(`/api/articles/search?q=${mark}draftheadline`)).text()).toContain(mark)

  const addresses = publicAddresses(all)
  expect(Object.keys(addresses).sort()).toEqual(appRoutes().filter((route) => !isPrivate(route)))
  const found: string[] = []
  const looking = (method: string, path: string, headers: Record<string, string>) => async () => {
    for (const leak of await leaks(method, path, mark, headers))
      found.push(`${method} ${path} ${JSON.stringify(headers)}: ${leak}`)
  }
  const open = [...Object.values(addresses).flat(), ...unanswered(all)]
  await askAll([
    ...open.flatMap((path) => HEADERS.map((headers) => looking('GET', path, headers))),
    ...open.flatMap((path) => ['HEAD', 'POST', 'OPTIONS'].map((method) => looking(method, path, {}))),
    ...open.map((path) => looking('GET', `${path}${path.includes('?') ? '&' : '?'}_rsc=abc`, { RSC: '1' })),
    ...[...new Set(all.placing.placed.flatMap(privateAddresses))].map((path) => looking('GET', path, {})),
    ...privateAddresses(all.placing.placed[0] as Placed).flatMap((path) =>
      HEADERS.slice(3).map((headers) => looking('GET', path, headers)),
    ),
  ])
  expect(found).toEqual([])

  await lookAtTombstones(mark)
  const { sightings, pages } = await crawl([mark, mark.toUpperCase()], [])
  expect(sightings).toEqual([])
  expect(pages).toBeGreaterThan(40)

  for (const letter of await lettersOutside(reader)) expect(canariesIn(letter, mark)).toEqual([])
  const folder = process.env.E2E_DATA_DIR ?? ''
  for (const file of [SERVER_LOG, 'postgres.log'].map((name) => join(folder, name)))
    if (existsSync(file)) expect(canariesIn(readFileSync(file, 'utf8'), mark), file).toEqual([])
  if (process.env.E2E_OWN_SERVER) expect(existsSync(join(folder, SERVER_LOG))).toBe(true)
})

for (const [verb, state] of [
  ['unpublish', 'unpublished'],
  ['kill', 'killed'],
] as const) {
  test(`what is ${state} is gone from every warm page with the answer, and does not come back`, async ({ page }) => {
    test.setTimeout(240_000)
    const mark = newMark()
    const placing = await Placing.begin(page, mark)
    await placing.openShelves('live')
    const id = await placing.draft('live')
    const path = await publishOn(page, id)
    const pointing = await anArticleOn(
      page,
      `Pointing ${crypto.randomUUID()}`,
      'Words.',
      readMore(id),
      linked('this', { articleId: id }),
    )
    const folders = ['', '/news', `/topic/${mark}topic-${mark}live`, `/author/${mark}byline-${mark}live`]
    const picture = `/media/${placing.mediaId}/w320.webp`
    const warm = [
      path,
      await publishOn(page, pointing),
      '/',
      ...folders.slice(1),
      ...folders.flatMap((folder) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${folder}/${file}`)),
      '/sitemaps/1.xml',
      '/search?q=paragraph',
      `/search?q=${mark}liveheadline`,
    ]
    const lookAll = () => Promise.all(warm.map(async (each) => [each, await leaks('GET', each, mark, {})] as const))
    const before = await lookAll()
    // The control: they are warm and have it. (A search for other words need not.)
    for (const [each, seen] of before.filter(([each]) => each !== '/search?q=paragraph'))
      expect(seen.length, each).toBeGreaterThan(0)
    expect((await ask('GET', picture)).status).toBe(200)

    await placing.post(id, verb, { reason: 'Under review.' })
    const answeredAt = Date.now()
    // Whoever asks after the answer gets nothing of it, and whatever is rendered again within the next second brings nothing back.
    do {
      for (const each of warm) expect(await withoutQuestion(each, mark), each).toEqual([])
      expect((await ask('GET', picture)).status).toBe(404)
    } while (Date.now() - answeredAt < 1000)
    for (const method of ['GET', 'HEAD']) expect((await ask(method, path)).status).toBe(410)
    const gone = await ask('GET', path)
    expect(gone.bytes).toContain('Under review.')
    expect(gone.bytes).toMatch(/took it down on <time dateTime="\d{4}-\d\d-\d\dT/i)
    expect((await ask('GET', '/atom.xml')).bytes).toContain(`ref="urn:uuid:${id}"`)
    expect((await ask('GET', '/feed.xml')).bytes.includes(`urn:uuid:${id}`)).toBe(verb === 'kill')
    const { etag } = await fetch(`${url}/atom.xml`).then(({ headers }) => ({ etag: headers.get('etag') ?? '' }))
    expect((await fetch(`${url}/atom.xml`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })
}
