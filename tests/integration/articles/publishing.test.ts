import { beforeAll, describe, expect, test } from 'vitest'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { moveArticle } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let section: { id: string; slug: string }
let elsewhere: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR')
  section = await aSection('city')
  elsewhere = await aSection('harbour')
})

const ready = (headline = `Council votes ${newId()}`) =>
  anArticle(reporter, { document: aDocument(headline), sectionId: section.id })
const publication = (articleId: string) =>
  database().publication.findUnique({ where: { articleId }, include: { edition: true, topics: true, bylines: true } })

describe('Publishing', () => {
  test('cuts an edition with the document and the fields as they are, and points the publication at it', async () => {
    const topic = await aTopic()
    const id = await anArticle(reporter, {
      document: aDocument('Ferry returns'),
      sectionId: section.id,
      topics: [topic.id],
    })
    expect(await publishNow(editor, id)).toEqual({ path: '/city/ferry-returns', edition: 1 })
    const live = await publication(id)
    expect(live).toMatchObject({ slug: 'ferry-returns', headline: 'Ferry returns', edition: { number: 1, version: 0 } })
    expect(live?.edition.metadata).toMatchObject({
      section: { slug: 'city' },
      bylines: [{ name: 'Ada Writer', role: '' }],
      topics: [{ id: topic.id }],
    })
    expect(live?.words).toContain('The council met on Tuesday.')
    expect((await getArticleForDesk(editor, id)).state).toBe('PUBLISHED')
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.publish' } })
    expect(events).toMatchObject([{ personId: editor.id }])
  })

  test('a reporter cannot publish, not even their own', async () => {
    const id = await ready()
    await expect(publishNow(reporter, id)).rejects.toThrow(Forbidden)
    expect(await publication(id)).toBeNull()
    await expect(publishArticle({ kind: 'nobody' }, { articleId: id, version: 0 })).rejects.toThrow(NotFound)
  })

  test('readers keep the old text until changes are published', async () => {
    const id = await ready('Ferry returns to the quay')
    await publishNow(editor, id)
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    expect((await publication(id))?.words).toContain('Tuesday')
    expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(true)
    await publishNow(editor, id)
    expect((await publication(id))?.words).toContain('Wednesday')
    expect((await publication(id))?.edition.number).toBe(2)
    expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(false)
  })

  test('publishes the version that the person saw, though somebody typed on', async () => {
    const id = await ready('Seen headline')
    await retype(reporter, id, 2, 'What the editor saw.')
    const seen = await versionOf(id)
    await retype(reporter, id, 2, 'What was typed meanwhile.')
    await publishArticle(editor, { articleId: id, version: seen })
    expect((await publication(id))?.words).toContain('What the editor saw.')
    expect((await publication(id))?.words).not.toContain('meanwhile')
    expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(true)
  })

  test('a version that is not saved yet is refused', async () => {
    const id = await ready()
    await expect(publishArticle(editor, { articleId: id, version: 5 })).rejects.toThrow(Conflict)
  })

  test('an edition cannot be changed or deleted, by anybody', async () => {
    const id = await ready()
    await publishNow(editor, id)
    const change = database().$executeRaw`UPDATE "Edition" SET number = 9 WHERE "articleId" = ${id}::uuid`
    await expect(change).rejects.toThrow(/written once/)
    const removal = database().$executeRaw`DELETE FROM "Edition" WHERE "articleId" = ${id}::uuid`
    await expect(removal).rejects.toThrow(/written once/)
  })

  test('two editors who publish at once make two editions in order, never half of one', async () => {
    const id = await ready()
    await Promise.all([publishNow(editor, id), publishNow(await aPerson('EDITOR'), id)])
    const editions = await database().edition.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })
    expect(editions.map(({ number }) => number)).toEqual([1, 2])
    expect((await publication(id))?.edition.number).toBe(2)
  })

  test('two articles that take one address at once: one goes out, the other is told', async () => {
    const ids = await Promise.all(
      ['a', 'b'].map((name) =>
        anArticle(reporter, { document: aDocument(name), sectionId: section.id, slug: 'one-address' }),
      ),
    )
    const results = await Promise.allSettled(ids.map((id) => publishNow(editor, id)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason.message).toMatch(/not ready|took this address/)
  })
})

