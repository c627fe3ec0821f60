import { EditorState, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { boxAt } from '@/components/editor/boxes/box-at'
import { enterInBox } from '@/components/editor/boxes/enter'
import { onLineBelow, replaceWithLine } from '@/components/editor/boxes/leave'
import { insertFootnote } from '@/components/editor/footnotes/footnotes'
import { cellsOfSlice, cellsOfText, isSheet, tableOf, tidied } from '@/components/editor/tables/pasted-cells'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument, paragraph } from '../support/documents'

const { nodes: n } = schema
const text = (words: string) => (words === '' ? [] : schema.text(words))
const point = (words: string) => n.keyPoint.create(null, text(words))
const entry = (when: string, ...words: string[]) => n.timelineEntry.create({ when }, words.map(paragraph))
const pair = (question: string, ...answers: string[]) =>
  n.questionEntry.create(null, [n.question.create(null, text(question)), ...answers.map(paragraph)])

/** The article's only block is this one, and the cursor at the end of its line number `line`. */
function inLine(block: ReturnType<typeof paragraph>, line: number): EditorState {
  const doc = parseDocument(aDocument('x', block))
  const lines: number[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock && position >= doc.child(0).nodeSize + doc.child(1).nodeSize)
      lines.push(position + 1 + node.content.size)
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, lines[line] ?? 0) })
}

function afterEnter(state: EditorState): EditorState | null {
  const place = boxAt(state.selection.$head)
  const tr = place === null ? null : enterInBox(state, place)
  return tr === null ? null : checked(state, tr)
}

function checked(state: EditorState, tr: Transaction): EditorState {
  const after = state.apply(tr)
  after.doc.check()
  return after
}

/** The blocks of the body as "name: words|words", and the line with the cursor. */
function shape(state: EditorState | null): { blocks: string[]; cursor: string } | null {
  if (state === null) return null
  const blocks = state.doc.children.slice(2).map((block) => {
    const lines: string[] = []
    block.descendants((node) => {
      if (node.isTextblock) lines.push(node.textContent)
    })
    return `${block.type.name}: ${(block.isTextblock ? [block.textContent] : lines).join('|')}`
  })
  return { blocks, cursor: state.selection.$head.parent.type.name }
}

describe('Enter in a box', () => {
  test('on an empty last point goes below, and the point is gone', () => {
    const state = inLine(n.keyPoints.create(null, [point('One'), point('')]), 1)
    expect(shape(afterEnter(state))).toEqual({ blocks: ['keyPoints: One', 'paragraph: '], cursor: 'paragraph' })
  })

  test('on a point with words, and on an empty one between others, does what it does anywhere', () => {
    const points = n.keyPoints.create(null, [point('One'), point(''), point('Three')])
    expect(afterEnter(inLine(points, 0))).toBeNull()
    expect(afterEnter(inLine(points, 1))).toBeNull()
  })

  test('on the only, empty point goes below and keeps it: a box is never without a line', () => {
    const state = inLine(n.keyPoints.create(null, point('')), 0)
    expect(shape(afterEnter(state))?.blocks).toEqual(['keyPoints: ', 'paragraph: '])
  })

  test('on the empty last line of a fact box goes below', () => {
    const state = inLine(n.factBox.create(null, [paragraph('Fact'), paragraph('')]), 1)
    expect(shape(afterEnter(state))).toEqual({ blocks: ['factBox: Fact', 'paragraph: '], cursor: 'paragraph' })
  })

  test('on the empty last line of a moment begins the next moment, and from an empty moment goes below', () => {
    const state = inLine(n.timeline.create(null, entry('May', 'It sank.', '')), 1)
    const next = afterEnter(state)
    expect(shape(next)?.blocks).toEqual(['timeline: It sank.|'])
    expect(next?.doc.child(2).childCount).toBe(2)
    expect(shape(next === null ? null : afterEnter(next))?.blocks).toEqual(['timeline: It sank.', 'paragraph: '])
  })

  test('a moment with a date and no words is not taken away', () => {
    const state = inLine(n.timeline.create(null, [entry('May', 'It sank.'), entry('June', '')]), 1)
    expect(afterEnter(state)?.doc.child(2).childCount).toBe(2)
  })

  test('in a question goes to its answer, after the answer begins the next question, and from an empty one goes below', () => {
    const state = inLine(n.questionAndAnswer.create(null, pair('Why?', '')), 0)
    expect(shape(afterEnter(state))).toEqual({ blocks: ['questionAndAnswer: Why?|'], cursor: 'paragraph' })
    const answered = inLine(n.questionAndAnswer.create(null, pair('Why?', 'Because.', '')), 2)
    const next = afterEnter(answered)
    expect(shape(next)).toEqual({ blocks: ['questionAndAnswer: Why?|Because.||'], cursor: 'question' })
    expect(shape(next === null ? null : afterEnter(next))?.blocks).toEqual([
      'questionAndAnswer: Why?|Because.',
      'paragraph: ',
    ])
  })

  test('in a list in a fact box it is the list that decides', () => {
    const list = n.bulletedList.create(null, n.listItem.create(null, paragraph('')))
    expect(afterEnter(inLine(n.factBox.create(null, list), 0))).toBeNull()
  })
})

