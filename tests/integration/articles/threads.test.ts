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