describe('The checklist', () => {
  const codesOf = async (id: string) =>
    (await listPublishIssues(editor, id)).issues
      .filter(({ severity }) => severity === 'blocking')
      .map(({ code }) => code)

  test('an empty draft names all that is missing and the server refuses on the same list', async () => {
    const id = await anArticle(reporter, { document: aDocument('', schema.nodes.paragraph.create()) })
    await saveField(reporter, { articleId: id, field: 'bylines', value: [], baseVersion: 0 }).catch(() => undefined)
    expect(await codesOf(id)).toEqual(['no-headline', 'no-text', 'no-section', 'no-byline', 'no-slug'])
    const refusal = await publishNow(editor, id).catch((error: Invalid) => error)
    expect(refusal).toBeInstanceOf(Invalid)
    expect((refusal as Invalid).issues.map(({ code }) => code)).toContain('no-section')
    expect(await publication(id)).toBeNull()
  })

  test('empty blocks, pictures without words and links to nowhere are named with their place', async () => {
    const { nodes } = schema
    const id = await anArticle(reporter, {
      sectionId: section.id,
      document: aDocument(
        'Blocks',
        'Words.',
        nodes.crosshead.create(),
        nodes.image.create(),
        readMore(null),
        related(newId()),
        readMore(newId()),
        linked('nowhere', { articleId: newId() }),
        nodes.newsletterSignUp.create(),
        nodes.socialPost.create(null, nodes.paragraph.create()),
        nodes.pullQuote.create(),
      ),
    })
    expect(await codesOf(id)).toEqual([
      'empty-crosshead',
      'empty-image',
      'empty-read-more',
      'short-related',
      'no-target',
      'no-target',
      'no-newsletter',
      'empty-post',
      'no-author',
      'empty-quote',
    ])
    const { issues } = await listPublishIssues(editor, id)
    const crosshead = issues.find(({ code }) => code === 'empty-crosshead')
    const document = parseDocument((await getArticleForDesk(editor, id)).document)
    expect(document.nodeAt(Number(crosshead?.field.split(':')[1]))?.type.name).toBe('crosshead')
  })

  test('a link to an article that is not public is a warning, not an obstacle', async () => {
    const draft = await ready()
    const id = await anArticle(reporter, {
      sectionId: section.id,
      document: aDocument('Points at a draft', readMore(draft), 'Words.'),
    })
    const { issues } = await listPublishIssues(editor, id)
    expect(issues).toMatchObject([{ code: 'target-not-public', severity: 'warning' }])
    await publishNow(editor, id)
  })

  test('a slug that another live article has, or once had, is taken', async () => {
    const first = await anArticle(reporter, { sectionId: section.id, slug: 'taken' })
    await publishNow(editor, first)
    const second = await anArticle(reporter, { sectionId: section.id, slug: 'taken' })
    expect(await codesOf(second)).toEqual(['slug-taken'])
    await saveField(editor, { articleId: first, field: 'slug', value: 'moved-on', baseVersion: 1 })
    await publishNow(editor, first)
    expect(await codesOf(second)).toEqual(['slug-taken'])
  })
})

describe('Addresses', () => {
  test('a new slug leaves one redirect that points at the article, and going back leaves none', async () => {
    const id = await anArticle(reporter, { sectionId: section.id, slug: 'a' })
    await publishNow(editor, id)
    for (const [slug, baseVersion] of [
      ['b', 1],
      ['c', 2],
    ] as const) {
      await saveField(editor, { articleId: id, field: 'slug', value: slug, baseVersion })
      await publishNow(editor, id)
    }
    const paths = async () =>
      (await database().redirect.findMany({ where: { articleId: id }, orderBy: { path: 'asc' } })).map(
        ({ path }) => path,
      )
    expect(await paths()).toEqual(['/city/a', '/city/b'])
    await saveField(editor, { articleId: id, field: 'slug', value: 'a', baseVersion: 3 })
    await publishNow(editor, id)
    expect(await paths()).toEqual(['/city/b', '/city/c'])
  })

  test('another section is another address, and readers stay on the old one until changes are published', async () => {
    const id = await anArticle(reporter, { sectionId: section.id, slug: 'wandering' })
    await publishNow(editor, id)
    await saveField(editor, { articleId: id, field: 'sectionId', value: elsewhere.id, baseVersion: 1 })
    expect((await getArticleForDesk(editor, id)).publicPath).toBe('/city/wandering')
    expect((await publishNow(editor, id)).path).toBe('/harbour/wandering')
    expect(await database().redirect.findUnique({ where: { path: '/city/wandering' } })).toMatchObject({
      articleId: id,
    })
  })
})

