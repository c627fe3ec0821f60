import type { Node, ResolvedPos } from '@tiptap/pm/model'

/** The cell around a place in a table, and where everything about it is. */
export type CellPlace = {
  table: Node
  /** Position before the table. */
  tableAt: number
  row: number
  column: number
}

export function cellAt($pos: ResolvedPos): CellPlace | null {
  for (let depth = $pos.depth; depth > 1; depth -= 1) {
    if ($pos.node(depth).type.name !== 'tableCell' && $pos.node(depth).type.name !== 'tableHeader') continue
    return {
      table: $pos.node(depth - 2),
      tableAt: $pos.before(depth - 2),
      row: $pos.index(depth - 2),
      column: $pos.index(depth - 1),
    }
  }
  return null
}

/** The position before a row; behind the last one for the number of rows. */
export function rowStart({ table, tableAt }: Pick<CellPlace, 'table' | 'tableAt'>, row: number): number {
  return table.children.slice(0, row).reduce((at, { nodeSize }) => at + nodeSize, tableAt + 1)
}

/** The position before a cell; behind the last one where the row has fewer. */
export function cellStart(place: Pick<CellPlace, 'table' | 'tableAt'>, row: number, column: number): number {
  const cells = place.table.child(row).children.slice(0, column)
  return cells.reduce((at, { nodeSize }) => at + nodeSize, rowStart(place, row) + 1)
}
