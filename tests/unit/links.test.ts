import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { documentLinks } from '@/lib/links/document-links'
import { rewireLinks } from '@/lib/links/rewire-links'
import { sentenceAround } from '@/lib/links/sentence-around'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'

const [OLD, NEW, THIRD] = ['1', '2', '3'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
]

describe('The sentence around linked words', () => {
  const at = (text: string, words: string) => {
    const from = text.indexOf(words)
    return sentenceAround(text, from, from + words.length)
  }

  test.each([
    ['The board met. It voted on the ferry at noon. Nobody left.', 'the ferry', 'It voted on the ferry at noon.'],
    ['One sentence without an end', 'without', 'One sentence without an end'],
    ['Is it? Yes!', 'Yes', 'Yes!'],
    ['It ended. Then it began.', 'ended. Then', 'It ended. Then it began.'],
    ['It cost 3.50 euros on Monday. He paid.', 'euros', 'It cost 3.50 euros on Monday.'],
  ])('%s', (text, words, sentence) => {
    expect(at(text, words)).toBe(sentence)
  })

  test('a long one is cut at spaces around the words, and says so', () => {
    const text = `${'many words before '.repeat(40)}the ferry ${'and many after '.repeat(40)}`
    const sentence = at(text, 'the ferry')
    expect(sentence).toMatch(/^…\w+ .*the ferry.*\w…$/)
    expect(sentence.length).toBeLessThanOrEqual(362)
  })

  test('words longer than that are cut themselves', () => {
    const text = 'x'.repeat(900)
    expect(sentenceAround(text, 100, 800)).toMatch(/^…x+…$/)
  })
})

describe('Where links lead is changed', () => {
  const document = parseDocument(
    aDocument(
      'Links',
      linked('the vote', { articleId: OLD }),
      readMore(OLD),
      linked('a third', { articleId: THIRD }),
      related(OLD, THIRD),
      linked('a law', { href: 'https://law.example/' }),
    ),
  )
  const rewired = (to: string | null) => {
    const transform = new Transform(document)
    const count = rewireLinks(transform, { from: OLD, to })
    transform.doc.check()
    return {
      count,
      links: documentLinks(transform.doc).map(({ kind, toArticleId, words }) => [kind, toArticleId, words]),
    }
  }

  test('to another article, and everything else stays', () => {
    expect(rewired(NEW)).toEqual({
      count: 3,
      links: [
        ['INLINE', NEW, 'the vote'],
        ['READ_MORE', NEW, ''],
        ['INLINE', THIRD, 'a third'],
        ['RELATED', NEW, ''],
        ['RELATED', THIRD, ''],
        ['INLINE', null, 'a law'],
      ],
    })
  })

  test('to nothing: words stay words, cards go, lists are shorter', () => {
    expect(rewired(null)).toEqual({
      count: 3,
      links: [
        ['INLINE', THIRD, 'a third'],
        ['RELATED', THIRD, ''],
        ['INLINE', null, 'a law'],
      ],
    })
    const transform = new Transform(document)
    rewireLinks(transform, { from: OLD, to: null })
    expect(transform.doc.textContent).toBe(document.textContent)
  })

  test('a list holds an article once, and without one it goes', () => {
    const lists = parseDocument(aDocument('Lists', 'Words.', related(OLD, NEW), related(OLD)))
    const toNew = new Transform(lists)
    rewireLinks(toNew, { from: OLD, to: NEW })
    expect(documentLinks(toNew.doc).map(({ toArticleId }) => toArticleId)).toEqual([NEW, NEW])
    const toNothing = new Transform(lists)
    rewireLinks(toNothing, { from: OLD, to: null })
    expect(toNothing.doc.childCount).toBe(lists.childCount - 1)
  })

  test('bold words that are linked stay bold', () => {
    const marks = [schema.mark('link', { articleId: OLD, href: null }), schema.mark('bold')]
    const bold = parseDocument(aDocument('Bold', schema.node('paragraph', null, [schema.text('loud', marks)])))
    const transform = new Transform(bold)
    rewireLinks(transform, { from: OLD, to: null })
    expect(transform.doc.child(2).firstChild?.marks.map(({ type }) => type.name)).toEqual(['bold'])
  })
})
