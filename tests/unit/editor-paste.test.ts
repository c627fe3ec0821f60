import { Fragment, Slice } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { fitSlice, plainLine, withoutBreaks } from '@/components/editor/paste/fit'
import { linkTarget } from '@/components/editor/paste/link-target'
import { paragraphsOfText, sliceOfText } from '@/components/editor/paste/plain-text'
import { schema } from '@/lib/document/schema'

const ID = '01a20369-b5e3-72f4-b7c8-9bba53a2d1b4'
const WRAPPED =
  'The ferry came in at dawn, and nobody on the quay had seen it come,\n' +
  'because the fog had been lying on the water since the evening before\n' +
  'and would not lift.'

describe('plain text', () => {
  test('an empty line ends a paragraph, however it is written, and none is empty', () => {
    expect(paragraphsOfText('\r\n one \r\n\r\n \t\r\n\r\ntwo\r\r')).toEqual([['one'], ['two']])
    expect(paragraphsOfText(' \n\n ')).toEqual([])
  })

  test('line ends stay where somebody meant them', () => {
    expect(paragraphsOfText('12 High Street\nAldermouth\nAL1 2CD')).toEqual([
      ['12 High Street', 'Aldermouth', 'AL1 2CD'],
    ])
    const list = `- ${'one thing or another that goes on for a while and a while'}\n- ${'another thing of the same length, which goes on for a while'}`
    expect(paragraphsOfText(list)[0]).toHaveLength(2)
  })

  test('lines that were wrapped to a width are joined', () => {
    expect(paragraphsOfText(`${WRAPPED}\n\nAnd so on.`)).toEqual([[WRAPPED.replaceAll('\n', ' ')], ['And so on.']])
  })

  test('long lines that each are a paragraph of their own are not joined', () => {
    const long = 'A line that is as long as a paragraph. '.repeat(8).trim()
    expect(paragraphsOfText(`${long}\n${long}`)[0]).toHaveLength(2)
  })

  test('one line joins the words around it, with their marks and its space', () => {
    const slice = sliceOfText('  two\twords ', schema, [schema.mark('bold')])
    expect([slice.openStart, slice.content.firstChild?.text, slice.content.firstChild?.marks.length]).toEqual([
      0,
      ' two words ',
      1,
    ])
  })

  test('characters that could not be saved are left out', () => {
    expect(paragraphsOfText('a\u0000b\ud800c\ufeff\nd')).toEqual([['abc', 'd']])
    expect(sliceOfText('\u0000', schema, []).size).toBe(0)
  })
})

describe('where a link leads', () => {
  test.each([
    ['https://www.google.com/url?q=https://example.org/a%3Fb%3Dc&sa=D', 'https://example.org/a?b=c'],
    ['https://example.org/?utm_source=x', 'https://example.org/?utm_source=x'],
    ['https://www.google.com/url?q=javascript:alert(1)', null],
    ['https://www.google.com/search?q=https://example.org/', 'https://www.google.com/search?q=https://example.org/'],
    ['file:///C:/notes.docx', null],
    ['#_ftn1', null],
    ['/about', null],
  ])('%s', (href, target) => {
    expect(linkTarget(href)).toBe(target)
  })
})

describe('a slice', () => {
  const suggestion = { suggestionId: ID, personId: ID, at: '2026-01-31T09:30:00.000Z' }
  const text = schema.text('words', [schema.mark('comment', { threadId: ID }), schema.mark('inserted', suggestion)])

  test('comes without others’ suggestions and without what nobody sees', () => {
    const paragraph = schema.node(
      'paragraph',
      null,
      [text, schema.text('\u0001\ufeffx')],
      [schema.mark('inserted', suggestion)],
    )
    const fitted = fitSlice(new Slice(Fragment.from(paragraph), 1, 1), schema)
    expect(fitted.content.firstChild?.marks).toEqual([])
    expect(fitted.content.firstChild?.textContent).toBe('wordsx')
    expect(fitted.content.firstChild?.firstChild?.marks.map(({ type }) => type.name)).toEqual(['comment'])
  })

  test('of one line is plain words, wherever it stood; a conversation and a claim stay', () => {
    const bold = schema.text('bold', [schema.mark('bold'), schema.mark('claim', { eventId: ID })])
    const line = schema.node('paragraph', null, [text, schema.node('hardBreak'), bold])
    const list = schema.node('bulletedList', null, [schema.node('listItem', null, [line])])
    const plain = plainLine(new Slice(Fragment.from(list), 3, 3))
    expect(plain?.content.textBetween(0, plain.size)).toBe('words bold')
    expect(plain?.content.firstChild?.marks.map(({ type }) => type.name)).toEqual(['comment'])
    expect(plain?.content.lastChild?.marks.map(({ type }) => type.name)).toEqual(['claim'])
    expect(plainLine(new Slice(Fragment.from([line, line]), 1, 1))).toBeNull()
  })

  test('of several blocks has spaces for the line breaks that open into a line', () => {
    const line = schema.node('paragraph', null, [schema.text('a'), schema.node('hardBreak'), schema.text('b')])
    const { content } = withoutBreaks(new Slice(Fragment.from([line, line]), 1, 0))
    expect(content.content.map((node) => node.textContent)).toEqual(['a b', 'a\nb'])
  })
})
