import { Fragment, type Node, type Schema, type Slice } from '@tiptap/pm/model'
import { isHeaderRow, missingCells } from '@/lib/document/table-shape'

/** Cells row by row, each as the words in it. */
export type Cells = Fragment[][]

/** More is a database. */
const MOST = { rows: 500, columns: 50 }

/** The cells of a pasted table. Null when it is no table, is one next to something else, or words of a single cell. */
export function cellsOfSlice({ content }: Slice): Cells | null {
  const rows = rowsOf(content)
  if (rows === null || rows.length === 0) return null
  const cells = rows.map((row) =>
    row.children.flatMap((cell) => [
      cell.content,
      // A cell over several columns has its words in the first.
      ...Array.from({ length: cell.attrs.colspan - 1 }, () => Fragment.empty),
    ]),
  )
  return cells.length === 1 && cells[0]?.length === 1 ? null : bounded(cells)
}

function rowsOf(content: Fragment): Node[] | null {
  const rows: Node[] = []
  for (const node of content.content) {
    const inside = node.type.name === 'tableRow' ? [node] : node.type.name === 'table' ? node.children : null
    if (inside === null) return null
    rows.push(...inside)
  }
  return rows
}

/**
 * The cells of plain text as every sheet copies them: a line for a row, a tab between two cells, quotation marks around a cell
 * with a line break in it. Null when it has no tabs.
 */
export function cellsOfText(text: string, schema: Schema): Cells | null {
  if (!text.includes('\t')) return null
  const rows: string[][] = [['']]
  for (const [piece] of text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').matchAll(PIECES)) {
    const row = rows.at(-1) ?? []
    if (piece === '\n') rows.push([''])
    else if (piece === '\t') row.push('')
    else row[row.length - 1] = isQuoted(piece) ? piece.slice(1, -1).replaceAll('""', '"') : piece
  }
  return bounded(rows.map((row) => row.map((words) => wordsOf(words.trim(), schema))))
}

/** Is plain text a sheet, and not prose with a tab in it? At least two lines with as many cells each. */
export function isSheet(cells: Cells): boolean {
  return cells.length > 1 && cells.every((row) => row.length === cells[0]?.length)
}

/** A table with these cells. Its first row names the columns when it looks like it. */
export function tableOf(cells: Cells, schema: Schema): Node {
  const rows = cells.map((row) =>
    schema.node(
      'tableRow',
      null,
      row.map((words) => schema.node('tableCell', null, words)),
    ),
  )
  return tidied(schema.node('table', null, rows))
}

/** The same table without short rows, and with its first row as header when that looks like names. */
export function tidied(table: Node): Node {
  const rows = table.children.map((row) => filledUp(row, table))
  const [first, ...others] = rows
  const isHeadless = first !== undefined && others.length > 0 && !isHeaderRow(first) && first.children.every(isName)
  return table.copy(Fragment.fromArray(isHeadless ? [asHeader(first), ...others] : rows))
}

function filledUp(row: Node, table: Node): Node {
  const empty = Array.from({ length: missingCells(row, table) }, () => table.type.schema.node('tableCell'))
  return empty.length === 0 ? row : row.copy(row.content.append(Fragment.fromArray(empty)))
}

function asHeader(row: Node): Node {
  const { schema } = row.type
  return row.copy(
    Fragment.fromArray(row.children.map(({ attrs, content }) => schema.node('tableHeader', attrs, content))),
  )
}

/** Words, or a year: what a column is called. */
function isName(cell: Node): boolean {
  const words = cell.textContent.trim()
  return /\p{L}/u.test(words) || /^(1[5-9]|20)\d\d$/.test(words)
}

const PIECES = /"(?:[^"]|"")*"(?=[\t\n]|$)|\t|\n|[^\t\n]+/g

function isQuoted(piece: string): boolean {
  return piece.length > 1 && piece.startsWith('"') && piece.endsWith('"') && /[\n"]/.test(piece.slice(1, -1))
}

function wordsOf(words: string, schema: Schema): Fragment {
  const lines = words.split('\n').filter((line) => line !== '')
  return Fragment.fromArray(
    lines.flatMap((line, index) => [...(index === 0 ? [] : [schema.node('hardBreak')]), schema.text(line)]),
  )
}

function bounded(cells: Cells): Cells {
  return cells.slice(0, MOST.rows).map((row) => row.slice(0, MOST.columns))
}
