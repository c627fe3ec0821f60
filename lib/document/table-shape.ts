import type { Node } from 'prosemirror-model'

/** A number as tables have them: with signs, separators, a currency or a unit beside it. A dash stands for none. */
const FIGURE = /^[^\p{L}\d]{0,3}\d[\d\s.,:/]*[^\d]{0,4}$/u
const NONE = /^[-–—−]?$/

const figureColumns = new WeakMap<Node, ReadonlySet<number>>()

/** Does this row name the columns? */
export function isHeaderRow(row: Node): boolean {
  return row.children.every(({ type }) => type.name === 'tableHeader')
}

/** How many cells a row is short of: two people who change a table at once may leave it so. */
export function missingCells(row: Node, table: Node): number {
  // A cell that reaches over several rows fills a place in those below.
  const isPlain = table.children.every((each) => each.children.every(({ attrs }) => attrs.rowspan === 1))
  return isPlain ? Math.max(...table.children.map(widthOf)) - widthOf(row) : 0
}

/** Are there only figures in this column, below its header? They are set flush right. */
export function isFigureColumn(table: Node, column: number): boolean {
  const known = figureColumns.get(table) ?? figureColumnsOf(table)
  figureColumns.set(table, known)
  return known.has(column)
}

function figureColumnsOf(table: Node): ReadonlySet<number> {
  const rows = table.children.filter((row) => !isHeaderRow(row))
  const words = (row: Node, column: number) => row.maybeChild(column)?.textContent.trim() ?? ''
  const columns = Array.from({ length: Math.max(...table.children.map(({ childCount }) => childCount)) }, (_, at) => at)
  return new Set(
    columns.filter(
      (column) =>
        rows.some((row) => FIGURE.test(words(row, column))) &&
        rows.every((row) => FIGURE.test(words(row, column)) || NONE.test(words(row, column))),
    ),
  )
}

function widthOf(row: Node): number {
  return row.children.reduce((width, { attrs }) => width + attrs.colspan, 0)
}
