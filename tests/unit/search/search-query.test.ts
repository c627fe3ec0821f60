import { describe, expect, test } from 'vitest'
import { asksForSomething, plainWords, readSearchQuery, withOtherWords } from '@/lib/search/search-query'

const read = (q: string, more: Record<string, string> = {}) => readSearchQuery({ q, ...more }, 'Europe/London')

describe('a question', () => {
  test('keeps words, phrases, what is left out and `or` for the database', () => {
    expect(read('  river "night  ferry"\n-strike or tram ').words).toBe('river "night ferry" -strike or tram')
  })

  test('is narrowed by operators, in any case and anywhere', () => {
    const query = read('AUTHOR:verhoeve ferry topic:"ports and shipping" section:politics author:"Nadia V"')
    expect(query).toMatchObject({
      words: 'ferry',
      hasWanted: true,
      authors: ['verhoeve', 'Nadia V'],
      sections: ['politics'],
      topics: ['ports and shipping'],
      notes: [],
    })
  })

  test('knows quotation marks as phones and other languages type them', () => {
    expect(read('“night ferry” «old bridge»').words).toBe('"night ferry" "old bridge"')
    expect(read('author:“Nadia V”').authors).toEqual(['Nadia V'])
  })

  test('takes a phrase that holds a colon, or begins with an operator’s name, for a phrase', () => {
    expect(read('"author: unknown" authority:x').words).toBe('"author: unknown" authority:x')
  })

  test.each([
    ['after:2026', '2026-01-01T00:00:00.000Z', null],
    ['after:2026-07', '2026-06-30T23:00:00.000Z', null],
    ['after:2026-7-4', '2026-07-03T23:00:00.000Z', null],
    ['before:2026-11-28', null, '2026-11-28T00:00:00.000Z'],
    [
      'after:2026-01 after:2026-03-01 before:2027 before:2026-12',
      '2026-03-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
    ],
  ])('%j is a time of the paper’s zone', (typed, from, until) => {
    const query = read(typed)
    expect([query.from?.toISOString() ?? null, query.until?.toISOString() ?? null]).toEqual([from, until])
  })

  test.each(['after:soon', 'before:2026-02-30', 'after:2026-13', 'before:20261128'])(
    '%j is no date, and said so',
    (typed) => {
      const query = read(`ferry ${typed}`)
      expect(query).toMatchObject({ words: 'ferry', from: null, until: null })
      const [operator, value] = typed.split(':')
      expect(query.notes).toEqual([{ operator, value }])
    },
  )

  test('says that an operator has nothing behind it', () => {
    expect(read('author: ferry').notes).toEqual([{ operator: 'author', value: '' }])
    expect(read('author:""').notes).toHaveLength(1)
  })

  test('has the fields of the form, too', () => {
    const query = read('ferry', { section: 'news', after: '2026-11-01', before: '', order: 'date' })
    expect(query).toMatchObject({ words: 'ferry', sections: ['news'], until: null, order: 'date' })
    expect(query.from?.toISOString()).toBe('2026-11-01T00:00:00.000Z')
    expect(read('ferry', { order: 'strange' }).order).toBe('relevance')
  })

  test.each([
    ['', false],
    ['   ', false],
    ['author:', false],
    ['ferry', true],
    ['section:news', true],
    ['after:2026', true],
  ])('%j asks for something: %s', (typed, asks) => expect(asksForSomething(read(typed))).toBe(asks))

  test.each([
    ['-ferry', false],
    ['!!! ? -', false],
    ['-a b', true],
    ['"night ferry"', true],
  ])('of %j something has to be there: %s', (typed, wanted) => expect(read(typed).hasWanted).toBe(wanted))
})

test('only plain words are guessed at, and the rest of the question stays', () => {
  expect(plainWords(read('the fery author:x'))).toEqual(['the', 'fery'])
  for (const typed of ['"night fery"', 'fery -night', 'fery or night']) expect(plainWords(read(typed))).toEqual([])
  expect(withOtherWords(read('the fery author:"A B" after:2026'), 'the ferry')).toBe(
    'the ferry author:"A B" after:2026',
  )
})
