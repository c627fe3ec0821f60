import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findJava } from '@/scripts/java.mjs'
import { sitemapSchemas } from '@/tests/support/corpora'
import { feedProblems, textsIn } from '@/tests/support/feed-problems'
import { type Checked, nuProblems } from '@/tests/support/nu-html'
import { thingsIn, toldBy, vocabularyProblems } from '@/tests/support/schema-org'
import { sitemapProblems } from '@/tests/support/sitemap-schema'
import { expectData } from '@/tests/support/structured-data'
import { askFor, ownLinksIn, type Walked, walkSite } from '@/tests/support/walk-site'
import { startWholeSite, type WholeSite } from '@/tests/support/whole-site'

// Everything that machines read of a whole paper, handed to the programs that judge it: every kind of page of the sample newsroom and a hundred
// generated articles, walked through from the front page over every link.

const GENERATED = 20
const FEED = /\/(?:feed\.xml|atom\.xml|feed\.json)$/

const java = findJava()
const schemas = sitemapSchemas()

let site: WholeSite
let walked: Walked[]

beforeAll(async () => {
  site = await startWholeSite(GENERATED)
  walked = await walkSite(site.server.url, [
    '/',
    ...site.kinds.map(({ path }) => path),
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/robots.txt',
  ])
}, 1_500_000)

afterAll(() => site?.server.stop())

const pages = () => walked.filter(({ type }) => type.startsWith('text/html'))
const feeds = () => walked.filter(({ path, status }) => FEED.test(path) && status === 200)
const at = (path: string) => walked.find((each) => each.path === path)

test('every kind of page answers as its kind does, and every link, picture and feed that they name', async () => {
  expect(site.kinds.map(({ path }) => [path, at(path)?.status])).toEqual(
    site.kinds.map(({ path, status }) => [path, status]),
  )
  const own = new Set(site.kinds.map(({ path }) => path))
  const broken = walked.filter(({ status, path }) => status !== 200 && !own.has(path))
  expect(broken.map(({ status, path, from }) => `${status} ${path} from ${from}`)).toEqual([])
  expect(pages().length).toBeGreaterThan(GENERATED + 70)
})

