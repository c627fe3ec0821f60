import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { CellSelection, tableEditing } from 'prosemirror-tables'
import { linesOf, oneLineOf } from '@/lib/document/lines'
import { insertBlock } from '../extensions/insert-block'
import { isRemoteChange } from '../extensions/remote-change'
import { cellAt } from './cell-at'
import { fillCells } from './fill-cells'
import { cellsOfSlice, cellsOfText, isSheet, tableOf, tidied } from './pasted-cells'

/**
 * Selections over several cells, and what is pasted from a sheet. Of prosemirror-tables' own plugin without its repairs: it
 * would mend a table whenever it changes, in the editors of two people at once. Here a table is mended by whoever changes its shape.
 */
export const tables = Extension.create({
  name: 'tables',
  // After everything else that looks at keys and pointers, before the general meaning of pasted words.
  priority: 90,

  addProseMirrorPlugins() {
    return [cellSelections(), new Plugin({ props: { handlePaste, transformPasted } })]
  },
})

function cellSelections(): Plugin {
  const { spec } = tableEditing({ allowTableNodeSelection: true })
  const { handlePaste: _, ...props } = spec.props ?? {}
  return new Plugin({
    ...spec,
    props,
    appendTransaction(transactions, _before, state) {
      if (transactions.some(isRemoteChange)) return null
      // Told that nothing changed, it looks at the selection alone.
      return spec.appendTransaction?.call(this, transactions, state, state) ?? null
    },
  })
}

/** A sheet knows no header, and a page may leave out cells. Words that are dragged to another place are the same words. */
function transformPasted(slice: Slice, view: EditorView): Slice {
  if (view.dragging?.move === true || slice.openStart + slice.openEnd > 0) return slice
  const tidy = slice.content.content.map((node) => (node.type.name === 'table' ? tidied(node) : node))
  return new Slice(Fragment.fromArray(tidy), 0, 0)
}

function handlePaste(view: EditorView, event: ClipboardEvent, slice: Slice): boolean {
  const { state } = view
  const data = event.clipboardData
  const text = data?.getData('text/plain') ?? ''
  const tr =
    cellAt(state.selection.$from) === null ? pastedTable(state, data, text) : pastedIntoCell(state, slice, text)
  if (tr === null) return false
  view.dispatch(tr.setMeta('paste', true).setMeta('uiEvent', 'paste').scrollIntoView())
  return true
}

/** Plain text of a sheet becomes a table, in the body and nowhere else. */
function pastedTable(state: EditorState, data: DataTransfer | null, text: string): Transaction | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.index(0) < 2 || (data?.getData('text/html') ?? '') !== '') return null
  const cells = cellsOfText(text, state.schema)
  return cells !== null && isSheet(cells) ? insertBlock(state, tableOf(cells, state.schema)) : null
}

/** Cells fill cells. Anything else becomes lines of the one cell: a cell has no paragraphs. */
function pastedIntoCell(state: EditorState, slice: Slice, text: string): Transaction | null {
  const { selection, schema, tr } = state
  const anchor = selection instanceof CellSelection ? topLeft(selection) : selection.$from
  const place = cellAt(anchor)
  if (place === null) return null
  const cells = cellsOfSlice(slice) ?? cellsOfText(text, schema)
  if (cells !== null) return fillCells(state, place, cells)
  const line = oneLineOf(linesOf(slice.content), schema)
  if (selection instanceof CellSelection) return fillCells(state, place, [[line]])
  if (cellAt(selection.$to)?.tableAt !== place.tableAt || !selection.$from.sameParent(selection.$to)) return null
  return tr.replaceSelection(new Slice(line, 0, 0))
}

function topLeft(selection: CellSelection) {
  let first = selection.$anchorCell
  selection.forEachCell((_, position) => {
    if (position < first.pos) first = selection.$anchorCell.doc.resolve(position)
  })
  return first.doc.resolve(first.pos + 1)
}
