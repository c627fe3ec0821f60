import { beforeAll, describe, expect, test } from 'vitest'
import { findByUrl } from '@/lib/articles/find-by-url'
import { listForFeed } from '@/lib/articles/machine-readers'
import { findArticleByPath, listSection, listTopic } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { database } from '@/lib/db/database'
import { Forbidden } from '@/lib/errors'
import { findPublicPicture } from '@/lib/media/find-picture'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { changeShelf } from '@/lib/shelves/change-shelf'
import { deleteShelf } from '@/lib/shelves/delete-shelf'
import { listKeptShelves } from '@/lib/shelves/list-kept-shelves'
import { searchTopics } from '@/lib/shelves/list-shelves'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { moveSection } from '@/lib/shelves/move-section'
import type { ShelfInput } from '@/lib/shelves/shelf-input'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'
import { aShelf, changeNow, shelfInput } from '@/tests/support/shelves'

let editor: PersonActor

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Ines Calder')
})

const aSectionNamed = (name: string) => aShelf(editor, { kind: 'section', name })
const change = (id: string, wanted: Partial<ShelfInput>) => changeNow(editor, id, wanted)

async function published(wanted: { sectionId: string; topics?: string[]; slug?: string }) {
  const id = await anArticle(editor, { document: aDocument(`Ferry ${Math.random()}`), ...wanted })
  return { id, ...(await publishNow(editor, id)) }
}

function find(path: string) {
  const [, section = '', slug = ''] = path.split('/')
  return findArticleByPath(section, slug)
}

describe('A section with another slug', () => {
  test('keeps every address of its articles: one step, however often either moved', async () => {
    const section = await aSectionNamed('Quayside')
    const { id } = await published({ sectionId: section.id, slug: 'first-ferry' })
    await change(section.id, { kind: 'section', name: 'Quayside', slug: 'waterfront' })
    expect(await find('/quayside/first-ferry')).toEqual({ kind: 'moved', path: '/waterfront/first-ferry' })
    expect(await findMovedShelf('section', 'quayside')).toBe('/waterfront')

    await saveField(editor, { articleId: id, field: 'slug', value: 'second-ferry', baseVersion: 1 })
    await publishNow(editor, id)
    await change(section.id, { kind: 'section', name: 'Quayside', slug: 'shoreline' })
    const now = { kind: 'moved', path: '/shoreline/second-ferry' }
    for (const path of ['/quayside/first-ferry', '/waterfront/first-ferry', '/waterfront/second-ferry'])
      expect(await find(path), path).toEqual(now)
    expect((await find('/shoreline/second-ferry')).kind).toBe('live')
    expect((await findByUrl(editor, '/quayside/first-ferry', null))?.id).toBe(id)
    expect(await find('/quayside/never-was')).toEqual({ kind: 'unknown' })
  })

  test('does not let another article take an address that still leads to the first', async () => {
    const section = await aSectionNamed('Riverbank')
    const { id } = await published({ sectionId: section.id, slug: 'old-flood' })
    await saveField(editor, { articleId: id, field: 'slug', value: 'new-flood', baseVersion: 1 })
    await publishNow(editor, id)
    await change(section.id, { kind: 'section', name: 'Riverbank', slug: 'riverside' })
    await expect(published({ sectionId: section.id, slug: 'old-flood' })).rejects.toMatchObject({
      issues: [expect.objectContaining({ code: 'slug-taken' })],
    })
  })

  test('cannot take the slug of a page, nor one that leads to another section', async () => {
    const [one, other] = [await aSectionNamed('Markets'), await aSectionNamed('Money')]
    await change(one.id, { kind: 'section', name: 'Markets', slug: 'trade' })
    const take = (slug: string) => change(other.id, { kind: 'section', name: 'Money', slug })
    await expect(take('search')).rejects.toThrow('page of the site')
    await expect(take('markets')).rejects.toThrow('leads readers to “Markets”')
    await expect(take('trade')).rejects.toThrow('is the address of “Markets”')
    // It may have its own former one back.
    await change(one.id, { kind: 'section', name: 'Markets', slug: 'markets' })
    expect(await findMovedShelf('section', 'trade')).toBe('/markets')
  })
})

