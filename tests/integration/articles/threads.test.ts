import { beforeAll, describe, expect, test } from 'vitest'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { findThread } from '@/lib/threads/readers'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Edwin Editor')
  section = await aSection()
})

let slugs = 0
function story(headline: string): Promise<string> {
  slugs += 1
  return anArticle(editor, { document: aDocument(headline), sectionId: section.id, slug: `story-${slugs}` })
}

async function follow(articleId: string, followsId: string | null, baseVersion = 0): Promise<void> {
  await saveField(editor, { articleId, field: 'followsId', value: followsId, baseVersion })
}

/** Three public stories, each a follow-up of the one before. */
async function aThread(): Promise<[string, string, string]> {
  const ids: [string, string, string] = [await story('Began'), await story('Went on'), await story('Ended')]
  await follow(ids[1], ids[0])
  await follow(ids[2], ids[1])
  for (const id of ids) await publishNow(editor, id)
  return ids
}

const headlines = async (id: string) => {
  const { follows, latest, soFar } = await findThread(id)
  return [follows?.headline, latest?.headline, soFar.map(({ headline }) => headline)]
}

describe('A thread', () => {
  test('tells each story what it follows, the older ones the latest, the newest all before it', async () => {
    const [first, second, third] = await aThread()
    expect(await headlines(first)).toEqual([undefined, 'Ended', []])
    expect(await headlines(second)).toEqual(['Began', 'Ended', []])
    expect(await headlines(third)).toEqual(['Went on', undefined, ['Went on', 'Began']])
  })

  test('leaves what it already says of the others as it is when one goes out again', async () => {
    const [first, second, third] = await aThread()
    // The transaction that wrote a row last.
    const writers = () => database().$queryRaw<{ xmin: string }[]>`
      SELECT xmin::text FROM "Publication" WHERE "articleId" IN (${first}::uuid, ${third}::uuid) ORDER BY "articleId"`
    const before = await writers()
    await publishNow(editor, second)
    expect(await writers()).toEqual(before)
    expect(await headlines(third)).toEqual(['Went on', undefined, ['Went on', 'Began']])
  })

  test('skips a withdrawn story and stays one, and takes it in again', async () => {
    const [first, second, third] = await aThread()
    await unpublishArticle(editor, { articleId: second, reason: 'Wrong.' })
    expect(await headlines(third)).toEqual(['Began', undefined, ['Began']])
    expect(await headlines(first)).toEqual([undefined, 'Ended', []])
    await publishNow(editor, second)
    expect(await headlines(third)).toEqual(['Went on', undefined, ['Went on', 'Began']])
  })

  test('goes with the story in its middle to another thread', async () => {
    const [first, second, third] = await aThread()
    const other = await story('Elsewhere')
    await publishNow(editor, other)
    await follow(second, other, 1)
    expect(await headlines(second)).toEqual(['Began', 'Ended', []])
    await publishNow(editor, second)
    expect(await headlines(first)).toEqual([undefined, undefined, []])
    const rows = await database().publication.findMany({ where: { threadId: other } })
    expect(new Set(rows.map(({ articleId }) => articleId))).toEqual(new Set([other, second, third]))
  })

  test('does not name a story that is not public', async () => {
    const [, , third] = await aThread()
    const draft = await story('CANARY')
    await follow(draft, third)
    const late = await story('After the canary')
    await follow(late, draft)
    await publishNow(editor, late)
    expect(await headlines(late)).toEqual([undefined, undefined, []])
    expect(await headlines(third)).toEqual(['Went on', undefined, ['Went on', 'Began']])
  })

  test('never goes in a circle, not even when two people close it at once', async () => {
    const [one, two] = [await story('One'), await story('Two')]
    await expect(follow(one, one)).rejects.toThrow(Invalid)
    for (let round = 0; round < 5; round += 1) {
      const version = async (id: string) => {
        const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id } })
        return (fieldVersions as { followsId?: { version: number } }).followsId?.version ?? 0
      }
      const results = await Promise.allSettled([
        follow(one, two, await version(one)),
        follow(two, one, await version(two)),
      ])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await follow(one, null, await version(one))
      await follow(two, null, await version(two))
    }
  })
})

