import { expect, type Page, test } from '@/tests/support/browser-test'

// The whole sample newsroom, walked through as a reader could: from the home page over every link.

const url = process.env.E2E_URL ?? ''
/** More than the sample newsroom has; others may publish meanwhile. */
const PAGES_MOST = 500

/** A page for readers as it was answered. */
type Walked = { path: string; status: number; html: string; type: string; cookie: string | null; from: string }

let walked: Walked[] = []

async function ask(path: string, from: string): Promise<Walked> {
  const response = await fetch(url + path, { redirect: 'manual' })
  const type = response.headers.get('content-type') ?? ''
  const isText = /html|xml|json|text/.test(type)
  const html = isText ? await response.text() : ''
  if (!isText) await response.arrayBuffer()
  return { path, status: response.status, html, type, cookie: response.headers.get('set-cookie'), from }
}

function linksIn({ html, path }: Walked): URL[] {
  const found = [...html.matchAll(/\s(?:href|src|action)="([^"]+)"/g)].map(([, address = '']) => address)
  const sources = [...html.matchAll(/\ssrcset="([^"]+)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  )
  return [...found, ...sources]
    .filter((address) => address !== '' && !address.startsWith('mailto:') && !address.startsWith('data:'))
    .map((address) => new URL(address.replaceAll('&amp;', '&'), url + path))
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const waiting: { path: string; from: string }[] = [{ path: '/', from: 'the beginning' }]
  const seen = new Set(['/'])
  const pages: Walked[] = []
  while (waiting.length > 0 && pages.filter(({ type }) => type.startsWith('text/html')).length < PAGES_MOST) {
    const batch = await Promise.all(waiting.splice(0, 4).map(({ path, from }) => ask(path, from)))
    for (const page of batch) {
      pages.push(page)
      if (!page.type.startsWith('text/html')) continue
      for (const { origin, pathname, search } of linksIn(page)) {
        const path = pathname + search
        // The newsroom has its own door, and what a form sends is no page.
        if (origin !== new URL(url).origin || seen.has(path) || /^\/(?:desk|admin|login|api)(?:\/|$)/.test(path))
          continue
        // Every paragraph has one: those of the first stand for all.
        if (/^\/question\/.*\/(?!1$)/.test(path)) continue
        seen.add(path)
        waiting.push({ path, from: page.path })
      }
    }
  }
  walked = pages
})

const pagesOf = () => walked.filter(({ type }) => type.startsWith('text/html'))

/** Whether a link is broken still: what was withdrawn meanwhile is linked to no more. */
async function isStillBroken({ path, from }: Walked): Promise<boolean> {
  const [page, again] = await Promise.all([ask(from, from), ask(path, from)])
  return again.status !== 200 && linksIn(page).some(({ pathname, search }) => pathname + search === path)
}

test('every link, picture and feed answers', async () => {
  expect(walked.length).toBeGreaterThan(100)
  const broken: string[] = []
  for (const each of walked.filter(({ status }) => status !== 200))
    if (await isStillBroken(each)) broken.push(`${each.status} ${each.path} from ${each.from}`)
  expect(broken).toEqual([])
})

test('every link to a place in a page leads to one', () => {
  const idsIn = new Map(
    pagesOf().map(({ path, html }) => [path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  )
  const lost = pagesOf().flatMap((page) =>
    linksIn(page)
      .filter(({ origin, hash }) => origin === new URL(url).origin && hash !== '')
      .filter(
        ({ pathname, search, hash }) => idsIn.get(pathname + search)?.has(decodeURIComponent(hash.slice(1))) === false,
      )
      .map((link) => `${link.pathname}${link.hash} from ${page.path}`),
  )
  expect(lost).toEqual([])
})

test('no page names two things alike or sets a cookie, and what runs in one is a small module of our own', async () => {
  for (const { path, html, cookie } of pagesOf()) {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([])
    for (const [tag] of html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)) {
      const [, source = ''] = /^<script src="(\/[a-z]+\.js)" defer/.exec(tag) ?? []
      expect(source, `${path} ${tag}`).not.toBe('')
      expect((await ask(source, path)).html.length, source).toBeLessThanOrEqual(5_000)
    }
    expect(html, path).not.toMatch(/\son[a-z]+="/)
    expect(cookie, path).toBeNull()
  }
})

/** What we say of our pages, each with what search engines want to know of it. */
const WANTED: Record<string, readonly string[]> = {
  NewsArticle: ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage'],
  CollectionPage: ['name', 'url'],
  ProfilePage: ['mainEntity'],
  WebSite: ['name', 'url'],
  BreadcrumbList: ['itemListElement'],
  ItemList: ['itemListElement'],
  Claim: ['text'],
  ClaimReview: ['claimReviewed', 'reviewRating', 'itemReviewed'],
}

test('what machines are told is data that they understand', () => {
  let articles = 0
  for (const { path, html } of pagesOf()) {
    for (const [, script = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      const data = JSON.parse(script) as Record<string, unknown> & { '@graph'?: Record<string, unknown>[] }
      expect(data['@context'], path).toBe('https://schema.org')
      for (const thing of data['@graph'] ?? [data]) {
        for (const field of WANTED[String(thing['@type'])] ?? [])
          expect(thing, `${path} ${thing['@type']}`).toHaveProperty(field)
        if (thing['@type'] === 'NewsArticle') articles++
      }
    }
  }
  expect(articles).toBeGreaterThan(20)
})

async function hostsOf(page: Page, path: string): Promise<string[]> {
  const hosts = new Set<string>()
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host)
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  page.removeAllListeners('request')
  return [...hosts]
}

test('a browser that opens any kind of page asks our host alone', async ({ page }) => {
  test.setTimeout(120_000)
  const kinds = [
    '/',
    '/politics',
    '/topic/calvara',
    '/author/nadia-verhoeve',
    '/search?q=harbour',
    '/newsletters',
    '/alerts',
  ]
  const articles = pagesOf().filter(({ path }) => /^\/politics\/[a-z0-9-]+$/.test(path))
  const claims = pagesOf().filter(({ path }) => path.startsWith('/claims/'))
  const series = pagesOf().filter(({ path }) => path.startsWith('/series/'))
  for (const path of [
    ...kinds,
    ...[...articles.slice(0, 3), ...claims.slice(0, 1), ...series.slice(0, 1)].map((each) => each.path),
  ])
    expect(await hostsOf(page, path), path).toEqual([new URL(url).host])
})
