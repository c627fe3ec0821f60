import { describe, expect, test } from 'vitest'
import { type FieldName, fieldSchemas } from '@/lib/articles/fields'
import { RESERVED_SECTION_SLUGS } from '@/lib/articles/paths'
import { slugFrom } from '@/lib/articles/slug'
import { NewPassword } from '@/lib/auth/password'
import { type Document, parseDocument } from '@/lib/document/document'
import { documentIssues } from '@/lib/document/document-issues'
import { printText } from '@/lib/document/print-text'
import { referencesOf } from '@/lib/document/resolved'
import { documentLinks } from '@/lib/links/document-links'
import type { SampleArticle } from '@/prisma/sample/article'
import { articles } from '@/prisma/sample/articles'
import { introductions } from '@/prisma/sample/authors'
import { buildDocument, type Known } from '@/prisma/sample/build'
import { createDrawing } from '@/prisma/sample/drawing'
import { newPassphrase } from '@/prisma/sample/passphrase'
import { people } from '@/prisma/sample/people'
import { type PictureKey, pictures } from '@/prisma/sample/pictures'
import { guests, newsletters, paper, sections, topics } from '@/prisma/sample/shelves'

const articleKeys = articles.map(({ key }) => key)
const [lead] = articles

describe.each(articles.map((article) => [article.key, article] as const))('%s', (_, article) => {
  test('is a document of our schema with nothing in the way of publication', () => {
    expect(documentIssues(documentOf(article), everythingExists(article))).toEqual([])
  })

  test('stands on shelves and under names that exist', () => {
    expect(slugsOf(sections)).toContain(article.section)
    expect(slugsOf(topics)).toEqual(expect.arrayContaining([...article.topics]))
    expect(Object.keys({ ...people, ...guests })).toEqual(
      expect.arrayContaining(article.bylines.map(({ byline }) => byline)),
    )
    if (article.picture !== undefined) expect(Object.keys(pictures)).toContain(article.picture)
  })

  test('has fields that can be saved', () => {
    const { kicker, trailText, source } = article
    const fields: Partial<Record<FieldName, unknown>> = { kicker, trailText, slug: slugFrom(article.headline) }
    if (source) Object.assign(fields, { sourceName: source.name, sourceUrl: source.url })
    for (const [name, value] of Object.entries(fields)) expect(fieldSchemas[name as FieldName].parse(value)).toBe(value)
    expect(kicker).not.toBe('')
    expect(trailText).not.toBe('')
  })

  test('points at no place of today', () => {
    const urls = documentLinks(documentOf(article)).flatMap(({ url }) => url ?? [])
    for (const url of [...urls, ...(article.source ? [article.source.url] : [])]) {
      expect(new URL(url).hostname).toMatch(/(^|\.)example(\.org|\.com|\.net)?$/)
    }
  })

  test('leaves no placeholder behind', () => {
    expect(printText(documentOf(article))).not.toMatch(/[{}]/)
  })
})

describe('The sample newsroom as a whole', () => {
  test('has some thirty articles in every state, no two of them under one key, headline or address', () => {
    expect(articles.length).toBeGreaterThanOrEqual(30)
    expect(new Set(articles.map(({ state }) => state))).toEqual(new Set(['DRAFT', 'FILED', 'PUBLISHED', 'UNPUBLISHED']))
    expect(articles.some((article) => article.state === 'PUBLISHED' && article.changes)).toBe(true)
    for (const of of [
      articleKeys,
      articles.map(({ headline }) => headline),
      articles.map(({ headline }) => slugFrom(headline)),
    ]) {
      expect(new Set(of).size).toBe(articles.length)
    }
  })

  test('points at articles that are not public, too, so that a leak would show', () => {
    const notPublic = new Set(articles.filter(({ state }) => state !== 'PUBLISHED').map(({ key }) => idFor(key)))
    const published = articles.filter(({ state }) => state === 'PUBLISHED')
    const leaks = published
      .flatMap((article) => referencesOf(documentOf(article)).articleIds)
      .filter((id) => notPublic.has(id))
    expect(leaks.length).toBeGreaterThan(0)
  })

  test('has six sections beside the addresses that are taken, 10 to 14 topics, nine people, three newsletters and one of alerts', () => {
    expect(sections).toHaveLength(6)
    expect(slugsOf(sections).filter((slug) => RESERVED_SECTION_SLUGS.has(slug))).toEqual([])
    expect(topics.length).toBeGreaterThanOrEqual(10)
    expect(topics.length).toBeLessThanOrEqual(14)
    expect(
      Object.values(people)
        .map(({ role }) => role)
        .sort(),
    ).toEqual(['ADMINISTRATOR', 'EDITOR', 'EDITOR', 'LAWYER', ...Array(5).fill('REPORTER')])
    expect(newsletters.map((newsletter) => 'isAlert' in newsletter)).toEqual([false, false, false, true])
  })

  test('uses every section, topic and picture', () => {
    expect(new Set(articles.map(({ section }) => section))).toEqual(new Set(slugsOf(sections)))
    expect(new Set(articles.flatMap(({ topics }) => topics))).toEqual(new Set(slugsOf(topics)))
    const used = [...articles, ...Object.values(introductions)].flatMap(({ picture }) => picture ?? [])
    expect(new Set(used)).toEqual(new Set(Object.keys(pictures)))
  })

  test('lets one person of each role sign in with a password that can be typed', () => {
    const roles = Object.values(people)
      .filter(({ hasSignIn }) => hasSignIn)
      .map(({ role }) => role)
    expect([...roles].sort()).toEqual(['ADMINISTRATOR', 'EDITOR', 'LAWYER', 'REPORTER'])
    const passphrases = Array.from({ length: 200 }, newPassphrase)
    for (const passphrase of passphrases) {
      expect(NewPassword.parse(passphrase)).toMatch(/^[a-z]+-[a-z]+-\d\d-[a-z]+-[a-z]+$/)
    }
    expect(new Set(passphrases).size).toBe(200)
  })

  test.each(Object.keys(pictures) as PictureKey[])('draws %s the same way each time', (key) => {
    const draw = () => {
      const drawing = createDrawing(1)
      pictures[key].scene(drawing)
      return drawing.toSvg(1440, 960)
    }
    expect(draw()).toBe(draw())
    expect(draw()).not.toMatch(/NaN|undefined/)
  })
})

