import { describe, expect, test } from 'vitest'
import { fitWords, type Measure } from '@/components/editor/around/headlines/fit-words'

/** Every letter, the ellipsis included, is ten pixels wide. */
const measure: Measure = (words) => [...words].length * 10

describe('Where a headline is cut off', () => {
  test('words that fill a line to its last pixel fit', () => {
    expect(fitWords('River rises', { width: 110, lines: 1 }, measure)).toEqual({
      isWhole: true,
      lines: 1,
      seen: 'River rises',
      share: 1,
    })
  })

  test('one pixel less, and they are cut between words with room for the ellipsis', () => {
    const fit = fitWords('River rises', { width: 109, lines: 1 }, measure)
    expect(fit).toMatchObject({ isWhole: false, lines: 2, seen: 'River' })
    expect(fit.share).toBeGreaterThan(1)
  })

  test('the last word goes where the ellipsis would have no room beside it', () => {
    // "River rises" fills the line; with the ellipsis it does not fit.
    expect(fitWords('River rises again', { width: 110, lines: 1 }, measure).seen).toBe('River')
    expect(fitWords('River rises again', { width: 120, lines: 1 }, measure).seen).toBe('River rises')
  })

  test('two lines are filled before anything is cut', () => {
    const room = { width: 110, lines: 2 }
    expect(fitWords('River rises and falls', room, measure)).toMatchObject({ isWhole: true, lines: 2 })
    expect(fitWords('River rises and falls again', room, measure)).toMatchObject({
      isWhole: false,
      lines: 3,
      seen: 'River rises and falls',
    })
  })

  test('a word wider than the line is cut inside, never in the middle of a letter', () => {
    expect(fitWords('Llanfairpwllgwyngyll', { width: 60, lines: 1 }, measure).seen).toBe('Llanf')
    expect(fitWords('e\u0301e\u0301e\u0301e\u0301', { width: 60, lines: 1 }, measure).seen).toBe('e\u0301e\u0301')
  })

  test('no words take no room', () => {
    expect(fitWords('  ', { width: 60, lines: 1 }, measure)).toEqual({ isWhole: true, lines: 0, seen: '', share: 0 })
  })
})