describe('Unpublishing', () => {
  test('removes the publication, keeps the address for the notice, and keeps the editions', async () => {
    const id = await anArticle(reporter, { sectionId: section.id, slug: 'withdrawn' })
    await publishNow(editor, id)
    await unpublishArticle(editor, { articleId: id, reason: 'A court forbids it.' })
    expect(await publication(id)).toBeNull()
    expect(await database().redirect.findUnique({ where: { path: '/city/withdrawn' } })).toMatchObject({
      articleId: id,
    })
    expect(await database().edition.count({ where: { articleId: id } })).toBe(1)
    expect(await database().link.count({ where: { fromArticleId: id, layer: 'PUBLIC' } })).toBe(0)
    expect(await getArticleForDesk(editor, id)).toMatchObject({
      state: 'UNPUBLISHED',
      unpublishReason: 'A court forbids it.',
      publicPath: null,
    })
  })

  test('an unpublished article can be published again at its address, keeping its first date', async () => {
    const id = await anArticle(reporter, { sectionId: section.id, slug: 'back-again' })
    await publishNow(editor, id)
    const first = (await publication(id))?.firstPublishedAt
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await publishNow(editor, id)
    expect(await publication(id)).toMatchObject({ firstPublishedAt: first, edition: { number: 2 } })
    expect(await database().redirect.findUnique({ where: { path: '/city/back-again' } })).toBeNull()
  })

  test('needs a reason, a public article and an editor', async () => {
    const id = await ready()
    await expect(unpublishArticle(editor, { articleId: id, reason: 'x' })).rejects.toThrow(Conflict)
    await publishNow(editor, id)
    await expect(unpublishArticle(editor, { articleId: id, reason: '  ' })).rejects.toThrow(Invalid)
    await expect(unpublishArticle(reporter, { articleId: id, reason: 'Mine' })).rejects.toThrow(Forbidden)
    expect(await publication(id)).not.toBeNull()
  })
})

describe('Filing', () => {
  test('a reporter files their draft once, and not somebody else’s', async () => {
    const id = await ready()
    await expect(moveArticle(await aPerson('REPORTER'), { articleId: id, move: 'file' })).rejects.toThrow(Forbidden)
    await moveArticle(reporter, { articleId: id, move: 'file' })
    expect((await getArticleForDesk(reporter, id)).state).toBe('FILED')
    await expect(moveArticle(reporter, { articleId: id, move: 'file' })).rejects.toThrow(Conflict)
  })

  test('an article without a headline cannot be filed', async () => {
    const id = await anArticle(reporter, { document: aDocument('') })
    await expect(moveArticle(reporter, { articleId: id, move: 'file' })).rejects.toThrow(Invalid)
  })
})

describe('The link graph', () => {
  test('is what the draft says after a save and what readers see after a publication', async () => {
    const target = await ready()
    const id = await anArticle(reporter, {
      sectionId: section.id,
      document: aDocument(
        'Links',
        linked('the vote', { articleId: target }),
        linked('the law', { href: 'https://law.example/1' }),
        readMore(target),
        related(target, await ready()),
      ),
    })
    const kinds = async (layer: 'DRAFT' | 'PUBLIC') =>
      (await database().link.findMany({ where: { fromArticleId: id, layer }, orderBy: { position: 'asc' } })).map(
        ({ kind, words }) => [kind, words],
      )
    const all = [
      ['INLINE', 'the vote'],
      ['INLINE', 'the law'],
      ['READ_MORE', ''],
      ['RELATED', ''],
      ['RELATED', ''],
    ]
    expect(await kinds('DRAFT')).toEqual(all)
    expect(await kinds('PUBLIC')).toEqual([])
    await publishNow(editor, id)
    expect(await kinds('PUBLIC')).toEqual(all)
    await retype(reporter, id, 2, 'No link any more')
    expect(await kinds('DRAFT')).toEqual(all.slice(1))
    expect(await kinds('PUBLIC')).toEqual(all)
  })
})
