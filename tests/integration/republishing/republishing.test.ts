import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getArticle } from '@/lib/api/get-article'
import { killArticle } from '@/lib/articles/kill-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { findRepublished } from '@/lib/republishing/readers'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

const key = 'paper.republishing'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
})

beforeEach(async () => {
  await database().setting.upsert({
    where: { key },
    create: { key, value: 'everybody' },
    update: { value: 'everybody' },
  })
})

afterEach(async () => {
  await database().setting.deleteMany({ where: { key } })
})

async function look(path: string): Promise<{ kind: string; path?: string; recording: Recording }> {
  const recording = emptyRecording()
  const [, sectionSlug = '', slug = ''] = path.split('/')
  const found = await recordInto(recording, () => findRepublished(sectionSlug, slug))
  return { ...found, recording }
}

async function published(topics: string[] = []): Promise<{ id: string; path: string }> {
  const id = await anArticle(editor, { sectionId: section.id, topics })
  return { id, path: (await publishNow(editor, id)).path }
}

async function set(articleId: string, field: Parameters<typeof saveField>[1]['field'], value: unknown) {
  const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id: articleId } })
  const versions = fieldVersions as Record<string, { version: number } | undefined>
  await saveField(editor, { articleId, field, value, baseVersion: versions[field]?.version ?? 0 })
}

describe('The text for other publishers', () => {
  test('is there where the paper gives it away, and nowhere before it does', async () => {
    const { id, path } = await published()
    const found = await look(path)
    expect(found.kind).toBe('live')
    expect([...found.recording.tags]).toEqual(expect.arrayContaining([tag.article(id), tag.settings]))
    await database().setting.deleteMany({ where: { key } })
    const refused = await look(path)
    expect(refused.kind).toBe('unknown')
    // It is made anew when the paper says something else.
    expect(refused.recording.tags).toContain(tag.settings)
  })

  test.each(['WIRE', 'PARTNER', 'REWRITTEN'])('is not there for what is %s', async (origin) => {
    const { id, path } = await published()
    await set(id, 'sourceName', 'Observer')
    await set(id, 'sourceUrl', 'https://observer.example/a')
    await set(id, 'licence', 'CC BY 4.0')
    await set(id, 'origin', origin)
    if (origin === 'REWRITTEN') await set(id, 'whatWeAdded', 'Two interviews.')
    expect((await look(path)).kind).toBe('live')
    await publishNow(editor, id)
    expect((await look(path)).kind).toBe('unknown')
  })

  test('is not there for what the paper took back', async () => {
    const { id, path } = await published()
    const correction = { kind: 'RETRACTION', text: 'None of it was so: we were taken in.' } as const
    await publishArticle(editor, { articleId: id, version: await versionOf(id), correction })
    expect((await look(path)).kind).toBe('unknown')
    expect(await getArticle({ id })).toMatchObject({ mayBeRepublished: false })
  })

  test('is there for our own words that credit a source', async () => {
    const { id, path } = await published()
    await set(id, 'sourceName', 'Observer')
    await publishNow(editor, id)
    expect((await look(path)).kind).toBe('live')
  })

  test('is not there for what an editor kept out, from the next edition on', async () => {
    const { id, path } = await published()
    await set(id, 'isNotRepublished', true)
    expect((await look(path)).kind).toBe('live')
    expect(await database().article.findUniqueOrThrow({ where: { id } })).toMatchObject({ hasUnpublishedChanges: true })
    const before = await database().publication.findUniqueOrThrow({ where: { articleId: id } })
    await publishNow(editor, id)
    expect((await look(path)).kind).toBe('unknown')
    // Readers have nothing else to read.
    expect(await database().publication.findUniqueOrThrow({ where: { articleId: id } })).toMatchObject({
      updatedAt: before.updatedAt,
    })
  })

  test('is not there where the section or a topic is sensitive, and is told when that changes', async () => {
    const topic = await aTopic()
    const { path } = await published([topic.id])
    const { kind, recording } = await look(path)
    expect(kind).toBe('live')
    expect([...recording.tags]).toEqual(expect.arrayContaining([tag.shelf(topic.id), tag.shelf(section.id)]))
    await database().topic.update({ where: { id: topic.id }, data: { isSensitive: true } })
    expect((await look(path)).kind).toBe('unknown')
  })

  test('moves with its article and goes with it', async () => {
    const { id, path } = await published()
    await set(id, 'slug', 'moved-since')
    await publishNow(editor, id)
    expect(await look(path)).toMatchObject({ kind: 'moved', path: `/${section.slug}/moved-since/republish` })
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    for (const address of [path, `/${section.slug}/moved-since`])
      expect(await look(address)).toMatchObject({ kind: 'gone', reason: 'It was wrong.' })
    await anArticle(editor, { sectionId: section.id, slug: 'still-a-draft' })
    expect((await look(`/${section.slug}/still-a-draft`)).kind).toBe('unknown')
  })
})
