import { describe, expect, test } from 'vitest'
import { namesIn } from '@/lib/suggest/names-in'
import { type Clue, scored } from '@/lib/suggest/score-candidates'

describe('Names in a text', () => {
  test.each([
    ['Marijke Aalders spoke first. Then Aalders left.', ['Marijke Aalders', 'Aalders']],
    ['The ferry of Marijke van der Aa returned to Zwolle.', ['Marijke van der Aa', 'Zwolle']],
    ['“We won,” said Sean O’Neill, of the Port of Aldermouth.', ['Port of Aldermouth', 'Sean O’Neill']],
    ['Thorne’s plan was Harbour Authority’s own.', ['Harbour Authority']],
    ['Words at the beginning. Nothing else here. It is so.', []],
    ['On Monday in November he met Ada Bell, Ben Carr and Cas Dorn.', ['Ben Carr', 'Cas Dorn', 'Ada Bell']],
    ['', []],
  ])('%s', (text, names) => {
    expect(
      namesIn(text)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...names].sort())
  })

  test('the one that stands there most often comes first', () => {
    const text = 'He met Ada Bell. She met Cas Dorn there. Later Cas Dorn wrote.'
    expect(namesIn(text)[0]).toEqual({ name: 'Cas Dorn', times: 2 })
  })

  test('a text of any length and kind gives at most thirty, soon', () => {
    const text = `${'Aa Bb '.repeat(20_000)}${Array.from({ length: 500 }, (_, index) => `he met Name${'x'.repeat(index % 40)} Other. `).join('')}`
    expect(namesIn(text).length).toBeLessThanOrEqual(30)
  })
})

describe('What stories have in common with a text', () => {
  const at = new Date('2026-11-26T12:00:00Z')
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000)
  const clue = (id: string, editedAt: Date, what: Partial<Clue> & { kind: Clue['kind'] }) =>
    ({ id, editedAt, ...what }) as Clue

  test('the reasons are said, and more of them count more', () => {
    const found = scored(
      [
        clue('a', daysAgo(300), { kind: 'name', name: 'Ada Bell' }),
        clue('a', daysAgo(300), { kind: 'name', name: 'Cas Dorn' }),
        clue('a', daysAgo(300), { kind: 'topic', topic: 'Harbour' }),
        clue('b', daysAgo(1), { kind: 'name', name: 'Ada Bell' }),
        clue('b', daysAgo(1), { kind: 'name', name: 'Ada Bell' }),
      ],
      at,
    )
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(found[0]?.reasons).toEqual(['Both name Ada Bell and Cas Dorn.', 'Shares the topic Harbour.'])
    expect(found[1]?.names).toEqual(['Ada Bell'])
  })

  test('of two alike the newer one is better, and one common word is chance', () => {
    const found = scored(
      [
        clue('old', daysAgo(400), { kind: 'topic', topic: 'Harbour' }),
        clue('new', daysAgo(2), { kind: 'topic', topic: 'Harbour' }),
        clue('chance', daysAgo(0), { kind: 'words', words: ['ferry'] }),
      ],
      at,
    )
    expect(found.map(({ id }) => id)).toEqual(['new', 'old'])
  })
})
