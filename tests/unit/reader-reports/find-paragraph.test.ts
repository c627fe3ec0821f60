import { describe, expect, test } from 'vitest'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { findParagraph } from '@/lib/reader-reports/find-paragraph'
import { QUOTE_MOST } from '@/lib/reader-reports/limits'
import { paragraphsOf, quoteOf } from '@/lib/reader-reports/paragraphs'
import { aDocument } from '@/tests/support/documents'

const HARBOUR = 'The harbour board met on Tuesday and voted nine to two to close the old swing bridge for repairs.'
const FERRIES = 'Ferries will run every twenty minutes until the work is done, which may take all of next summer.'
const TRADERS = 'Traders on the north quay said that nobody had asked them, and that they would go to court.'

const documentOf = (...blocks: Parameters<typeof aDocument>[1][]) =>
  parseDocument(aDocument('Bridge closes', ...blocks))
const found = (reported: { quote: string; paragraph: number }, ...blocks: string[]) => {
  const paragraph = findParagraph(documentOf(...blocks), reported)
  return paragraph && [paragraph.kind, paragraph.words]
}

describe('The words of a report', () => {
  test('are found after paragraphs were put above them', () => {
    const reported = { quote: FERRIES, paragraph: 2 }
    expect(found(reported, HARBOUR, FERRIES, TRADERS)).toEqual(['same', FERRIES])
    expect(found(reported, 'New.', HARBOUR, 'Newer.', TRADERS, FERRIES)).toEqual(['same', FERRIES])
  })

  test('are found after some of them were changed', () => {
    const now = FERRIES.replace('twenty', 'thirty').replace(', which may take all of next summer', ' in autumn')
    expect(found({ quote: FERRIES, paragraph: 2 }, 'New.', HARBOUR, now, TRADERS)).toEqual(['changed', now])
  })

  test('are found in the larger part where the paragraph was split, and where it was joined', () => {
    const [first, second] = [FERRIES.slice(0, 57), FERRIES.slice(57)]
    expect(found({ quote: FERRIES, paragraph: 2 }, HARBOUR, first, second, TRADERS)?.[0]).toBe('changed')
    const joined = `${HARBOUR} ${FERRIES}`
    expect(found({ quote: FERRIES, paragraph: 2 }, joined, TRADERS)).toEqual(['changed', joined])
  })

  test('that are gone lead to what stands where they stood, and say so', () => {
    expect(found({ quote: FERRIES, paragraph: 2 }, HARBOUR, TRADERS)).toEqual(['nearest', TRADERS])
    expect(found({ quote: FERRIES, paragraph: 9 }, HARBOUR, TRADERS)).toEqual(['nearest', TRADERS])
    expect(findParagraph(parseDocument(aDocument('Nothing', '')), { quote: FERRIES, paragraph: 1 })).toBeNull()
  })

  test('that stand in the text twice are found where they are nearest to where they were', () => {
    const document = documentOf('No.', HARBOUR, 'No.', TRADERS, 'No.')
    expect(findParagraph(document, { quote: 'No.', paragraph: 3 })?.position).toBe(paragraphsOf(document)[2]?.position)
    expect(findParagraph(document, { quote: 'No.', paragraph: 5 })?.position).toBe(paragraphsOf(document)[4]?.position)
  })

  test('keep their beginning alone, and are found by it', () => {
    const long = `${'The inquiry heard more of the same. '.repeat(20)}🙂`
    const quote = quoteOf(long.trim())
    expect(quote.length).toBeLessThanOrEqual(QUOTE_MOST)
    expect(found({ quote, paragraph: 1 }, HARBOUR, long.trim())).toEqual(['same', long.trim()])
    expect(quoteOf(`${'x'.repeat(QUOTE_MOST - 1)}🙂`)).toBe('x'.repeat(QUOTE_MOST - 1))
  })

  test('in the same order only are the same', () => {
    const turned = FERRIES.split(' ').reverse().join(' ')
    expect(found({ quote: FERRIES, paragraph: 1 }, turned)?.[0]).toBe('changed')
  })
})

describe('Paragraphs that can be questioned', () => {
  test('are those with words, wherever they stand, but for posts of others', () => {
    const { paragraph, bulletedList, listItem, quotation, socialPost, divider } = schema.nodes
    const words = (text: string) => paragraph.create(null, schema.text(text))
    const document = documentOf(
      'One',
      paragraph.create(),
      bulletedList.create(null, listItem.create(null, words('Two'))),
      divider.create(),
      quotation.create(null, [words('Three')]),
      socialPost.create({ url: 'https://example.org/1', author: 'Ada' }, words('Theirs')),
      paragraph.create(null, [schema.text('Fo'), schema.nodes.hardBreak.create(), schema.text('ur')]),
    )
    expect(paragraphsOf(document).map((each) => each.words)).toEqual(['One', 'Two', 'Three', 'Fo ur'])
    for (const { node, position } of paragraphsOf(document)) expect(document.nodeAt(position)).toBe(node)
  })
})