test('every link to a place in a page leads to one', () => {
  const idsIn = new Map(
    pages().map(({ path, text }) => [path, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
  )
  const lost = pages().flatMap((page) =>
    ownLinksIn(page, site.server.url)
      .filter(({ hash }) => hash !== '')
      .filter(
        ({ pathname, search, hash }) => idsIn.get(pathname + search)?.has(decodeURIComponent(hash.slice(1))) === false,
      )
      .map((link) => `${link.pathname}${link.hash} from ${page.path}`),
  )
  // What search engines call a person is no place in a page.
  expect(lost.filter((link) => !/#(?:person|paper|site) /.test(link))).toEqual([])
})

test('no page sets a cookie, and what runs in one is a small module of our own', async () => {
  for (const { path, text, headers } of pages()) {
    for (const [tag] of text.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)) {
      const [, source = ''] = /^<script src="(\/[a-z]+\.js)" defer/.exec(tag) ?? []
      expect(source, `${path} ${tag}`).not.toBe('')
      expect((await askFor(site.server.url, source, path)).text.length, source).toBeLessThanOrEqual(5_000)
    }
    expect(text, path).not.toMatch(/\son[a-z]+="/)
    expect(headers.get('set-cookie'), path).toBeNull()
  }
})

test('every page has one main heading, a title of its own and a canonical address that answers', () => {
  const titles = new Map<string, string>()
  for (const { path, text, status } of pages()) {
    expect(text.match(/<h1[\s>]/g), path).toHaveLength(1)
    const [, title = ''] = /<title>([^<]+)<\/title>/.exec(text) ?? []
    expect(title.length, path).toBeGreaterThan(5)
    const [, canonical] = /<link rel="canonical" href="([^"]+)"/.exec(text) ?? []
    if (status !== 200 || canonical === undefined) continue
    expect(titles.get(title) ?? path, `${title} is the title of both`).toBe(path)
    titles.set(title, path)
    if (canonical.startsWith(site.server.url)) expect(at(new URL(canonical).pathname)?.status, path).toBe(200)
  }
})

describe.skipIf(java === null)('The validator of the W3C', () => {
  test('finds nothing in any page, drawing or style sheet for readers, nor in the texts of feeds', async () => {
    const ofPages = pages().map(({ path, text }): Checked => ({ name: path, kind: 'html', text }))
    const files = walked.filter(({ type }) => /^(?:text\/css|image\/svg)/.test(type))
    const ofFiles = files.map(
      ({ path, type, text }): Checked => ({ name: path, kind: type.includes('svg') ? 'svg' : 'css', text }),
    )
    const ofFeeds = feeds()
      .filter(({ path }) => path === '/feed.xml' || path === `/${site.corpus}/feed.xml`)
      .flatMap(({ path, text }) => textsIn(text).map(({ id, html }) => inPage(`${path} ${id}`, html)))
    expect(ofFiles.some(({ kind }) => kind === 'css') && ofFiles.some(({ kind }) => kind === 'svg')).toBe(true)
    expect(ofFeeds.length).toBeGreaterThan(40)
    const wrong = inPage('the control', '<p><div lang=no-such-language></p>')
    const found = await nuProblems(java ?? '', [...ofPages, ...ofFiles, ...ofFeeds, wrong])
    expect(found.filter((each) => each.startsWith('the control')).length).toBeGreaterThan(0)
    expect(found.filter((each) => !each.startsWith('the control'))).toEqual([])
  }, 300_000)
})

/** A text as a reader's program would put it into a page. */
function inPage(name: string, html: string): Checked {
  const text = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A feed</title></head><body><h1>A text</h1>${html}</body></html>`
  return { name, kind: 'html', text }
}

describe('What machines are told', () => {
  test('is in the vocabulary of schema.org', async () => {
    const told = pages().flatMap(({ path, text }) => toldBy(path, text))
    const wrong = [
      { '@type': 'NewsArticle', headlin: 'x' },
      { '@type': 'NewsArticle', author: { '@type': 'Place', name: 'x' } },
      { '@type': 'NewsArticel', headline: 'x' },
    ].map((data, index) => ({ path: `control ${index}`, data: { '@context': 'https://schema.org', ...data } }))
    const problems = await vocabularyProblems([...told, ...wrong])
    for (const { path } of wrong) expect(problems.some((problem) => problem.startsWith(path))).toBe(true)
    expect(problems.filter((problem) => !problem.startsWith('control'))).toEqual([])
    const types = new Set(told.flatMap(thingsIn).map((thing) => thing['@type']))
    expect([...types].sort()).toEqual([
      ...['BreadcrumbList', 'Claim', 'CollectionPage', 'CreativeWorkSeries', 'ItemList'],
      ...['LiveBlogPosting', 'NewsArticle', 'NewsMediaOrganization', 'ProfilePage', 'WebSite'],
    ])
  }, 120_000)

  test('is what search engines want, and what the page says', () => {
    let articles = 0
    for (const { path, text } of pages())
      for (const told of toldBy(path, text)) {
        expectData(told, text)
        articles += thingsIn(told).filter((thing) => thing['@type'] === 'NewsArticle').length
      }
    expect(articles).toBeGreaterThan(GENERATED + 20)
  })

  test('by feeds is whole: each entry has an id, an address that answers, a time and its words', async () => {
    expect(feeds().length).toBeGreaterThan(30)
    for (const { path, text, type } of feeds()) {
      expect(await feedProblems(text, type, site.server.url), path).toEqual([])
      if (!type.includes('json'))
        expect(await feedProblems(text.replace('</', '<'), type, site.server.url)).not.toEqual([])
    }
  })

  test.skipIf(schemas === null)('by sitemaps is what their schemas say, and every article is there', async () => {
    for (const path of ['/sitemap.xml', '/sitemaps/1.xml', '/news-sitemap.xml'])
      expect(await sitemapProblems(at(path)?.text ?? '', schemas ?? []), path).toEqual([])
    for (const { kind, path } of site.kinds) {
      if (kind !== 'a generated article') continue
      expect(at('/sitemaps/1.xml')?.text).toContain(`<loc>${site.server.url}${path}</loc>`)
      expect(at('/news-sitemap.xml')?.text).toContain(`<loc>${site.server.url}${path}</loc>`)
    }
  })
})
