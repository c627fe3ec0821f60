import { describe, expect, test } from 'vitest'
import { checkText, compileRules } from '@/lib/house-style/check-text'
import { dictionaryOf, knownWords } from '@/lib/house-style/dictionary'
import { fixOf } from '@/lib/house-style/fix'
import { patternProblem } from '@/lib/house-style/pattern-problem'
import type { Rule } from '@/lib/house-style/rule'

function aRule(find: string, replacement: string | null, more: Partial<Rule> = {}): Rule {
  const flags = { isPattern: false, isWholeWord: true, isCaseSensitive: false }
  return { id: find, find, replacement, reason: 'House style.', ...flags, ...more }
}

const pattern = (find: string, replacement: string | null, more: Partial<Rule> = {}) =>
  aRule(find, replacement, { isPattern: true, ...more })

/** The text with everything that the rules find put right. */
function corrected(text: string, ...rules: Rule[]): string {
  return checkText(compileRules(rules), text)
    .toReversed()
    .reduce((words, { from, to, replacement }) => {
      const fix = fixOf(words, { from, to, replacement: replacement ?? words.slice(from, to) })
      return words.slice(0, fix.from) + fix.words + words.slice(fix.to)
    }, text)
}

const found = (text: string, ...rules: Rule[]) => checkText(compileRules(rules), text).map((finding) => finding.found)

describe('A phrase', () => {
  test.each([
    ['prior to', 'before', 'It closed prior to noon.', 'It closed before noon.'],
    ['prior to', 'before', 'Prior to noon it closed.', 'Before noon it closed.'],
    ['prior to', 'before', 'PRIOR TO NOON', 'BEFORE NOON'],
    ['prior to', 'before', 'prior  to\u00a0noon', 'before\u00a0noon'],
    ['toward', 'towards', 'Toward the quay, toward it.', 'Towards the quay, towards it.'],
    ['toward', 'towards', 'It went towards untowardly.', 'It went towards untowardly.'],
    ["don't know", 'do not know', 'They don’t know.', 'They do not know.'],
    ['email', 'e-mail', 'An email and emails.', 'An e-mail and emails.'],
    ['co-operate', 'cooperate', 'They co‑operate.', 'They cooperate.'],
    ['Government', 'government', 'The Government and the GOVERNMENT', 'The government and the GOVERNMENT'],
    ['a.m.', 'am', 'At 9 a.m. it was axmx.', 'At 9 am it was axmx.'],
    ['very', '', 'It was very cold.', 'It was cold.'],
    ['very', '', 'Very cold it was. Very, very cold.', 'Cold it was., cold.'],
    ['very', '', 'It was cold, very', 'It was cold,'],
  ])('%s becomes %j in %j', (find, replacement, text, expected) => {
    expect(corrected(text, aRule(find, replacement))).toBe(expected)
  })

  test('does not stand inside a word, whatever letters the word has', () => {
    expect(found('Caférestaurant, ßtreet, Übertreet, naïve', aRule('restaurant', 'x'), aRule('treet', 'x'))).toEqual([])
    expect(found('fé 3fé fé3 fé́ (fé) ‘fé’', aRule('fé', 'x'))).toEqual(['fé', 'fé', 'fé'])
    expect(found('Untoward', aRule('toward', 'towards', { isWholeWord: false }))).toEqual(['toward'])
  })

  test('minds capitals only when it is told to', () => {
    const rule = aRule('Internet', 'internet', { isCaseSensitive: true })
    expect(corrected('The Internet, the internet, the INTERNET', rule)).toBe('The internet, the internet, the INTERNET')
  })

  test('is no finding where the text is right already', () => {
    expect(found('Per cent and per cent', aRule('per cent', 'per cent'))).toEqual([])
  })

  test('without a replacement it only warns', () => {
    const [finding] = checkText(compileRules([aRule('utilise', null)]), 'They utilise it.')
    expect(finding).toEqual({ ruleId: 'utilise', from: 5, to: 12, found: 'utilise', replacement: null })
  })
})

