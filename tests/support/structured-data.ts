import { expect } from 'vitest'
import { type Thing, type Told, thingsIn } from './schema-org'

const OF_ARTICLES = ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'mainEntityOfPage', 'url']

/** What search engines want to know of a thing that a page is about, beyond what the vocabulary allows. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: OF_ARTICLES,
  LiveBlogPosting: [...OF_ARTICLES, 'coverageStartTime', 'liveBlogUpdate'],
  NewsMediaOrganization: ['name', 'url', 'logo'],
  WebSite: ['name', 'url', 'publisher'],
  CollectionPage: ['name', 'url', 'mainEntity'],
  ProfilePage: ['url', 'mainEntity'],
  BreadcrumbList: ['itemListElement'],
  ItemList: ['itemListElement', 'numberOfItems'],
  CreativeWorkSeries: ['name', 'url', 'hasPart'],
  Claim: ['text', 'url', 'appearance'],
  ClaimReview: ['claimReviewed', 'reviewRating', 'itemReviewed', 'author', 'url', 'datePublished'],
}

/** Throws where what a page tells machines is not what search engines want, or not what the page says to people. */
export function expectData(told: Told, html: string): void {
  for (const thing of thingsIn(told)) {
    const type = String(thing['@type'])
    const where = `${told.path}: ${type}`
    expect(WANTED, where).toHaveProperty(type)
    for (const field of WANTED[type] ?? []) expect(thing, where).toHaveProperty(field)
    for (const [name, value] of wordsIn(thing)) expectWord(name, value, where)
    if (type === 'NewsArticle' || type === 'LiveBlogPosting') expectArticle(thing, html, where)
    if (type === 'LiveBlogPosting') expectEntries(thing.liveBlogUpdate as Thing[], html, where)
    if (type === 'ProfilePage') expect(textOf(html, 'h1'), where).toBe((thing.mainEntity as Thing).name)
    if (type === 'CollectionPage') {
      expect(textOf(html, 'h1'), where).toBe(thing.name)
      expectItems((thing.mainEntity as Thing).itemListElement, where)
    }
    if (type === 'BreadcrumbList' || type === 'ItemList') expectItems(thing.itemListElement, where)
  }
}

function expectArticle(article: Thing, html: string, where: string): void {
  expect(textOf(html, 'h1'), where).toBe(squeezed(String(article.headline)))
  expect(metaOf(html, 'og:url'), where).toBe(article.url)
  expect((article.mainEntityOfPage as Thing)['@id'], where).toBe(article.url)
  expect(metaOf(html, 'article:published_time'), where).toBe(article.datePublished)
  expect(metaOf(html, 'article:modified_time') ?? article.datePublished, where).toBe(article.dateModified)
  expect(String(article.dateModified) >= String(article.datePublished), where).toBe(true)
  const authors = article.author as Thing[]
  expect(authors.length, where).toBeGreaterThan(0)
  for (const { name, url } of authors) {
    expect(textOf(html, 'article'), where).toContain(name)
    expect(url, where).toMatch(/^https?:\/\//)
  }
  for (const { url } of (article.image ?? []) as Thing[]) expect(metaOf(html, 'og:image'), where).toBe(url)
}

/** Each entry of live coverage stands on the page, with its words and when readers first had it. */
function expectEntries(entries: Thing[], html: string, where: string): void {
  expect(entries.length, where).toBeGreaterThan(0)
  for (const { headline, datePublished, articleBody } of entries) {
    expect(plain(html), where).toContain(`>${headline}</h2>`)
    expect(html, where).toContain(`<time dateTime="${datePublished}">`)
    expect(String(articleBody), where).toMatch(/\S/)
  }
}

/** Numbered without a gap, each of another page. */
function expectItems(given: unknown, where: string): void {
  const items = given as Thing[]
  const [first] = items
  expect(
    items.map(({ position }) => position),
    where,
  ).toEqual(items.map((_, index) => Number(first?.position) + index))
  const addresses = items.map(({ url, item }) => url ?? item)
  expect(new Set(addresses).size, where).toBe(items.length)
  for (const { name } of items) expect(name, where).toMatch(/\S/)
}

function expectWord(name: string, value: string, where: string): void {
  if (/^(?:url|@id|item|logo)$/.test(name)) expect(value, `${where} ${name}`).toMatch(/^https?:\/\/[^\s]+$/)
  if (name.startsWith('date') && name !== 'dateline')
    expect(value, `${where} ${name}`).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/)
}

/** Every text in a thing, and what it is. */
function wordsIn(thing: Thing): [string, string][] {
  return Object.entries(thing).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as [string, string]]
    const inside = Array.isArray(value) ? value : [value]
    return inside.flatMap((each) => (typeof each === 'object' && each !== null ? wordsIn(each as Thing) : []))
  })
}

function metaOf(html: string, property: string): string | undefined {
  const found = html.match(new RegExp(`<meta property="${property}" content="([^"]*)"`))?.[1]
  return found === undefined ? undefined : plain(found)
}

/** What stands in the first element of this name. */
function textOf(html: string, element: string): string {
  const inside = html.match(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 's'))?.[1] ?? ''
  return squeezed(plain(inside.replace(/<[^>]+>/g, '')))
}

/** As it is shown: HTML makes one space of several. */
function squeezed(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim()
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#x27': "'" }

function plain(escaped: string): string {
  return escaped.replace(/&(lt|gt|quot|amp|#x27);/g, (_, name: string) => ENTITIES[name] ?? '')
}
