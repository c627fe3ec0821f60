import { describe, expect, test } from 'vitest'
import { type StampSource, stampsFor } from '@/lib/sources/stamp'

const person: StampSource = { kind: 'PERSON', terms: 'BACKGROUND', originId: 'a', isKnown: true }
const another: StampSource = { ...person, originId: 'b' }
const account: StampSource = { ...person, kind: 'ACCOUNT', originId: 'c' }
const document: StampSource = { ...person, kind: 'DOCUMENT', originId: 'd' }
const words = (...sources: StampSource[]) => stampsFor(sources).map((stamp) => stamp.words)

describe('The stamp of a claim', () => {
  test('nothing behind it is not verified', () => {
    expect(stampsFor([])).toEqual([{ code: 'NOT_VERIFIED', words: 'not verified by us', voices: 0 }])
  })

  test('one source is single, and a second independent one changes the stamp', () => {
    expect(words(person)).toEqual(['single source'])
    expect(words(person, another)).toEqual(['two independent sources'])
    expect(words(person, another, account)).toEqual(['three independent sources'])
    expect(words(...Array.from({ length: 12 }, (_, at) => ({ ...person, originId: `${at}` })))).toEqual([
      '12 independent sources',
    ])
  })

  test('those who have it from the same place are one', () => {
    expect(words(person, { ...account, originId: 'a' })).toEqual(['single source'])
    expect(words(person, { ...person }, another)).toEqual(['two independent sources'])
  })

  test('documents are seen and are nobody’s voice', () => {
    expect(words(document)).toEqual(['documents seen'])
    expect(words(document, { ...document, originId: 'e' })).toEqual(['documents seen'])
    expect(words(person, document)).toEqual(['single source', 'documents seen'])
    expect(words(document, another, person)).toEqual(['two independent sources', 'documents seen'])
  })

  test('what we do not know counts for nothing', () => {
    const unknown = [person, account, document].map((source) => ({ ...source, isKnown: false }))
    expect(words(...unknown)).toEqual(['not verified by us'])
    expect(words(another, ...unknown)).toEqual(['single source'])
  })

  test('what is off the record counts for nothing', () => {
    expect(words({ ...person, terms: 'OFF_THE_RECORD' })).toEqual(['not verified by us'])
    expect(words({ ...person, terms: 'OFF_THE_RECORD' }, another)).toEqual(['single source'])
  })

  test('in whatever order, it is the same', () => {
    const sources = [person, another, document, { ...account, isKnown: false }]
    expect(stampsFor(sources.toReversed())).toEqual(stampsFor(sources))
  })
})
