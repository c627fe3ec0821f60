import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { countWords, readingMinutes, wordsIn } from '@/lib/document/count-words'
import { placedText } from '@/lib/document/placed-text'
import { schema } from '@/lib/document/schema'
import { findToDos, tkRanges } from '@/lib/document/to-do'

const { nodes, marks } = schema
const paragraph = (...content: (string | Node)[]) =>
  nodes.paragraph.create(
    null,
    content.map((part) => (typeof part === 'string' ? schema.text(part) : part)),
  )
const aDocument = (...blocks: Node[]) =>
  nodes.doc.create(null, [
    nodes.headline.create(null, schema.text('Ferry returns TK')),
    nodes.standfirst.create(null, schema.text('It is back.')),
    ...blocks,
  ])
const removed = marks.removed.create({
  suggestionId: '0190a000-0000-7000-8000-000000000001',
  personId: '0190a000-0000-7000-8000-000000000002',
  at: '2026-01-01T00:00:00.000Z',
})

describe('Words', () => {
  test.each([
    ['', 0],
    ['One two three.', 3],
    ['A well-known ferry’s twenty-one-year wait', 5],
    ['It cost £1,250.50 in 2024 – or so.', 7],
    ['e-mail — dashes … and “quotes”', 4],
    ['Überraschung naïve 東京', 3],
    ['-- * --', 0],
  ])('%j has %i', (text, expected) => expect(wordsIn(text, 'en-GB')).toBe(expected))

  test('lists, quotations and crossheads count, captions and cards do not, suggestions count as if accepted', () => {
    const document = aDocument(
      paragraph('Two words'),
      nodes.crosshead.create(null, schema.text('Crosshead')),
      nodes.bulletedList.create(null, [nodes.listItem.create(null, paragraph('In a list'))]),
      nodes.quotation.create({ speaker: 'Ada Writer' }, paragraph('Quoted words')),
      nodes.image.create({ caption: 'Not these', alt: 'nor these' }),
      paragraph('Stays ', schema.text('goes away', [removed])),
      paragraph('Gone whole').mark([removed.type.create({ ...removed.attrs, what: 'block' })]),
    )
    expect(countWords(document, 'en-GB')).toEqual({ headline: 3, standfirst: 3, body: 2 + 1 + 3 + 2 + 1 })
  })

  test('a line break parts two words', () => {
    const document = aDocument(paragraph('One', nodes.hardBreak.create(), 'two'))
    expect(countWords(document, 'en-GB').body).toBe(2)
  })

  test('reading takes whole minutes, rounded up', () => {
    expect([0, 1, 238, 239, 5000].map(readingMinutes)).toEqual([0, 1, 1, 2, 22])
  })
})

test('places in the text of a paragraph are places in the document, whatever stands in its line', () => {
  const note = nodes.footnote.create(null, schema.text('A note TK'))
  const block = paragraph('One', nodes.hardBreak.create(), 'two', note, ' 😀 three')
  expect(placedText(block)).toHaveLength(block.content.size)
  expect(placedText(block).indexOf('three')).toBe(block.content.size - 5)
  const [tk] = findToDos(aDocument(block)).slice(1)
  expect(aDocument(block).textBetween(tk?.from ?? 0, tk?.to ?? 0)).toBe('TK')
})

describe('To-dos', () => {
  test.each([
    ['TK', 1],
    ['He is TK years old, TKTK.', 2],
    ['(TK)', 1],
    ['tk Tk ATK TKs TK1 TK_x HTKL', 0],
    ['éTK TKé', 0],
  ])('%j has %i', (text, expected) => expect(tkRanges(text)).toHaveLength(expected))

  test('are found with their places, in titles, text, quotations and captions', () => {
    const toDo = marks.toDo.create({ note: 'Check the date' })
    const document = aDocument(
      paragraph('Age TK, on ', schema.text('Mon', [toDo]), schema.text('day', [toDo, marks.bold.create()]), '.'),
      nodes.image.create({ caption: 'Name TK' }),
      nodes.pullQuote.create({ speaker: '' }, schema.text('TKTK')),
    )
    const found = findToDos(document)
    expect(found.map(({ kind, words, note }) => [kind, words, note])).toEqual([
      ['tk', 'TK', ''],
      ['tk', 'TK', ''],
      ['to-do', 'Monday', 'Check the date'],
      ['tk', 'Name TK', ''],
      ['tk', 'TKTK', ''],
    ])
    for (const { from, to, words, kind } of found) {
      if (words !== 'Name TK') expect(document.textBetween(from, to), kind).toBe(words)
    }
    expect(document.nodeAt(found[3]?.from ?? 0)?.type.name).toBe('image')
  })
})
