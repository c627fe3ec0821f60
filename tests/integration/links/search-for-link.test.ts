import { beforeAll, describe, expect, test } from 'vitest'
import { searchForLink } from '@/lib/articles/search-for-link'
import { newId } from '@/lib/ids'
import { rememberChoice } from '@/lib/links/remember-choice'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let sectionId: string
const ids: Record<string, string> = {}

const headlines = {
  harbour: 'Harbour board votes on the ferry',
  cafe: 'Café owners fight the new Überweg',
  old: 'A ferry that nobody wanted',
  percent: 'Rents rise 5% in a year_long dispute',
}

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  sectionId = (await aSection()).id
  for (const [name, headline] of Object.entries(headlines))
    ids[name] = await anArticle(editor, { sectionId, document: aDocument(headline) })
  await publishNow(editor, ids.harbour ?? '')
})

const found = async (words: string, actor = editor) =>
  (await searchForLink(actor, words, 20)).map(({ headline }) => headline)

describe('The picker', () => {
  test.each([
    ['ferry', [headlines.old, headlines.harbour]],
    ['FERRY board', [headlines.harbour]],
    ['votes ferry harb', [headlines.harbour]],
    ['cafe uberweg', [headlines.cafe]],
    ['5%', [headlines.percent]],
    ['year_long', [headlines.percent]],
  ])('finds "%s"', async (words, expected) => {
    expect(await found(words)).toEqual(expected)
  })

  test.each([
    ['habour', headlines.harbour],
    ['harbuor', headlines.harbour],
    ['ferrry', headlines.old],
    ['cafee owners', headlines.cafe],
    ['dispuet', headlines.percent],
  ])('finds what "%s" was meant to be', async (words, expected) => {
    expect(await found(words)).toContain(expected)
  })

  test.each(['xylophone', '%', '_', '\\', "'; DROP TABLE"])(
    'finds nothing, or only what holds it, for %j',
    async (words) => {
      const all = await found(words)
      for (const headline of all) expect(headline.includes(words.trim()[0] ?? '')).toBe(true)
      expect(all.length).toBeLessThanOrEqual(1)
    },
  )

  test('tells state, section and whether readers can see it', async () => {
    const [harbour] = await searchForLink(editor, 'harbour board', 5)
    expect(harbour).toMatchObject({ state: 'PUBLISHED', isPublic: true, picture: null })
    expect(harbour?.sectionName).not.toBeNull()
    const [cafe] = await searchForLink(editor, 'café', 5)
    expect(cafe).toMatchObject({ state: 'DRAFT', isPublic: false, path: null })
  })

  test('what a person chose lately stands first, for that person alone, with and without words', async () => {
    const reporter = await aPerson('REPORTER')
    await rememberChoice(reporter, ids.harbour ?? '')
    await rememberChoice(reporter, ids.cafe ?? '')
    expect((await found('', reporter)).slice(0, 2)).toEqual([headlines.cafe, headlines.harbour])
    expect(await found('ferry', reporter)).toEqual([headlines.harbour, headlines.old])
    expect(await found('ferry')).toEqual([headlines.old, headlines.harbour])
    expect((await found(''))[0]).not.toBe(headlines.cafe)
  })

  test('without words: each article once, the last edited first', async () => {
    const all = await found('')
    expect(new Set(all).size).toBe(all.length)
    const newest = await anArticle(editor, { document: aDocument(`Newest ${newId()}`) })
    expect((await searchForLink(editor, '', 3))[0]?.id).toBe(newest)
  })
})