describe('Parents', () => {
  test('make no circle and at most four levels, whoever writes', async () => {
    const a = await aShelf(editor)
    const b = await aShelf(editor, { parentId: a.id })
    const c = await aShelf(editor, { parentId: b.id })
    const d = await aShelf(editor, { parentId: c.id })
    await expect(aShelf(editor, { parentId: d.id })).rejects.toThrow('At most 4')
    await expect(change(a.id, { parentId: c.id })).rejects.toThrow('stands below this itself')
    await expect(change(a.id, { parentId: a.id })).rejects.toThrow('stands below this itself')
    const byHand = database().topic.update({ where: { id: a.id }, data: { parentId: c.id } })
    await expect(byHand).rejects.toThrow(/below itself/)
  })

  test('two changes at once that close a circle together: one is refused', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    const results = await Promise.allSettled([change(a.id, { parentId: b.id }), change(b.id, { parentId: a.id })])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('Two who change one shelf at once', () => {
  test.each(['topic', 'section'] as const)(
    '%s: the second is shown both values, and nothing is written',
    async (kind) => {
      const { id } = await aShelf(editor, { kind, aliases: ['Eddies'].map((name) => `${name} ${kind}`) })
      const other = await aPerson('EDITOR', 'Edwin Editor')
      const [first, second] = [shelfInput({ kind, description: 'Theirs' }), shelfInput({ kind, description: 'Mine' })]
      expect(await changeShelf(other, { ...first, id, baseVersion: 0 })).toEqual({ kind: 'saved' })
      const clash = await changeShelf(editor, { ...second, id, baseVersion: 0 })
      expect(clash).toMatchObject({
        kind: 'clash',
        version: 1,
        by: 'Edwin Editor',
        standing: { name: first.name, description: 'Theirs', aliases: [], parentId: null, picture: null },
      })
      const kept = async () => (await listKeptShelves(editor, kind)).find((each) => each.id === id)
      expect(await kept()).toMatchObject({ name: first.name, description: 'Theirs', version: 1 })
      expect(await changeShelf(editor, { ...second, id, baseVersion: 1 })).toEqual({ kind: 'saved' })
      expect(await kept()).toMatchObject({ name: second.name, description: 'Mine', version: 2 })
    },
  )

  test('within one moment: one saves, the other is asked', async () => {
    const { id } = await aShelf(editor)
    const save = () => changeShelf(editor, { ...shelfInput({}), id, baseVersion: 0 })
    const results = await Promise.all([save(), save(), save()])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['clash', 'clash', 'saved'])
  })

  test('a merge counts: it brings names along', async () => {
    const [from, into] = [await aShelf(editor), await aShelf(editor)]
    await mergeShelves(editor, { kind: 'topic', id: from.id, intoId: into.id })
    const late = await changeShelf(editor, { ...shelfInput({}), id: into.id, baseVersion: 0 })
    expect(late).toMatchObject({ kind: 'clash', standing: { aliases: [expect.stringContaining('Topic')] } })
  })
})

describe('Other names', () => {
  test('find the topic, however they are written, and say so', async () => {
    const parent = await aShelf(editor, { name: 'Fisheries' })
    const topic = await aShelf(editor, { name: 'Cod quota', parentId: parent.id, aliases: ['Pêche à la morue'] })
    expect(await searchTopics(editor, 'peche')).toEqual([
      { id: topic.id, slug: topic.slug, name: 'Fisheries › Cod quota', alias: 'Pêche à la morue' },
    ])
    expect(await searchTopics(editor, 'cod quo')).toMatchObject([{ alias: null }])
    expect(await searchTopics(editor, '%')).toEqual([])
  })

  test('stand once among all topics', async () => {
    await aShelf(editor, { name: 'Lighthouses', aliases: ['Beacons'] })
    await expect(aShelf(editor, { name: 'beacons' })).rejects.toThrow('another name of the topic “Lighthouses”')
    await expect(aShelf(editor, { aliases: ['LIGHTHOUSES'] })).rejects.toThrow('a topic “Lighthouses” already')
  })
})

describe('For readers', () => {
  test('a topic on which only drafts stand is nowhere: not at its address, not at a former one, not below its parent', async () => {
    const section = await aSectionNamed('Leaks')
    const parent = await aShelf(editor, { name: 'Inquiries' })
    const secret = await aShelf(editor, { name: 'Secret inquiry', parentId: parent.id, aliases: ['Canary'] })
    await anArticle(editor, { sectionId: section.id, topics: [secret.id] })
    await published({ sectionId: section.id, topics: [parent.id] })
    await change(secret.id, { name: 'Secret inquiry', slug: 'still-secret', parentId: parent.id })
    expect(await listTopic('still-secret', 1)).toBeNull()
    expect(await findMovedShelf('topic', secret.slug)).toBeNull()
    expect(JSON.stringify(await listTopic(parent.slug, 1))).not.toContain('ecret')
  })

  test('a topic lists the articles of those below it, each once, and says where it stands', async () => {
    const section = await aSectionNamed('Weather desk')
    const storms = await aShelf(editor, { name: 'Storms', description: 'Wind and water.' })
    const surge = await aShelf(editor, { name: 'Surges', parentId: storms.id })
    await published({ sectionId: section.id, topics: [surge.id] })
    await published({ sectionId: section.id, topics: [storms.id, surge.id] })
    const parent = await listTopic(storms.slug, 1)
    expect(parent?.articles).toHaveLength(2)
    expect(parent?.subject).toMatchObject({
      description: 'Wind and water.',
      above: [],
      below: [{ name: 'Surges', path: `/topic/${surge.slug}` }],
    })
    expect((await listTopic(surge.slug, 1))?.subject.above).toEqual([{ name: 'Storms', path: `/topic/${storms.slug}` }])
    const recording = emptyRecording()
    await recordInto(recording, () => listTopic(storms.slug, 1))
    expect([...recording.tags]).toEqual(expect.arrayContaining([tag.topic(storms.id), tag.topic(surge.id)]))
  })

  test('a section’s front and its feed carry the articles of those below it', async () => {
    const parent = await aSectionNamed('Regions')
    const child = await aShelf(editor, { kind: 'section', name: 'North shore', parentId: parent.id })
    const { id } = await published({ sectionId: child.id })
    expect((await listSection(parent.slug, 1))?.articles.map((article) => article.id)).toEqual([id])
    expect(
      (await listForFeed('rss', { kind: 'section', slug: parent.slug }))?.articles.map((article) => article.id),
    ).toEqual([id])
  })

  test('a topic and an author have feeds once they have a public article, with what stands below and under present names', async () => {
    const section = await aSectionNamed('Feeds desk')
    const storms = await aShelf(editor, { name: 'Gales', description: 'Wind.' })
    const surge = await aShelf(editor, { name: 'Swell', parentId: storms.id })
    const feed = (slug: string) => listForFeed('rss', { kind: 'topic', slug })
    await anArticle(editor, { sectionId: section.id, topics: [surge.id] })
    expect(await feed(surge.slug)).toBeNull()
    expect(await feed('never-was')).toBeNull()
    const { id } = await published({ sectionId: section.id, topics: [surge.id, storms.id] })
    await change(surge.id, { name: 'Great swell', slug: 'great-swell', parentId: storms.id })
    const found = await feed(storms.slug)
    expect(found?.subject).toEqual({
      id: storms.id,
      name: 'Gales',
      description: 'Wind.',
      path: `/topic/${storms.slug}`,
    })
    expect(found?.articles.map((article) => article.id)).toEqual([id])
    expect(found?.articles[0]?.metadata.topics.map(({ name }) => name)).toEqual(['Great swell', 'Gales'])
    expect(await feed(surge.slug)).toBeNull()
    expect((await feed('great-swell'))?.articles).toHaveLength(1)

    const author = await aPerson('EDITOR', 'Nora Feeds')
    const byline = await database().byline.findUniqueOrThrow({ where: { personId: author.id } })
    const authored = () => listForFeed('rss', { kind: 'author', slug: byline.slug })
    const draft = await anArticle(author, { sectionId: section.id })
    expect(await authored()).toBeNull()
    await publishNow(author, draft)
    expect(await authored()).toMatchObject({
      subject: { name: 'Nora Feeds', path: `/author/${byline.slug}` },
      articles: [{ id: draft }],
    })
  })

  test('an article prints the present name of a renamed topic', async () => {
    const section = await aSectionNamed('Names')
    const topic = await aShelf(editor, { name: 'Gull nests' })
    const { path } = await published({ sectionId: section.id, topics: [topic.id] })
    await change(topic.id, { name: 'Gulls', slug: 'gulls' })
    const found = await find(path)
    expect(found.kind === 'live' && found.article.metadata.topics).toEqual([
      { id: topic.id, slug: 'gulls', name: 'Gulls' },
    ])
  })

  test('the picture of a topic without public articles is not served', async () => {
    const mediaId = crypto.randomUUID()
    const asset = { fileName: 'quay.jpg', width: 640, height: 480, widths: [320], createdAt: new Date() }
    await database().mediaAsset.create({ data: { id: mediaId, uploadedById: editor.id, ...asset } })
    await aShelf(editor, { picture: { mediaId, alt: 'The quay' } })
    expect(await findPublicPicture(mediaId, 'w320.webp')).toBeNull()
  })
})

describe('Deleting and ordering', () => {
  test('an empty shelf goes; one with an article, even a draft, or with others below it stays', async () => {
    const section = await aSectionNamed('Short-lived')
    const topic = await aShelf(editor)
    const child = await aShelf(editor, { parentId: topic.id })
    await anArticle(editor, { sectionId: section.id, topics: [child.id] })
    await expect(deleteShelf(editor, { kind: 'section', id: section.id })).rejects.toThrow('has an article')
    await expect(deleteShelf(editor, { kind: 'topic', id: topic.id })).rejects.toThrow('stand below')
    await expect(deleteShelf(editor, { kind: 'topic', id: child.id })).rejects.toThrow('has an article')
    const empty = await aShelf(editor)
    await expect(deleteShelf(await aPerson('REPORTER'), { kind: 'topic', id: empty.id })).rejects.toThrow(Forbidden)
    await deleteShelf(editor, { kind: 'topic', id: empty.id })
    expect(await database().topicSlug.count({ where: { slug: empty.slug } })).toBe(0)
  })

  test('a section moves among those with the same parent', async () => {
    const parent = await aSectionNamed('Order')
    const names = ['One', 'Two', 'Three'].map((name) => `Order ${name}`)
    const ids: string[] = []
    for (const name of names) ids.push((await aShelf(editor, { kind: 'section', name, parentId: parent.id })).id)
    const order = async () =>
      (await listKeptShelves(editor, 'section'))
        .filter(({ parentId }) => parentId === parent.id)
        .map(({ name }) => name)
    await moveSection(editor, { id: ids[2] ?? '', to: 'up' })
    await moveSection(editor, { id: ids[0] ?? '', to: 'up' })
    expect(await order()).toEqual(['Order One', 'Order Three', 'Order Two'])
    expect((await listSection(parent.slug, 1))?.subject.below).toHaveLength(3)
  })
})
