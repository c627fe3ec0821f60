import type { Fragment } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { type CellPlace, cellStart, rowStart } from './cell-at'

/**
 * Writes cells into a table, from one of its cells to the right and downwards; the table grows where it is too small. From
 * its end to its start, so that no place moves before it is used.
 */
export function fillCells(state: EditorState, place: CellPlace, cells: readonly (readonly Fragment[])[]): Transaction {
  const { tr } = state
  const { table, row: top, column: left } = place
  const width = Math.max(...cells.map((row) => row.length))
  const before = Math.max(...table.children.map((row) => row.childCount))
  const columns = Math.max(before, left + width)
  for (let row = Math.max(table.childCount, top + cells.length) - 1; row >= 0; row -= 1) {
    const words = cells[row - top] ?? []
    if (row >= table.childCount) {
      tr.insert(rowStart(place, table.childCount), newRow(state, columns, left, words))
    } else {
      fillRow(tr, state, place, row, columns, words)
    }
  }
  const last = cells.length - 1
  const filled = { table: tr.doc.nodeAt(place.tableAt) ?? table, tableAt: place.tableAt }
  const cell = cellStart(filled, top + last, left + (cells[last]?.length ?? 1) - 1)
  const size = tr.doc.nodeAt(cell)?.content.size ?? 0
  return tr.setSelection(Selection.near(tr.doc.resolve(cell + 1 + size), -1)).scrollIntoView()
}

function newRow({ schema }: EditorState, columns: number, left: number, words: readonly Fragment[]) {
  const cells = Array.from({ length: columns }, (_, column) => schema.node('tableCell', null, words[column - left]))
  return schema.node('tableRow', null, cells)
}

/** A cell keeps what it is: words that are pasted over the name of a column name that column. */
function fillRow(
  tr: Transaction,
  { schema }: EditorState,
  place: CellPlace,
  row: number,
  columns: number,
  words: readonly Fragment[],
): void {
  const cells = place.table.child(row).children
  for (let column = columns - 1; column >= 0; column -= 1) {
    const cell = cells[column]
    const content = words[column - place.column]
    const at = cellStart(place, row, column)
    if (cell === undefined) tr.insert(at, schema.node(cells[0]?.type.name ?? 'tableCell', null, content))
    else if (content !== undefined && !content.eq(cell.content))
      tr.replaceWith(at + 1, at + 1 + cell.content.size, content)
  }
}
