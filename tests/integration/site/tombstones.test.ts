import { beforeAll, describe, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import { killArticle } from '@/lib/articles/kill-article'
import type { FeedOf } from '@/lib/articles/machine-readers'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import type { FeedFormat } from '@/lib/feeds/tombstones'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

const FORMATS = ['rss', 'atom', 'json'] as const satisfies FeedFormat[]
const NOTICE = 'A court forbade it.'
const DAY = 86_400_000

let editor: PersonActor
let above: { id: string; slug: string }
let section: { id: string; slug: string }
let elsewhere: { id: string; slug: string }
let topic: { id: string; slug: string }
let authorSlug: string
let topicName: string
let authorName: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  above = await aSection()
  section = await aSection()
  elsewhere = await aSection()
  await database().section.update({ where: { id: section.id }, data: { parentId: above.id } })
})

/** A feed as readers get it, and what the reader cache is told of it. */
async function feed(format: FeedFormat, of?: FeedOf): Promise<{ status: number; text: string; recording: Recording }> {
  const recording = emptyRecording()
  const response = await recordInto(recording, () => feedResponse(format, of))
  return { status: response.status, text: await response.text(), recording }
}

/** An article of an author and a topic of its own, before readers. */
async function published(sectionId = section.id): Promise<string> {
  const author = await aPerson('REPORTER')
  topic = await aTopic()
  authorSlug = `byline-${author.id}`
  authorName = author.name
  topicName = `Trial of ${topic.slug}`
  await database().topic.update({ where: { id: topic.id }, data: { name: topicName } })
  const document = aDocument(`Canaryheadline ${author.id}`, 'The canarytext.')
  const id = await anArticle(author, { document, sectionId, topics: [topic.id] })
  await publishNow(editor, id)
  return id
}

/** Publishes it anew in another section. */
async function moveTo(id: string, sectionId: string): Promise<void> {
  const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id } })
  const baseVersion = (fieldVersions as { sectionId: { version: number } }).sectionId.version
  await saveField(editor, { articleId: id, field: 'sectionId', value: sectionId, baseVersion })
  await publishNow(editor, id)
}

const carrying = (): (FeedOf | undefined)[] => [
  undefined,
  { kind: 'section', slug: section.slug },
  { kind: 'section', slug: above.slug },
  { kind: 'topic', slug: topic.slug },
  { kind: 'author', slug: authorSlug },
]

/** The words that feeds of a format have for a withdrawal, of this article. */
function tells(format: FeedFormat, text: string, id: string): boolean {
  if (format === 'atom') return text.includes(`<at:deleted-entry ref="urn:uuid:${id}"`)
  if (format === 'rss') return text.includes(`urn:uuid:${id}`) && text.includes('<title>Withdrawn</title>')
  return (JSON.parse(text) as { items: { id: string; _withdrawn?: object }[] }).items.some(
    (item) => item.id === `urn:uuid:${id}` && item._withdrawn !== undefined,
  )
}

