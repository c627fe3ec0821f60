import { afterEach, beforeAll, expect, test } from 'vitest'
import { loadArticle } from '@/lib/articles/load-article'
import { database, Prisma, transaction } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { NOTHING_TO_GO_OUT, nothingToGoOut } from '@/lib/schedule/nothing-scheduled'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
const zone = process.env.TZ

beforeAll(async () => {
  editor = await aPerson('EDITOR')
})

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

async function anArticleWithEverything(): Promise<string> {
  const id = await anArticle(editor, { sectionId: (await aSection()).id })
  await publishNow(editor, id)
  const at = new Date('2026-11-29T23:30:00.123Z')
  await database().article.update({
    where: { id },
    data: {
      plannedFor: new Date('2026-12-24'),
      dueAt: at,
      publishAt: at,
      publishZone: 'Asia/Tokyo',
      publishVersion: 3,
      publishMetadata: { headline: 'Later', topics: [] },
      publishOverridden: ['no-picture', 'open "quotes", and commas'],
      scheduledById: editor.id,
      commissionedWords: 800,
      stateBefore: 'APPROVED',
      origin: 'WIRE',
    },
  })
  return id
}

test.each(['UTC', 'America/New_York', 'Pacific/Auckland'])(
  'an article is read as Prisma reads it, on a machine in %s',
  async (timeZone) => {
    process.env.TZ = timeZone
    const id = await anArticleWithEverything()
    const expected = await database().article.findUniqueOrThrow({ where: { id } })
    const loaded = await transaction((tx) => loadArticle(tx, editor, id))
    expect(
      Object.fromEntries(Object.keys(expected).map((name) => [name, loaded[name as keyof typeof loaded]])),
    ).toEqual(expected)
    expect(Object.keys(expected).sort()).toEqual(Object.values(Prisma.ArticleScalarFieldEnum).sort())
  },
)

test('what goes out leaves nothing scheduled, whichever way it is written', () => {
  const columns = [...nothingToGoOut.text.matchAll(/"(\w+)" =/g)].map(([, name]) => name)
  expect(columns.sort()).toEqual(Object.keys(NOTHING_TO_GO_OUT).sort())
})
