import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  fixTables,
  isInTable,
  toggleHeader,
} from 'prosemirror-tables'
import { type CellPlace, cellAt, cellStart } from './cell-at'

/** What can be done to a table, in the order in which its tools stand. */
export const TABLE_COMMANDS = {
  rowAbove: addRowBefore,
  rowBelow: addRowAfter,
  deleteRow: orTable(deleteRow),
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  deleteColumn: orTable(deleteColumn),
  headerRow: toggleHeader('row'),
  headerColumn: toggleHeader('column'),
  deleteTable,
} satisfies Record<string, Command>

export type TableCommand = keyof typeof TABLE_COMMANDS

/**
 * Changes the shape of the table with the cursor. Two people who changed it at once may have left it with a short row: it is
 * made whole first, by whoever changes its shape next. Nobody's editor does so unasked, or two would do it at once, and never end.
 */
export function changeTable(view: Pick<EditorView, 'state' | 'dispatch' | 'editable'>, name: TableCommand): boolean {
  if (!view.editable || !isInTable(view.state)) return false
  const whole = fixTables(view.state)
  if (whole !== undefined) view.dispatch(whole)
  const place = cellAt(view.state.selection.$head)
  return TABLE_COMMANDS[name](view.state, (tr) =>
    view.dispatch(DELETING.has(name) && place !== null ? withCursorNear(tr, place) : tr),
  )
}

const DELETING = new Set<TableCommand>(['deleteRow', 'deleteColumn'])

/** The cursor where it was: in the row and column that took the place of what is gone. */
function withCursorNear(tr: Transaction, { tableAt, row, column }: CellPlace): Transaction {
  const table = tr.doc.nodeAt(tableAt)
  if (table?.type.name !== 'table') return tr
  const rowAt = Math.min(row, table.childCount - 1)
  const columnAt = Math.min(column, table.child(rowAt).childCount - 1)
  const inside = cellStart({ table, tableAt }, rowAt, columnAt) + 1
  return tr.setSelection(TextSelection.create(tr.doc, inside))
}

/** The last row or column goes together with its table. */
function orTable(command: Command): Command {
  return (state: EditorState, dispatch?: (tr: Transaction) => void) =>
    command(state, dispatch) || deleteTable(state, dispatch)
}
