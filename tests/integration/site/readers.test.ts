import { beforeAll, describe, expect, test } from 'vitest'
import { listForFeed } from '@/lib/articles/machine-readers'
import { PAGE_LENGTH } from '@/lib/articles/page-length'
import { findArticleByPath, listByline, listEarlierInSection, listSection, listTopic } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { saveField } from '@/lib/articles/save-field'
import { listForSitemap } from '@/lib/articles/sitemap-readers'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { readHome } from '@/lib/fronts/readers'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { searchPublications } from '@/lib/search/search-publications'
import { readSearchQuery } from '@/lib/search/search-query'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let section: { id: string; slug: string }
let byline: { slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Ines Calder')
  section = await aSection('news')
  byline = await database().byline.findUniqueOrThrow({ where: { personId: editor.id } })
})

async function published(headline: string, more: Parameters<typeof anArticle>[1] = {}) {
  const id = await anArticle(editor, { document: aDocument(headline), sectionId: section.id, ...more })
  return { id, ...(await publishNow(editor, id)) }
}

async function find(path: string) {
  const [, sectionSlug = '', slug = ''] = path.split('/')
  return findArticleByPath(sectionSlug, slug)
}

/** What a read told the reader cache. */
async function tagsOf(read: () => Promise<unknown>): Promise<Set<string>> {
  const recording = emptyRecording()
  await recordInto(recording, read)
  return recording.tags
}

describe('An address', () => {
  test('of a public article gives its live edition, not the draft', async () => {
    const { id, path } = await published('Ferry returns')
    await retype(editor, id, 2, 'A canary that is not published.')
    const found = await find(path)
    if (found.kind !== 'live') throw new Error(found.kind)
    expect(found.article).toMatchObject({
      id,
      path,
      headline: 'Ferry returns',
      updatedAt: null,
      section: { slug: 'news' },
    })
    expect(found.article.document.textContent).not.toContain('canary')
    expect(await tagsOf(() => find(path))).toContain(tag.article(id))
  })

  test('of a second edition says when readers got it', async () => {
    const { id, path } = await published('Gulls leave')
    await retype(editor, id, 2, 'They came back.')
    await publishNow(editor, id)
    const found = await find(path)
    expect(found.kind === 'live' && found.article.updatedAt).toBeInstanceOf(Date)
  })

  test('that an article had leads to where it is now, however often it moved', async () => {
    const { id, path: first } = await published('Old name')
    await saveField(editor, { articleId: id, field: 'slug', value: 'second-name', baseVersion: 0 })
    await publishNow(editor, id)
    await saveField(editor, { articleId: id, field: 'slug', value: 'third-name', baseVersion: 1 })
    const { path } = await publishNow(editor, id)
    expect(await find(first)).toEqual({ kind: 'moved', path })
    expect(await find('/news/second-name')).toEqual({ kind: 'moved', path: '/news/third-name' })
  })

  test('of a withdrawn article gives the reason and the time, and nothing else of it', async () => {
    const { id, path } = await published('Withdrawn headline')
    await unpublishArticle(editor, { articleId: id, reason: 'A court asked us to.' })
    const found = await find(path)
    expect(found).toEqual({ kind: 'gone', reason: 'A court asked us to.', at: expect.any(Date) })
    expect(JSON.stringify(found)).not.toContain('headline')
  })

  test('of a draft is unknown, and will be asked for again when anything is published', async () => {
    await anArticle(editor, { document: aDocument('Not out yet'), sectionId: section.id, slug: 'not-out-yet' })
    expect(await find('/news/not-out-yet')).toEqual({ kind: 'unknown' })
    expect(await tagsOf(() => find('/news/not-out-yet'))).toContain(tag.everything)
  })
})

