import { expect, test } from 'vitest'
import { guessTelling, withoutTeller } from '@/lib/claims/guess-telling'

const SALE = { id: 'sale', statement: 'the Welland bridge was sold below its price', speaker: 'Ines Moor' }
const STORY = 'Councillor Ines Moor and the banker Tom Arden met in Welland. Nobody from Harbour Board came.'

const guess = (paragraph: string, words: string, claims = [SALE], before = '') => {
  const from = paragraph.indexOf(words)
  if (from === -1) throw new Error(`“${words}” is not in “${paragraph}”`)
  const story = `${STORY}\n${before}\n${paragraph}`
  return guessTelling({ paragraph, from, to: from + words.length, before, story, quotedSpeaker: '', claims })
}

test.each([
  ['Moor said that the bridge was cheap.', 'the bridge was cheap', 'Ines Moor'],
  ['“The bridge was cheap,” said Tom Arden.', '“The bridge was cheap,”', 'Tom Arden'],
  ['Arden, who left early, had claimed it was cheap.', 'it was cheap', 'Tom Arden'],
  ['Yesterday Harbour Board warned that the quay leaks.', 'the quay leaks', 'Harbour Board'],
  ['Moor spoke first. Arden replied: “It leaks.”', '“It leaks.”', 'Tom Arden'],
  ['It leaks.', 'It leaks', ''],
])('of “%s” it is %s that %s says', (paragraph, words, speaker) => {
  expect(guess(paragraph, words, []).speaker).toBe(speaker)
})

test('“he added” is whoever spoke last', () => {
  expect(guess('He added: “It leaks.”', '“It leaks.”', [], 'Arden said that it rains.').speaker).toBe('Tom Arden')
})

test('what somebody quoted says of others is said by who is quoted', () => {
  expect(guess('Moor wrote: “Tom Arden told me that he knew.”', '“Tom Arden told me that he knew.”', []).speaker).toBe(
    'Ines Moor',
  )
})

test.each([
  ['Arden denied that the bridge was sold cheaply.', 'the bridge was sold cheaply', 'DENIED', 'sale'],
  ['Arden replied: “No, it is not.”', '“No, it is not.”', 'DENIED', 'sale'],
  [
    'Moor said again that the Welland bridge was sold for too low a price.',
    'the Welland bridge was sold for too low a price',
    'REPEATED',
    'sale',
  ],
  ['Arden confirmed that the bridge was sold cheaply.', 'the bridge was sold cheaply', 'CONFIRMED', 'sale'],
  ['Moor retracted what she had said of it.', 'what she had said of it', 'WITHDRAWN', 'sale'],
  ['Arden said that trains are late in winter.', 'trains are late in winter', 'ASSERTED', null],
])('“%s”: %s is %s', (paragraph, words, kind, claimId) => {
  expect(guess(paragraph, words)).toMatchObject({ kind, claimId })
})

test('nothing is denied before it was said', () => {
  expect(guess('Arden denied that the bridge was sold.', 'the bridge was sold', [])).toMatchObject({
    kind: 'ASSERTED',
    claimId: null,
  })
})

test.each([
  ['Moor claiming that the bridge was sold', 'the bridge was sold'],
  ['Ms Ines Moor says the bridge was sold', 'the bridge was sold'],
  ['Moor had claimed it was sold', 'it was sold'],
  ['the bridge was sold', 'the bridge was sold'],
  ['Moor sold the bridge', 'Moor sold the bridge'],
  ['Moor said', 'Moor said'],
])('what “%s” claims is that %s', (words, claimed) => {
  expect(withoutTeller(words)).toBe(claimed)
})
