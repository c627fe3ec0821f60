import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { goToNextCell } from 'prosemirror-tables'
import { focusAttribute } from '../boxes/focus-attribute'
import { goOnBelow, replaceWithLine } from '../boxes/leave'
import { type CellPlace, cellAt, cellStart } from './cell-at'
import { changeTable } from './table-commands'

/** Keys inside a table: Tab goes from cell to cell as in a sheet, the arrows and Enter from row to row and out of it. */
export const tableKeys = Extension.create({
  name: 'tableKeys',
  priority: 210,

  addKeyboardShortcuts() {
    const { editor } = this
    const inCell = (run: (place: CellPlace, view: EditorView) => boolean) => () => {
      const place = cellAt(editor.state.selection.$head)
      return place !== null && run(place, editor.view)
    }
    return {
      Tab: inCell((_, view) => toNextCell(view)),
      'Shift-Tab': inCell((_, view) => goToNextCell(-1)(view.state, view.dispatch)),
      Enter: inCell((place, view) => toRow(view, place, place.row + 1)),
      ArrowDown: inCell((place, view) => isAtEdge(view, 'down') && toRow(view, place, place.row + 1)),
      ArrowUp: inCell((place, view) => isAtEdge(view, 'up') && toRow(view, place, place.row - 1)),
      Backspace: inCell((place, view) => backspace(view, place)),
    }
  },
})

/** After the last cell comes a new row. */
function toNextCell(view: EditorView): boolean {
  const next = goToNextCell(1)
  if (!next(view.state, view.dispatch)) {
    changeTable(view, 'rowBelow')
    next(view.state, view.dispatch)
  }
  view.dispatch(view.state.tr.scrollIntoView())
  return true
}

function isAtEdge(view: EditorView, direction: 'up' | 'down'): boolean {
  return view.state.selection instanceof TextSelection && view.state.selection.empty && view.endOfTextblock(direction)
}

/** The same column in another row; above the first row stands the caption, below the last one the text goes on. */
function toRow(view: EditorView, place: CellPlace, row: number): boolean {
  if (row < 0) return focusAttribute(view, place.tableAt, 'caption')
  const tr = row < place.table.childCount ? inRow(view.state, place, row) : goOnBelow(view.state, place.tableAt)
  view.dispatch(tr.scrollIntoView())
  return true
}

function inRow({ tr, selection }: EditorState, place: CellPlace, row: number): Transaction {
  const column = Math.min(place.column, place.table.child(row).childCount - 1)
  const start = cellStart(place, row, column) + 1
  const size = place.table.child(row).child(column).content.size
  return tr.setSelection(Selection.near(tr.doc.resolve(start + Math.min(selection.$head.parentOffset, size)), -1))
}

/** At the start of a cell there is nothing to draw into it. A table that nobody wrote into goes. */
function backspace(view: EditorView, { table, tableAt }: CellPlace): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$head.parentOffset > 0) return false
  if (isUntouched(table)) view.dispatch(replaceWithLine(view.state, tableAt))
  return true
}

function isUntouched(table: Node): boolean {
  return table.textContent === '' && table.attrs.caption === ''
}
