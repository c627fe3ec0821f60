import type { Node, Schema } from '@tiptap/pm/model'

const SIZE = { rows: 3, columns: 3 }

/** What a table begins as: names of columns, and two rows to fill. */
export function emptyTable(schema: Schema): Node {
  const row = (cell: string) =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: SIZE.columns }, () => schema.node(cell)),
    )
  return schema.node(
    'table',
    null,
    Array.from({ length: SIZE.rows }, (_, index) => row(index === 0 ? 'tableHeader' : 'tableCell')),
  )
}
