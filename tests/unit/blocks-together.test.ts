import { Fragment } from 'prosemirror-model'
import { NodeSelection, TextSelection } from 'prosemirror-state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { boxAt } from '@/components/editor/boxes/box-at'
import { enterInBox } from '@/components/editor/boxes/enter'
import { insertFootnote } from '@/components/editor/footnotes/footnotes'
import { cellAt } from '@/components/editor/tables/cell-at'
import { fillCells } from '@/components/editor/tables/fill-cells'
import { changeTable, TABLE_COMMANDS, type TableCommand } from '@/components/editor/tables/table-commands'
import { type Document, parseDocument, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument, paragraph } from '../support/documents'
import { type Random, seeded } from '../support/seeded'
import { Authority } from '../support/session/authority'
import { Network } from '../support/session/network'
import { openTypist, type Typist } from '../support/session/typist'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

const { nodes: n } = schema
const ROWS = [
  ['Year', 'Crossings'],
  ['2018', '1,204'],
  ['2019', '980'],
]

function article(): Document {
  const rows = ROWS.map((row, index) =>
    n.tableRow.create(
      null,
      row.map((words) => (index === 0 ? n.tableHeader : n.tableCell).create(null, schema.text(words))),
    ),
  )
  return parseDocument(
    aDocument(
      'Ferry',
      'Before the table.',
      n.table.create({ caption: 'Crossings' }, rows),
      n.timeline.create({ heading: 'How it went' }, [n.timelineEntry.create({ when: '2018' }, paragraph('It sank.'))]),
      n.keyPoints.create(null, n.keyPoint.create(null, schema.text('It sank'))),
    ),
  )
}

/** What a command of the editor needs of a view, for a person without a screen. */
function viewOf({ editor }: Typist) {
  return {
    get state() {
      return editor.state
    },
    dispatch: (tr: Parameters<typeof editor.dispatch>[0]) => editor.dispatch(tr),
    editable: true,
  }
}

function cursorAt(typist: Typist, words: string): void {
  const { state } = typist.editor
  state.doc.descendants((node, position) => {
    if (node.isText && node.text?.includes(words)) {
      typist.editor.dispatch(
        state.tr.setSelection(TextSelection.create(state.doc, position + node.text.indexOf(words))),
      )
    }
  })
}

async function people(count: number) {
  const authority = new Authority(article())
  const network = new Network(authority)
  const start = { version: 0, document: toJson(authority.document), steps: [] }
  const typists = Array.from({ length: count }, () => openTypist({ transport: network, start }))
  return { authority, typists }
}

async function untilSaved(authority: Authority, typists: readonly Typist[]): Promise<void> {
  void Promise.all(typists.map(({ session }) => session.flush()))
  await vi.advanceTimersByTimeAsync(60_000)
  authority.document.check()
  for (const { editor } of typists) expect(editor.state.doc.eq(authority.document)).toBe(true)
}

const wordsIn = (document: Document) => {
  const table = document.children.find(({ type }) => type === n.table)
  return table?.children.map((row) => row.children.map(({ textContent }) => textContent)) ?? []
}

test('a row and a column that two people add at once are both there, and nothing is mended until somebody changes the shape', async () => {
  const { authority, typists } = await people(2)
  const [ann, bob] = typists as [Typist, Typist]
  cursorAt(ann, '980')
  cursorAt(bob, '980')
  changeTable(viewOf(ann), 'rowBelow')
  changeTable(viewOf(bob), 'columnAfter')
  await untilSaved(authority, typists)
  expect(wordsIn(authority.document)).toEqual([
    ['Year', 'Crossings', ''],
    ['2018', '1,204', ''],
    ['2019', '980', ''],
    ['', ''],
  ])
  ann.type('!', ann.editor.state.selection.from)
  await untilSaved(authority, typists)
  expect(wordsIn(authority.document)[3]).toHaveLength(2)
  changeTable(viewOf(ann), 'rowAbove')
  await untilSaved(authority, typists)
  expect(wordsIn(authority.document).map((row) => row.length)).toEqual([3, 3, 3, 3, 3])
})

test('a cell that somebody writes into keeps the words while somebody else pastes around it', async () => {
  const { authority, typists } = await people(2)
  const [ann, bob] = typists as [Typist, Typist]
  cursorAt(ann, '2018')
  const place = cellAt(ann.editor.state.selection.$head)
  const cells = [['2018', '1,300', 'a lot']].map((row) => row.map((words) => Fragment.from(schema.text(words))))
  if (place !== null) ann.editor.dispatch(fillCells(ann.editor.state, place, cells))
  cursorAt(bob, '980')
  bob.type('almost ', bob.editor.state.selection.from)
  await untilSaved(authority, typists)
  expect(wordsIn(authority.document)).toEqual([
    ['Year', 'Crossings', ''],
    ['2018', '1,300', 'a lot'],
    ['2019', 'almost 980', ''],
  ])
})

test('of two people who delete the last two rows at once, one is first, and a table is left', async () => {
  const { authority, typists } = await people(2)
  const [ann, bob] = typists as [Typist, Typist]
  cursorAt(ann, '980')
  changeTable(viewOf(ann), 'deleteRow')
  await untilSaved(authority, typists)
  cursorAt(ann, '2018')
  cursorAt(bob, 'Year')
  changeTable(viewOf(ann), 'deleteRow')
  changeTable(viewOf(bob), 'deleteRow')
  await untilSaved(authority, typists)
  expect(wordsIn(authority.document)).toEqual([['Year', 'Crossings']])
})

/** CHAOS=200 tries so many worlds. */
const SEEDS = Array.from({ length: Number(process.env.CHAOS ?? 2) }, (_none, index) => index + 1)

test.each(SEEDS)(
  'tables, boxes and footnotes that three people change at once end as one document (chance %i)',
  async (seed) => {
    const random = seeded(seed)
    vi.spyOn(Math, 'random').mockImplementation(random)
    const { authority, typists } = await people(3)
    for (let action = 0; action < 150; action += 1) {
      actAtRandom(typists[Math.floor(random() * typists.length)] as Typist, random)
      await vi.advanceTimersByTimeAsync(random() * 200)
    }
    await untilSaved(authority, typists)
    expect(authority.steps.length).toBeGreaterThan(60)
  },
)

function actAtRandom(typist: Typist, random: Random): void {
  const view = viewOf(typist)
  const { state } = view
  const place = TextSelection.near(state.doc.resolve(Math.floor(random() * state.doc.content.size)))
  view.dispatch(state.tr.setSelection(place))
  const box = boxAt(view.state.selection.$head)
  const chance = random()
  if (chance < 0.35) typist.type('word ', view.state.selection.from)
  else if (chance < 0.45) insertFootnote(view.state, view.dispatch)
  else if (chance < 0.75 && cellAt(view.state.selection.$head) !== null) changeTable(view, aCommand(random))
  else if (box !== null) {
    const tr = enterInBox(view.state, box)
    if (tr !== null) view.dispatch(tr)
    else if (box.line.type.name === 'keyPoint') view.dispatch(view.state.tr.split(view.state.selection.from))
  } else if (chance > 0.95 && view.state.selection instanceof NodeSelection)
    view.dispatch(view.state.tr.deleteSelection())
}

function aCommand(random: Random): TableCommand {
  const names = (Object.keys(TABLE_COMMANDS) as TableCommand[]).filter((name) => name !== 'deleteTable')
  return names[Math.floor(random() * names.length)] as TableCommand
}