test('below a block is the empty line that is there, or a new one', () => {
  const doc = parseDocument(aDocument('x', n.keyPoints.create(null, point('One')), paragraph('')))
  const state = EditorState.create({ doc })
  const at = doc.child(0).nodeSize + doc.child(1).nodeSize
  expect(shape(checked(state, onLineBelow(state.tr, at)))?.blocks).toEqual(['keyPoints: One', 'paragraph: '])
  expect(shape(checked(state, replaceWithLine(state, at)))?.blocks).toEqual(['paragraph: ', 'paragraph: '])
})

test('a footnote goes behind the selected words and replaces none, and into a headline it does not go', () => {
  const doc = parseDocument(aDocument('Headline', 'It sank.'))
  const body = doc.child(0).nodeSize + doc.child(1).nodeSize
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, body + 1, body + 8) })
  let after = state
  expect(insertFootnote(state, (tr) => (after = checked(state, tr)))).toBe(true)
  expect(after.doc.child(2).children.map(({ type }) => type.name)).toEqual(['text', 'footnote', 'text'])
  expect(after.selection).toBeInstanceOf(NodeSelection)
  const inHeadline = EditorState.create({ doc, selection: TextSelection.create(doc, 3) })
  expect(insertFootnote(inHeadline)).toBe(false)
})

describe('a sheet', () => {
  const wordsOf = (cells: ReturnType<typeof cellsOfText>) =>
    cells?.map((row) => row.map((cell) => cell.textBetween(0, cell.size, '|', '|')))

  test('is read from plain text: tabs, lines, and quotation marks around a cell with a line break', () => {
    expect(wordsOf(cellsOfText('a\tb\r\n"two\nlines"\t\r\n"say ""hi"""\t"5"" pipe"\n', schema))).toEqual([
      ['a', 'b'],
      ['two|lines', ''],
      ['say "hi"', '5" pipe'],
    ])
    expect(wordsOf(cellsOfText('"Quoted words"\t1', schema))).toEqual([['"Quoted words"', '1']])
    expect(cellsOfText('no tabs\nhere', schema)).toBeNull()
  })

  test('has as many cells in every line; prose with a tab in it has not', () => {
    expect(isSheet(cellsOfText('a\tb\nc\td', schema) ?? [])).toBe(true)
    expect(isSheet(cellsOfText('a\tb\nc', schema) ?? [])).toBe(false)
    expect(isSheet(cellsOfText('\tIndented', schema) ?? [])).toBe(false)
  })

  test('gets a header where its first row has names, and none where it has figures', () => {
    const header = (words: string) =>
      tableOf(cellsOfText(words, schema) ?? [], schema)
        .child(0)
        .child(0).type.name
    expect(header('Party\tVotes\nA\t1')).toBe('tableHeader')
    expect(header('Party\t2019\nA\t1')).toBe('tableHeader')
    expect(header('1\t2\n3\t4')).toBe('tableCell')
    expect(header('Party\t\nA\t1')).toBe('tableCell')
  })

  test('with a short row is filled up, and cells over several columns leave the others empty', () => {
    const cell = (words: string, attrs = {}) => n.tableCell.create(attrs, text(words))
    const ragged = n.table.create(null, [
      n.tableRow.create(null, [cell('1'), cell('2')]),
      n.tableRow.create(null, [cell('3')]),
    ])
    expect(tidied(ragged).children.map(({ childCount }) => childCount)).toEqual([2, 2])
    const wide = n.table.create(null, [
      n.tableRow.create(null, cell('both', { colspan: 2 })),
      n.tableRow.create(null, [cell('1'), cell('2')]),
    ])
    const doc = parseDocument(aDocument('x', wide))
    const at = doc.child(0).nodeSize + doc.child(1).nodeSize
    expect(wordsOf(cellsOfSlice(doc.slice(at, doc.content.size)))).toEqual([
      ['both', ''],
      ['1', '2'],
    ])
  })

  test('beside other words is no sheet, and neither is a single cell', () => {
    const table = tableOf(cellsOfText('a\tb\nc\td', schema) ?? [], schema)
    const doc = parseDocument(aDocument('x', table, 'Words.'))
    const at = doc.child(0).nodeSize + doc.child(1).nodeSize
    expect(cellsOfSlice(doc.slice(at, doc.content.size))).toBeNull()
    expect(cellsOfSlice(doc.slice(at + 3, at + 4))).toBeNull()
  })
})
