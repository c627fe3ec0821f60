import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { searchForLink } from '@/lib/articles/search-for-link'
import { sweepHeadlineWords } from '@/lib/articles/sweep-headline-words'
import { database } from '@/lib/db/database'
import { NotSignedIn } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor

const headlines = {
  harbour: 'Harbour board votes on the ferry',
  labour: 'Labour board votes on wages',
  cafe: 'Café owners fight the new Überweg',
  port: 'Port of call',
  hospital: 'Infrastructure for the hospital accommodates two thousand',
}

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  for (const headline of Object.values(headlines)) await anArticle(editor, { document: aDocument(headline) })
})

const found = async (words: string) => (await searchForLink(editor, words, 20)).map(({ headline }) => headline)
const wordsKept = async () =>
  (await database().headlineWord.findMany({ select: { word: true } })).map(({ word }) => word).sort()

describe('The picker finds what was meant, first of all, by', () => {
  test.each([
    ['a letter that is wrong', 'hatbour', headlines.harbour],
    ['a letter that is missing', 'habour', headlines.harbour],
    ['a letter too many', 'harrbour', headlines.harbour],
    ['two letters that changed places', 'harbuor', headlines.harbour],
    ['the first two letters, changed', 'ahrbour', headlines.harbour],
    ['a letter that is wrong, with the accent left out', 'uberwek', headlines.cafe],
    ['a letter that is wrong, with the accent', 'ÜBERWEK', headlines.cafe],
    ['an accent left out and two letters changed', 'acfe', headlines.cafe],
    ['a short word with two letters changed', 'prot', headlines.port],
    ['a short word with a letter missing', 'pot', headlines.port],
    ['two letters that are missing', 'acomodates', headlines.hospital],
    ['the beginning of a word with a letter missing', 'infrastuct', headlines.hospital],
    ['one misspelt word among several', 'board votes ferrz', headlines.harbour],
    ['one misspelt word among several short ones', 'ownres the new', headlines.cafe],
    ['two misspelt words', 'horbour bord', headlines.harbour],
    ['two words in one', 'ferryboard', headlines.harbour],
    ['a sign between two words', 'board/ferry', headlines.harbour],
  ])('%s', async (_, words, expected) => {
    expect((await found(words))[0]).toBe(expected)
  })
})

describe('The picker takes', () => {
  test('a wrong letter inside of a word for likelier than a wrong first one', async () => {
    // "habour" is one letter from both.
    expect(await found('habour')).toEqual([headlines.harbour, headlines.labour])
  })

  test('all words for meant: where one is like nothing, nothing is found', async () => {
    expect(await found('harbuor xylophone')).toEqual([])
  })

  test.each([
    '',
    ' ',
    '%',
    "o'",
    '-- //',
    'a',
    '\\',
    'ﬁ',
    '\u{1F600}\u{1F600}\u{1F600}',
    'x'.repeat(200),
    "'; DROP TABLE",
  ])('%j for what it is', async (words) => {
    expect(Array.isArray(await found(words))).toBe(true)
  })
})

describe('Words of headlines', () => {
  test('are known as soon as the headline is saved, and found only where they stand', async () => {
    const id = await anArticle(editor, { document: aDocument('Merger of the breweries') })
    expect(await found('breweires')).toEqual(['Merger of the breweries'])
    await retype(editor, id, 0, 'Distilleries stay apart')
    expect(await found('distileries')).toEqual(['Distilleries stay apart'])
    // What the headline said before is as unknown as what none ever said, before the sweep and after it.
    for (const word of ['breweries', 'breweires', 'mergre']) expect(await found(word)).toEqual([])
    await sweepHeadlineWords()
    expect(await wordsKept()).toContain('distilleries')
    expect(await wordsKept()).not.toContain('breweries')
    expect(await found('distileries')).toEqual(['Distilleries stay apart'])
  })

  test('that were misspelt in a headline once do not hide the right ones', async () => {
    const id = await anArticle(editor, { document: aDocument('Lighhouse keepers') })
    await retype(editor, id, 0, 'Lighthouse keepers')
    expect(await found('lighhouse')).toEqual(['Lighthouse keepers'])
  })

  test('are told to nobody who may not read articles', async () => {
    await expect(searchForLink({ kind: 'nobody' }, 'habour', 20)).rejects.toThrow(NotSignedIn)
  })

  test('are saved by many at once without one waiting for another', async () => {
    const ids = [await anArticle(editor), await anArticle(editor)]
    const save = 'UPDATE "Article" SET headline = $2 WHERE id = $1'
    const [one, other] = [await aConnection(), await aConnection()]
    await one.query(save, [ids[0], 'Quarrel zeppelin'])
    await other.query(save, [ids[1], 'Zeppelin quarrel'])
    await one.query(save, [ids[0], 'Quarrel zeppelin oysters'])
    await other.query(save, [ids[1], 'Oysters zeppelin quarrel'])
    await sweepHeadlineWords()
    await Promise.all([one.query('COMMIT'), other.query('COMMIT')])
    await Promise.all([one.end(), other.end()])
    const times = async () => (await wordsKept()).filter((word) => word === 'quarrel').length
    expect(await times()).toBe(2)
    expect(await found('qarrel oystres')).toHaveLength(2)
    await sweepHeadlineWords()
    expect(await times()).toBe(1)
    expect(await found('qarrel oystres')).toHaveLength(2)
  })

  test('that got lost are brought back by the next sweep, which changes nothing else', async () => {
    await sweepHeadlineWords()
    const before = await wordsKept()
    await database().headlineWord.deleteMany({ where: { word: { in: ['harbour', 'cafe'] } } })
    expect(await found('habour')).toEqual([headlines.labour])
    await sweepHeadlineWords()
    expect(await wordsKept()).toEqual(before)
    expect(await found('habour')).toEqual([headlines.harbour, headlines.labour])
  })

  test('a paragraph that is saved, or a headline that stays, adds none', async () => {
    await sweepHeadlineWords()
    const before = await database().headlineWord.aggregate({ _max: { id: true } })
    const { id } = await database().article.findFirstOrThrow({ where: { headline: headlines.port } })
    await retype(editor, id, 2, 'Quintessential words of a paragraph.')
    expect(await database().headlineWord.aggregate({ _max: { id: true } })).toEqual(before)
    expect(await found('quintesential')).toEqual([])
  })
})

describe('The migration', () => {
  beforeEach(async () => {
    const connection = await aConnection()
    await connection.query(`
      DROP TABLE "HeadlineWord"; DROP TRIGGER "Article_words_kept" ON "Article"; DROP TRIGGER "Article_words_kept_on" ON "Article";
      DROP FUNCTION standfirst_words; DROP FUNCTION standfirst_without_one; DROP FUNCTION standfirst_keep_headline_words; COMMIT`)
    await connection.end()
  })

  test('fills in the words of the headlines that there are', async () => {
    const connection = await aConnection()
    await connection.query('UPDATE "Article" SET headline = $1 WHERE headline = $2', ['Écluse of call', headlines.port])
    await connection.query(readFileSync('prisma/migrations/20261127000600_headline_words/migration.sql', 'utf8'))
    await connection.query('COMMIT')
    await connection.end()
    expect(await wordsKept()).toEqual(expect.arrayContaining(['harbour', 'cafe', 'uberweg', 'ecluse', 'call']))
    expect(await wordsKept()).not.toContain('port')
    expect(await found('eclues')).toEqual(['Écluse of call'])
  })
})

/** In a transaction that waits for nobody. */
async function aConnection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  await client.query(`BEGIN; SET LOCAL lock_timeout = '2s'`)
  return client
}
