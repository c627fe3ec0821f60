import { describe, expect, test } from 'vitest'
import { shareOfOwnWords } from '@/lib/articles/own-words'

const original = 'The ferry left the harbour at dawn with forty people aboard, the harbour master said.'

describe('The share of own words', () => {
  test('is 0 for the original itself, whatever its case and punctuation', () => {
    expect(shareOfOwnWords(original, original)).toBe(0)
    expect(shareOfOwnWords(original.toUpperCase().replaceAll(',', ' —'), original)).toBe(0)
    expect(shareOfOwnWords('the harbour master’s boat was late', "The harbour master's boat was late")).toBe(0)
  })

  test('is 100 where no five words in a row are the same', () => {
    expect(shareOfOwnWords('At dawn the ferry left; forty people were aboard.', original)).toBe(100)
    expect(shareOfOwnWords('The ferry left the quay at dawn with many people', original)).toBe(100)
  })

  test('counts the words that lie in no run of five', () => {
    // Five of ten are taken over.
    expect(shareOfOwnWords('The ferry left the harbour while gulls cried above us', original)).toBe(50)
    // Runs that overlap are one run of seven; three words are our own.
    expect(shareOfOwnWords('The ferry left the harbour at dawn under heavy rain', original)).toBe(30)
  })

  test('is never rounded to all or nothing', () => {
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ')
    expect(shareOfOwnWords(`${long} ours`, long)).toBe(1)
    expect(shareOfOwnWords(`${long} the ferry left the harbour`, original)).toBe(99)
  })

  test('compares texts that are shorter than five words whole', () => {
    expect(shareOfOwnWords('Ferry sinks', 'Ferry sinks')).toBe(0)
    expect(shareOfOwnWords('Ferry sinks', original)).toBe(100)
  })

  test('says nothing where there is nothing to compare', () => {
    expect(shareOfOwnWords('', original)).toBeNull()
    expect(shareOfOwnWords(original, ' … ')).toBeNull()
  })

  test('takes a long article and a long original in its stride', () => {
    const long = `${original} `.repeat(5_000)
    expect(shareOfOwnWords(long, long)).toBe(0)
  })
})
