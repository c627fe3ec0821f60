import { describe, expect, it } from 'vitest'
import { checkHeadline } from '@/lib/claims/headline/check-headline'
import { seedArticle } from '../../support/seed-article'
import { pairs } from './headline-pairs'
import { claimed } from './headline-table'
import { unseenPairs } from './headline-unseen-pairs'

const everyClaim = [...pairs, ...unseenPairs].map((row) => row.claim)
const unconfirmed = everyClaim.filter((claim) => claim.standing !== 'confirmed')

describe.each(pairs)('$claim.statement ($claim.standing)', ({ claim, raise, pass }) => {
  it.each(raise.map((line) => [line]))('is stated as fact by: %s', (line) => {
    expect(checkHeadline(line, [claim]).map((finding) => finding.claimId)).toEqual([claim.id])
  })
  it.each(pass.map((line) => [line]))('is not stated by: %s', (line) => {
    expect(checkHeadline(line, [claim])).toEqual([])
  })
})

describe('any headline', () => {
  it('that is the statement of an unconfirmed claim raises it, and passes once somebody says so', () => {
    for (const claim of unconfirmed) {
      expect(checkHeadline(claim.statement, [claim]), claim.statement).toHaveLength(1)
      expect(checkHeadline(`Somebody says ${claim.statement}`, [claim]), claim.statement).toEqual([])
    }
  })

  it('gets rewordings that pass the check themselves', () => {
    for (const { claim, raise } of [...pairs, ...unseenPairs]) {
      for (const finding of raise.flatMap((line) => checkHeadline(line, [claim]))) {
        for (const line of finding.rewordings) expect(checkHeadline(line, [claim]), line).toEqual([])
      }
    }
  })

  it('may be any text at all', () => {
    const hostile = [
      '',
      ' ',
      '"',
      '“’',
      ': :',
      'constructor __proto__',
      '\ud800',
      '('.repeat(500),
      'a b '.repeat(2000),
      '؟ كيف',
      '\n\0',
    ]
    for (const line of hostile) {
      expect(() => checkHeadline(line, [...everyClaim, claimed('', line, 'denied', [''])])).not.toThrow()
    }
  })
})

it('offers the speaker first, then quotation marks, then the denial', () => {
  const claim = claimed('Ivo Salt', 'Jan Pellow took bribes from Garrick Homes', 'denied', ['Jan Pellow'])
  expect(checkHeadline('Pellow took bribes from Garrick Homes', [claim])[0]?.rewordings).toEqual([
    'Salt says Pellow took bribes from Garrick Homes',
    '“Pellow took bribes from Garrick Homes”, says Salt',
    'Pellow denies taking bribes from Garrick Homes',
  ])
})

const { headline, blocks } = seedArticle()
const seedWords = blocks.flatMap((block) => {
  const [, words] =
    block.kind === 'paragraph' ? (/ claiming (.+ spoke directly with .+?)\.?$/.exec(block.text) ?? []) : []
  return words === undefined ? [] : [words]
})

it.skipIf(seedWords.length === 0)('stops the headline of the seed until somebody is said to say so', () => {
  const [words = ''] = seedWords
  const claim = claimed('Ian Bremmer', words, 'denied, repeated', ['Elon Musk'])
  expect(checkHeadline(headline, [claim])).toHaveLength(1)
  expect(checkHeadline(`Bremmer says ${headline}`, [claim])).toEqual([])
})