describe('A circle before readers', () => {
  const publicly = (id: string) =>
    database().article.findUniqueOrThrow({ where: { id }, select: { publishedFollowsId: true } })

  /** Drafts that each follow the next, the last one the first. No form lets them: written by hand. */
  async function aCircle(length: number): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < length; n += 1) ids.push(await story(`Circle ${n}`))
    for (const [index, id] of ids.entries())
      await database().article.update({ where: { id }, data: { followsId: ids[(index + 1) % length] ?? null } })
    return ids
  }

  test('is refused, with the field to change, when the second of two is published', async () => {
    const [one = '', two = ''] = await aCircle(2)
    await publishNow(editor, one)
    const late = publishNow(editor, two)
    await expect(late).rejects.toBeInstanceOf(Invalid)
    await expect(late).rejects.toMatchObject({ issues: [{ field: 'followsId', code: 'circle', severity: 'blocking' }] })
    expect(await publicly(two)).toEqual({ publishedFollowsId: null })
    expect(await database().publication.count({ where: { articleId: two } })).toBe(0)
  })

  test('is refused as long as readers have the other way round, and no longer', async () => {
    const [first, second] = [await story('First'), await story('Second')]
    await follow(second, first)
    await publishNow(editor, first)
    await publishNow(editor, second)
    await follow(second, null, 1)
    await follow(first, second)
    await expect(publishNow(editor, first)).rejects.toThrow('Publish that one first')
    await publishNow(editor, second)
    await publishNow(editor, first)
    expect(await headlines(first)).toEqual(['Second', 'Second', []])
  })

  test.each([2, 3, 5])(
    'is refused when all %i are published at the same moment: one at least, and no thread is torn',
    async (length) => {
      for (let round = 0; round < 4; round += 1) {
        const ids = await aCircle(length)
        const results = await Promise.allSettled(ids.map((id) => publishNow(editor, id)))
        const refused = results.filter((result) => result.status === 'rejected')
        expect(refused).toHaveLength(1)
        for (const { reason } of refused) expect(reason).toBeInstanceOf(Invalid)
        // Every one that is public is in one thread, which began with the one that was refused.
        const left = ids[results.findIndex(({ status }) => status === 'rejected')] ?? ''
        const rows = await database().publication.findMany({ where: { articleId: { in: ids } } })
        expect(rows).toHaveLength(length - 1)
        for (const row of rows) expect(row.threadId).toBe(left)
      }
    },
  )

  test('follow-ups and the story that they follow, all at once: each knows of the one before it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ids = [await story('Began'), await story('Went on'), await story('Ended')]
      const [first = '', second = '', third = ''] = ids
      await follow(second, first)
      await follow(third, second)
      await Promise.all(ids.map((id) => publishNow(editor, id)))
      const rows = await database().publication.findMany({ where: { articleId: { in: ids } } })
      const of = new Map(rows.map(({ articleId, followsId, threadId }) => [articleId, { followsId, threadId }]))
      expect(of.get(first)).toEqual({ followsId: null, threadId: first })
      expect(of.get(second)).toEqual({ followsId: first, threadId: first })
      expect(of.get(third)).toEqual({ followsId: second, threadId: first })
      await Promise.all([
        unpublishArticle(editor, { articleId: first, reason: 'Wrong.' }),
        publishNow(editor, second),
        unpublishArticle(editor, { articleId: third, reason: 'Wrong.' }),
      ])
      await Promise.all([publishNow(editor, third), publishNow(editor, first)])
      const again = await database().publication.findMany({ where: { articleId: { in: ids } } })
      for (const row of again) expect(row).toMatchObject(of.get(row.articleId) ?? {})
    }
  })
})