describe('Lists', () => {
  test('hold public articles only, newest first', async () => {
    const topic = await aTopic()
    const shelf = await aSection('shelf')
    const older = await published('Older', { sectionId: shelf.id, topics: [topic.id] })
    const newer = await published('Newer', { sectionId: shelf.id, topics: [topic.id] })
    await anArticle(editor, { document: aDocument('Draft'), sectionId: shelf.id, topics: [topic.id] })
    const expected = [newer.id, older.id]
    expect((await listSection('shelf', 1))?.articles.map(({ id }) => id)).toEqual(expected)
    expect((await listTopic(topic.slug, 1))?.articles.map(({ id }) => id)).toEqual(expected)
    expect((await listByline(byline.slug, 1))?.articles.slice(0, 2).map(({ id }) => id)).toEqual(expected)
    await unpublishArticle(editor, { articleId: newer.id, reason: 'Wrong.' })
    expect((await listTopic(topic.slug, 1))?.articles.map(({ id }) => id)).toEqual([older.id])
  })

  test('of a topic or a byline that only drafts carry do not exist for readers; an empty section does', async () => {
    const topic = await aTopic()
    const empty = await aSection()
    const other = await aPerson('REPORTER')
    const unknown = await database().byline.findUniqueOrThrow({ where: { personId: other.id } })
    await anArticle(other, { document: aDocument('Secret'), sectionId: empty.id, topics: [topic.id] })
    expect(await listTopic(topic.slug, 1)).toBeNull()
    expect(await listByline(unknown.slug, 1)).toBeNull()
    expect(await listSection(empty.slug, 1)).toMatchObject({ articles: [], hasMore: false })
    expect(await listSection('no-such-section', 1)).toBeNull()
  })

  test('are paged, and end', async () => {
    const long = await aSection('long')
    for (let n = 0; n < PAGE_LENGTH + 1; n += 1) await published(`Number ${n}`, { sectionId: long.id })
    const first = await listSection('long', 1)
    const second = await listSection('long', 2)
    expect(first).toMatchObject({ hasMore: true, page: 1 })
    expect(first?.articles).toHaveLength(PAGE_LENGTH)
    expect(second).toMatchObject({ hasMore: false, articles: [{ headline: 'Number 0' }] })
    expect(await listSection('long', 3)).toBeNull()
    const [newest] = first?.articles ?? []
    if (newest === undefined) throw new Error('The list is empty')
    expect((await listEarlierInSection(newest, 2)).map(({ headline }) => headline)).toEqual(['Number 19', 'Number 18'])
  })

  test('of the front page show no article twice in the cards, and none that is not public', async () => {
    const draft = await anArticle(editor, { document: aDocument('Front canary'), sectionId: section.id })
    const ids = (await readHome()).flatMap(({ cards }) => cards.map(({ article }) => article.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain(draft)
    expect(await tagsOf(readHome)).toContain(tag.home)
  })

  test('for machines hold public articles only', async () => {
    await anArticle(editor, { document: aDocument('Machine canary'), sectionId: section.id, slug: 'machine-canary' })
    const feed = await listForFeed('rss')
    expect(feed?.articles.length).toBeGreaterThan(0)
    expect(JSON.stringify(feed?.articles.map(({ headline }) => headline))).not.toContain('canary')
    expect(await listForFeed('rss', { kind: 'section', slug: 'no-such-section' })).toBeNull()
    const paths = (await listForSitemap(1))?.map(({ path }) => path)
    expect(paths).toContain('/')
    expect(paths).toContain('/news/ferry-returns')
    expect(paths).not.toContain('/news/machine-canary')
    expect(await listForSitemap(2)).toBeNull()
  })
})

describe('What a document points at', () => {
  test('is there when it is public; the page is drawn again when the rest is published', async () => {
    const open = await published('Open target')
    const secret = await anArticle(editor, { document: aDocument('Secret target'), sectionId: section.id })
    const document = parseDocument(
      aDocument('Pointing', readMore(open.id), related(open.id, secret), linked('these words', { articleId: secret })),
    )
    const resolved = await resolveReferences(document)
    expect([...resolved.articles.keys()]).toEqual([open.id])
    expect(resolved.articles.get(open.id)).toMatchObject({
      path: open.path,
      headline: 'Open target',
      sectionName: 'news',
    })
    const tags = await tagsOf(() => resolveReferences(document))
    expect(tags).toContain(tag.article(open.id))
    expect(tags).toContain(tag.article(secret))
  })

  test('goes by the headline that readers see now', async () => {
    const target = await published('First headline')
    await retype(editor, target.id, 0, 'Second headline')
    const document = parseDocument(aDocument('Pointing', readMore(target.id)))
    expect((await resolveReferences(document)).articles.get(target.id)?.headline).toBe('First headline')
    await publishNow(editor, target.id)
    expect((await resolveReferences(document)).articles.get(target.id)?.headline).toBe('Second headline')
  })
})

describe('Search', () => {
  const asked = (q: string) => readSearchQuery({ q }, 'Europe/London')
  const search = async (query: string) =>
    (await searchPublications(asked(query), 1)).hits.map(({ article }) => article.headline)

  test('finds a word that is only in the text, without accents and in another form', async () => {
    await published('Quiet morning', { document: aDocument('Quiet morning', 'The café reopened its terraces.') })
    expect(await search('cafe')).toEqual(['Quiet morning'])
    expect(await search('terrace')).toEqual(['Quiet morning'])
    expect(await search('"reopened its"')).toEqual(['Quiet morning'])
    expect(await search('cafe -terraces')).toEqual([])
  })

  test('marks what it found, whatever characters stand around it', async () => {
    await published('Odd signs', {
      document: aDocument('Odd signs', 'They wrote <b>zyzzyva</b> on \u0002the\u0003 wall.'),
    })
    const [hit] = (await searchPublications(asked('zyzzyva'), 1)).hits
    expect(hit?.excerpt.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'zyzzyva', isMatch: true }])
    expect(hit?.excerpt.map(({ text }) => text).join('')).toMatch(/They wrote\s+zyzzyva\s+on the wall/)
  })

  test('does not find what is not public', async () => {
    const { id } = await published('Xylograph shown')
    await retype(editor, id, 2, 'A quokka came by.')
    await anArticle(editor, { document: aDocument('Quokka draft'), sectionId: section.id })
    expect(await search('quokka')).toEqual([])
    expect(await search('xylograph')).toEqual(['Xylograph shown'])
    await unpublishArticle(editor, { articleId: id, reason: 'Wrong.' })
    expect(await search('xylograph')).toEqual([])
  })

  test('takes anything that somebody may type', async () => {
    for (const query of [
      "'",
      '"',
      '%',
      '\\',
      ':* & | !',
      '<script>',
      'a\u0000b',
      '🦢',
      '-',
      'or',
      'x'.repeat(5000),
      '',
    ]) {
      await expect(searchPublications(asked(query), 1)).resolves.toMatchObject({ page: 1 })
    }
  })
})

describe('“Updated”', () => {
  const updated = async (path: string) => {
    const found = await find(path)
    if (found.kind !== 'live') throw new Error(found.kind)
    return found.article.updatedAt
  }

  test('is said where readers find something else, and not where it only stands elsewhere', async () => {
    const { id, path } = await published('Weir repaired')
    const topic = await aTopic()
    await saveField(editor, { articleId: id, field: 'topics', value: [topic.id], baseVersion: 0 })
    await publishNow(editor, id)
    expect(await updated(path)).toBeNull()
    await retype(editor, id, 2, 'It holds now.')
    await publishNow(editor, id)
    const first = await updated(path)
    expect(first).toBeInstanceOf(Date)
    await saveField(editor, { articleId: id, field: 'topics', value: [], baseVersion: 1 })
    await publishNow(editor, id)
    expect(await updated(path)).toEqual(first)
  })
})