describe('A killed article', () => {
  test('leaves its id and the notice, and no word of its own, in every feed that carried it and in no other', async () => {
    const id = await published()
    for (const of of carrying()) expect((await feed('rss', of)).text).toContain('Canaryheadline')
    await killArticle(editor, { articleId: id, reason: NOTICE })
    for (const format of FORMATS) {
      for (const of of carrying()) {
        const { status, text } = await feed(format, of)
        expect(status, `${format} ${JSON.stringify(of)}`).toBe(200)
        expect(tells(format, text, id), `${format} ${JSON.stringify(of)}`).toBe(true)
        expect(text).toContain(NOTICE)
        expect(text).not.toMatch(/canary|What it means for the town/i)
        // Readers have nothing else of this topic and this author: their pages are gone, and so are their names.
        if (of?.kind === 'topic') expect(text).not.toContain(topicName)
        if (of?.kind === 'author') expect(text).not.toContain(authorName)
      }
      const other = await feed(format, { kind: 'section', slug: elsewhere.slug })
      expect(other.text).not.toContain(id)
    }
  })

  test('that moved between sections is told of where it was before, too; and where that was merged into', async () => {
    const first = await aSection()
    const id = await published(first.id)
    await moveTo(id, elsewhere.id)
    await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
    await killArticle(editor, { articleId: id, reason: NOTICE })
    for (const slug of [first.slug, elsewhere.slug])
      expect(tells('rss', (await feed('rss', { kind: 'section', slug })).text, id), slug).toBe(true)
    const into = await aSection()
    await mergeShelves(await aPerson('ADMINISTRATOR'), { kind: 'section', id: first.id, intoId: into.id })
    expect(tells('rss', (await feed('rss', { kind: 'section', slug: into.slug })).text, id)).toBe(true)
    expect((await feed('rss', { kind: 'section', slug: first.slug })).recording.movedTo).toBe(`/${into.slug}/feed.xml`)
  })

  test('is told of for thirty days, and the feed ends by itself when they are over', async () => {
    const id = await published()
    await killArticle(editor, { articleId: id, reason: NOTICE })
    const of: FeedOf = { kind: 'topic', slug: topic.slug }
    const killedAt = new Date(Date.now() - 30 * DAY + 60_000)
    await database().article.update({ where: { id }, data: { killedAt, unpublishedAt: killedAt } })
    for (const format of FORMATS) {
      const { text, recording } = await feed(format, of)
      expect(tells(format, text, id)).toBe(true)
      expect(recording.endsAt).toEqual(new Date(killedAt.getTime() + 30 * DAY))
    }
    await database().article.update({ where: { id }, data: { killedAt: new Date(Date.now() - 30 * DAY) } })
    for (const format of FORMATS) expect((await feed(format, of)).status).toBe(404)
  })
})

test('an unpublished article is told of where it can be taken back: in Atom, until it is published again', async () => {
  const id = await published()
  await unpublishArticle(editor, { articleId: id, reason: 'Under review.' })
  for (const of of carrying()) {
    expect(tells('atom', (await feed('atom', of)).text, id)).toBe(true)
    for (const format of ['rss', 'json'] as const) expect((await feed(format, of)).text).not.toContain(id)
  }
  await publishNow(editor, id)
  for (const of of carrying()) {
    const { text } = await feed('atom', of)
    expect(tells('atom', text, id)).toBe(false)
    expect(text).toContain('Canaryheadline')
  }
})

test('exactly the feeds that carried it are made anew when it goes and when it comes back', async () => {
  const first = await aSection()
  const id = await published(first.id)
  await moveTo(id, section.id)

  let purged: readonly string[] = []
  const uninstall = installReaderCache({
    purge: (tags) => {
      purged = [...purged, ...tags]
    },
    purgeAll: () => undefined,
    warm: () => undefined,
  })
  const moves = [
    () => unpublishArticle(editor, { articleId: id, reason: 'Under review.' }),
    () => publishNow(editor, id),
    () => unpublishArticle(editor, { articleId: id, reason: 'Under review.' }),
    () => killArticle(editor, { articleId: id, reason: NOTICE }),
  ]
  try {
    for (const move of moves) {
      const concerned = [...carrying(), { kind: 'section', slug: first.slug } as const]
      const tagsOf = async (of?: FeedOf) => [...(await feed('atom', of)).recording.tags]
      const before = await Promise.all(concerned.map(tagsOf))
      const others = await tagsOf({ kind: 'section', slug: elsewhere.slug })
      purged = []
      await move()
      for (const [index, tags] of before.entries())
        expect(
          tags.some((name) => purged.includes(name)),
          `${move} ${JSON.stringify(concerned[index])}`,
        ).toBe(true)
      expect(others.filter((name) => purged.includes(name))).toEqual([])
    }
  } finally {
    uninstall()
  }
})