describe('The lead', () => {
  const article = lead as SampleArticle
  const document = documentOf(article)
  const blocks = document.children.map(({ type }) => type.name)
  const links = documentLinks(document)

  test('is public, newer than everything else that is, and has a picture', () => {
    const newest = articles.filter(({ state }) => state === 'PUBLISHED').sort((a, b) => a.hoursAgo - b.hoursAgo)[0]
    expect(newest).toBe(article)
    expect(article.picture).toBeDefined()
  })

  test.each([
    ['readMore', 2],
    ['newsletterSignUp', 1],
    ['related', 1],
    ['socialPost', 1],
    ['quotation', 1],
    ['pullQuote', 1],
    ['image', 1],
    ['bulletedList', 1],
    ['crosshead', 2],
    ['divider', 1],
  ])('has %s blocks: %i', (name, amount) => {
    expect(blocks.filter((block) => block === name)).toHaveLength(amount)
  })

  test('takes the turns in order: claim, denial, card, claim again, sign-up, reactions, related', () => {
    const order = ['paragraph', 'socialPost', 'readMore', 'pullQuote', 'newsletterSignUp', 'quotation', 'related']
    const places = order.map((name) => blocks.indexOf(name))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(blocks.at(-1)).toBe('related')
    const signUp = blocks.indexOf('newsletterSignUp') / blocks.length
    expect(signUp).toBeGreaterThan(0.25)
    expect(signUp).toBeLessThan(0.75)
  })

  test('links words to at least three articles and one page of the web, and lists three related articles', () => {
    const inline = links.filter(({ kind }) => kind === 'INLINE')
    expect(inline.filter(({ toArticleId }) => toArticleId !== null).length).toBeGreaterThanOrEqual(3)
    expect(inline.filter(({ url }) => url !== null).length).toBeGreaterThanOrEqual(1)
    expect(links.filter(({ kind }) => kind === 'RELATED')).toHaveLength(3)
  })

  test('says who speaks in every quoted passage', () => {
    const speakers: string[] = []
    document.descendants((node) => {
      for (const mark of node.marks) if (mark.type.name === 'quote') speakers.push(mark.attrs.speaker)
    })
    expect(speakers.length).toBeGreaterThanOrEqual(2)
    expect(speakers).not.toContain('')
    expect(new Set(speakers).size).toBeGreaterThan(1)
  })

  test('keeps the post with its author, address and the minute before midnight', () => {
    const post = document.children.find(({ type }) => type.name === 'socialPost')
    expect(post?.attrs).toMatchObject({ author: 'Leander Thorne', handle: '@leanderthorne', network: 'Lantern' })
    expect(post?.attrs.postedAt).toBe('2026-07-13T22:47:00.000Z')
  })

  test('has two bylines with roles and a source with an address', () => {
    expect(article.bylines.map(({ role }) => role)).toEqual(['Reported by', 'Translated by'])
    expect(article.source).toMatchObject({ name: expect.any(String), url: expect.stringMatching(/^https:/) })
  })
})

/** With what was typed after publication. */
function documentOf(article: SampleArticle): Document {
  const changes = article.state === 'PUBLISHED' ? (article.changes ?? []) : []
  return parseDocument(buildDocument({ ...article, body: [...article.body, ...changes] }, known))
}

/** As publication sees it when everything that the article points at is public. */
function everythingExists(article: SampleArticle) {
  const { articleIds, newsletterIds, mediaIds } = referencesOf(documentOf(article))
  return {
    articles: new Map(articleIds.map((id) => [id, true])),
    newsletterIds: new Set(newsletterIds),
    mediaIds: new Set(mediaIds),
  }
}

/** In summer, when the clocks of the paper and of the world differ. */
const known: Known = {
  articleId: (key) => idFor(oneOf(articleKeys, key)),
  newsletterId: (slug) => idFor(oneOf(slugsOf(newsletters), slug)),
  picture: (key) => {
    const { alt, caption } = pictures[oneOf(Object.keys(pictures), key) as PictureKey]
    return { mediaId: idFor(key), alt, caption, credit: 'Illustration' }
  },
  saidOn: '2026-11-20',
  publishedAt: new Date('2026-07-14T09:00:00Z'),
  language: paper.language,
  timeZone: paper.timeZone,
}

function oneOf(keys: readonly string[], key: string): string {
  if (!keys.includes(key)) throw new Error(`There is no ${key}`)
  return key
}

/** The same id for the same key, and another for another. */
function idFor(key: string): string {
  const digits = [...key].reduce((sum, letter) => (sum * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 16n ** 12n, 7n)
  return `0196f0a0-0000-7000-8000-${digits.toString(16).padStart(12, '0')}`
}

function slugsOf(rows: readonly { slug: string }[]): string[] {
  return rows.map(({ slug }) => slug)
}
