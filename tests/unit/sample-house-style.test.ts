import { describe, expect, test } from 'vitest'
import { tryRule } from '@/lib/house-style/try-rule'
import { rules } from '@/prisma/sample/house-style'

const ruleFor = (part: string) => {
  const rule = rules.find(({ find }) => find.includes(part))
  if (rule === undefined) throw new Error(`The sample has no rule for ${part}`)
  const { find, write, why, as, mindsCapitals = false, inWords = false } = rule
  const flags = { isPattern: as === 'pattern', isWholeWord: !inWords, isCaseSensitive: mindsCapitals }
  return { find, replacement: write, reason: why, ...flags }
}

describe('The rules of the sample newsroom', () => {
  test.each([
    ['per cent', 'percent', 'Up 12.5% and 3 percent', 'Up 12.5 per cent and 3 per cent'],
    ['days', 'Monday', 'Next Monday and this Tuesday', 'On Monday and on Tuesday'],
    ['morning', 'a\\.?m', 'at 9 a.m. or 10:30am', 'at 9am or 10:30am'],
    ['evening', 'p\\.?m', 'at 7 PM', 'at 7pm'],
    ['spelling', 'organ', 'Organized, realization', 'Organised, realisation'],
    ['the same twice', 'the\\s', 'The the tram is is late', 'The tram is late'],
    ['capitals', 'Government', 'the Government fell', 'the government fell'],
    ['points', '\\.\\.\\.', 'Well... no', 'Well… no'],
    ['a word too many', 'very', 'It was very late', 'It was late'],
  ])('put %s right', (_, part, sentence, expected) => {
    const tried = tryRule(ruleFor(part), sentence)
    expect(tried.problem).toBeNull()
    expect(tried.result).toBe(expected)
  })

  test.each(rules.map(({ find }) => find))('%s says what it finds and why', (find) => {
    const tried = tryRule(ruleFor(find), 'A sentence of no interest.')
    expect(tried).toMatchObject({ problem: null, count: 0 })
    expect(ruleFor(find).reason).toMatch(/\S.*[.]$/)
  })
})