describe('A pattern', () => {
  test.each([
    ['(\\d+)\\s?(%|percent)', '$1 per cent', 'Up 12% and 3 percent.', 'Up 12 per cent and 3 per cent.'],
    ['the\\s+(the)|of\\s+(of)', '$1$2', 'The the end of of it.', 'The end of it.'],
    ['(\\d+) ?p\\.?m\\.?', '$1pm', 'At 7 PM, 8 p.m. and 9pm.', 'At 7pm, 8pm and 9pm'],
    ['costs (\\d+)', '$$$1', 'It costs 5.', 'It $5.'],
    ['organiz(e|ed)', 'organis$1', 'Organized to organize', 'Organised to organise', true],
    ['colou?r', 'colour', 'Color and colour', 'Colour and colour'],
  ])('%s becomes %s in %j', (find, replacement, text, expected, isWholeWord = false) => {
    expect(corrected(text, pattern(find, replacement, { isWholeWord }))).toBe(expected)
  })

  test('keeps to whole words of any script when it is told to', () => {
    expect(found('art état art', pattern('.?tat|art', null))).toEqual(['art', 'état', 'art'])
    expect(found('Start früh smart', pattern('art|fr', null))).toEqual([])
  })

  test('places are right behind characters of two units', () => {
    const [finding] = checkText(compileRules([pattern('toward\\b', null)]), '😀😀 toward')
    expect(finding).toMatchObject({ from: 5, to: 11 })
  })

  test('takes linear time where others would never come back', () => {
    const began = performance.now()
    found('a'.repeat(5000), pattern('(a+)+b', null, { isWholeWord: false }))
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test.each([
    ['a(b', 1, 'Character 2: this bracket is never closed.'],
    ['(a\\)[)]', 0, 'Character 1: this bracket is never closed.'],
    ['x*|(a', 3, 'Character 4: this bracket is never closed.'],
    ['ab)', 2, 'Character 3: this bracket was never opened.'],
    ['*a', 0, 'Character 1: there is nothing before it to repeat.'],
    ['x[z-a]', 2, 'Character 3: this range runs backwards or is unknown.'],
    [
      '(a)\\1',
      3,
      'Character 4: this is not known after a backslash. A group cannot be asked for again inside the pattern.',
    ],
    ['a(?=b)', 1, 'Character 2: this kind of group is not known. Looking ahead and behind is not possible.'],
    ['a*', 0, 'It matches where nothing is: it would mark every place.'],
    ['', 0, 'It matches where nothing is: it would mark every place.'],
    ['a{90}b{1001}', 6, 'Character 7: at most 1000 repetitions can be asked for.'],
  ])('%j is refused, with the place and the reason', (find, position, message) => {
    expect(patternProblem(find, null)).toEqual({ message, position })
  })

  test('a replacement that asks for a group that is not there is refused', () => {
    expect(patternProblem('(a)b', '$1$2')?.message).toBe('The replacement says $2, but the pattern has no such group.')
    expect(patternProblem('(a)b', '$0$1$$3')).toBeNull()
  })
})

describe('Checking', () => {
  test('quoted words are left alone, and nothing is found across them', () => {
    const text = 'He said prior to noon, prior to one.'
    const quoted = [{ from: 8, to: 21 }]
    expect(checkText(compileRules([aRule('prior to', 'before')]), text, quoted)).toMatchObject([{ from: 23 }])
    expect(checkText(compileRules([pattern('said.*one', null)]), text, quoted)).toEqual([])
  })

  test('findings come in the order of the text, and one rule that cannot be read does not stop the others', () => {
    const rules = [aRule('zebra', null), pattern('a(', null), aRule('ant', null)]
    expect(found('ant zebra ant', ...rules)).toEqual(['ant', 'zebra', 'ant'])
  })

  test('a rule that finds everything stops somewhere', () => {
    expect(found('a '.repeat(4000), pattern('a', null)).length).toBe(100)
  })
})

describe('The dictionary', () => {
  const words = dictionaryOf(['Aldermouth', 'subbing', "O'Dowd", 'Okoro-Wells'])
  const known = (text: string) => knownWords(words, text).map(({ from, to }) => text.slice(from, to))

  test('knows names with an apostrophe and an s, in capitals, and whichever way an apostrophe is typed', () => {
    expect(known('Aldermouth’s ALDERMOUTH, O’Dowd, Subbing, Okoro-Wells.')).toEqual([
      'Aldermouth’s',
      'ALDERMOUTH',
      'O’Dowd',
      'Subbing',
      'Okoro-Wells',
    ])
  })

  test('does not know a name in small letters, nor a part of another word', () => {
    expect(known('aldermouth Aldermouthian Wells')).toEqual([])
  })
})
