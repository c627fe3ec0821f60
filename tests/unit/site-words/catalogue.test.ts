import { expect, test } from 'vitest'
import { numbersIn } from '@/lib/site-words/numbers'
import { SITE_LANGUAGES, siteLanguageOf } from '@/lib/site-words/site-languages'
import { wordsFor } from '@/lib/site-words/words-for'

/** Stands for whatever a sentence is given: a name, a part of the page, something that makes one; and a number where one is wanted. */
function givenAs(number: number): unknown {
  const whatever: unknown = new Proxy(() => undefined, {
    apply: (_, __, [words]: [unknown]) => words,
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? number : '§')
      return name === Symbol.iterator ? [][Symbol.iterator] : whatever
    },
  })
  return whatever
}

/** Every text of the catalogue by its name, sentences as they are for each of these numbers. */
function textsOf(value: unknown, name = '', numbers = [0, 1, 2, 3, 7, 11, 100, 1000]): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  if (typeof value === 'function') {
    return numbers.flatMap((number) => {
      const given = givenAs(number)
      return textsOf(value(given, given, given), `${name}(${number})`)
    })
  }
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
    return [[name, value.map((part) => (typeof part === 'string' ? part : '§')).join('')]]
  }
  return Object.entries(value as object).flatMap(([key, inside]) =>
    textsOf(inside, name === '' ? key : `${name}.${key}`),
  )
}

test.each(SITE_LANGUAGES)('every word in %s is there', (language) => {
  const texts = textsOf(wordsFor(language))
  expect(texts.length).toBeGreaterThan(200)
  for (const [name, text] of texts) {
    expect(text.trim(), name).not.toBe('')
    expect(text, name).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

/** What is typed in Latin letters everywhere: names of formats, addresses, what stands before a colon in a search. */
const LATIN =
  /RSS|HTML|Atom|JSON|name@example\.com|https:\/\/(?:example\.org\/page)?|\b(?:author|section|topic|after|before):/g
/** Signs between parts of a page, and what has nothing but such words. */
const WORDLESS =
  /^(?:article\.(?:betweenNames|betweenRoles)|document\.backSign|claims\.(?:didBy|on|reviewedIn)|newsletters\.frequency|question\.answer\.quoted)/

test('Arabic is written in Arabic, with its own punctuation', () => {
  for (const [name, text] of textsOf(wordsFor('ar'))) {
    const own = text.replace(LATIN, '')
    expect(own, name).not.toMatch(/\p{Script=Latin}|,(?!\d)|[?;]|[“”‘’]/u)
    if (own === text && !WORDLESS.test(name)) expect(own, name).toMatch(/\p{Script=Arabic}/u)
  }
})

test('Arabic and English say each thing in words of their own', () => {
  const english = new Map(textsOf(wordsFor('en')))
  const same = textsOf(wordsFor('ar')).filter(([name, text]) => english.get(name) === text && !WORDLESS.test(name))
  expect(same.map(([name]) => name)).toEqual([
    'newsletters.form.example',
    'question.url.example',
    'question.mail.example',
  ])
})

test('a paper in a language without words of its own says English ones, with English numbers', () => {
  for (const language of ['de', 'he', 'fa', 'zh-Hant']) {
    expect(siteLanguageOf(language)).toBe('en')
    expect(wordsFor(language).lists.page(12)).toBe('Page 12')
  }
  expect(wordsFor('en-US').frame.skip).toBe(wordsFor('en-GB').frame.skip)
})

test('numbers are those of the region, or those that the language asks for', () => {
  expect(wordsFor('ar-EG').lists.page(12)).toBe('صفحة ١٢')
  expect(wordsFor('ar-AE').lists.page(12)).toBe('صفحة 12')
  expect(wordsFor('ar-AE-u-nu-arab').lists.page(12)).toBe('صفحة ١٢')
  expect(numbersIn('en').count(1000)).toBe('1,000')
  expect(numbersIn('en').plain(1000)).toBe('1000')
})

test('Arabic counts in six ways', () => {
  const { old } = wordsFor('ar').article.age
  expect([1, 2, 3, 10, 11, 99, 100].map(old)).toEqual(
    ['سنة', 'سنتين', '3 سنوات', '10 سنوات', '11 سنة', '99 سنة', '100 سنة'].map(
      (years) => `مضى على هذا المقال أكثر من ${years}.`,
    ),
  )
  const { independent } = wordsFor('ar').claims.stamps
  expect([2, 3, 11].map(independent)).toEqual(['مصدران مستقلان', '3 مصادر مستقلة', '11 مصدراً مستقلاً'])
})
