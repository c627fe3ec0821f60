import { DOMParser, type Fragment, type Node, type NodeSpec, type Schema } from 'prosemirror-model'
import { line, whole } from '../attributes'
import { linesOf, oneLineOf } from '../lines'
import { lineOf } from './box'

/** The most columns and rows that a cell may reach over. */
const SPAN_MOST = 100

/**
 * Figures in rows and columns. `tableRole` is how prosemirror-tables knows its nodes. A cell is a line of text, as in a sheet:
 * what is longer than that is no table. Two people who change one table at once may leave it with a short row: that is a
 * valid table, printed with empty cells at the end.
 */
export const table: NodeSpec = {
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  attrs: { caption: { default: '', validate: line(300) } },
  parseDOM: [
    {
      tag: 'table',
      getAttrs: (element) => ({
        caption: lineOf(
          element.getAttribute('data-caption') ?? element.querySelector('caption')?.textContent ?? '',
        ).slice(0, 300),
      }),
    },
    { tag: 'caption', ignore: true },
  ],
  toDOM: (node) => ['table', { 'data-caption': node.attrs.caption }, ['tbody', 0]],
}

export const tableRow: NodeSpec = {
  content: '(tableCell | tableHeader)+',
  tableRole: 'row',
  parseDOM: [{ tag: 'tr' }],
  toDOM: () => ['tr', 0],
}

export const tableCell: NodeSpec = cell('td', 'cell')

/** A cell that names its column, or its row. */
export const tableHeader: NodeSpec = cell('th', 'header_cell')

function cell(tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: 'inline*',
    tableRole,
    isolating: true,
    attrs: {
      colspan: { default: 1, validate: whole(1, SPAN_MOST) },
      rowspan: { default: 1, validate: whole(1, SPAN_MOST) },
    },
    parseDOM: [{ tag, getAttrs: spans, getContent: cellContent }],
    toDOM: (node) => [tag, printedSpans(node), 0],
  }
}

/** What a cell of a pasted table says: its paragraphs, its list items and the cells of a table in it become lines. */
function cellContent(element: globalThis.Node, schema: Schema): Fragment {
  return oneLineOf(linesOf(DOMParser.fromSchema(schema).parseSlice(element).content), schema)
}

function spans(element: HTMLElement): { colspan: number; rowspan: number } {
  const span = (name: string) => Math.min(SPAN_MOST, Math.max(1, Number(element.getAttribute(name)) || 1)) | 0
  return { colspan: span('colspan'), rowspan: span('rowspan') }
}

function printedSpans({ attrs }: Node): Record<string, string> {
  const wide = Object.entries(attrs).filter(([, span]) => span > 1)
  return Object.fromEntries(wide.map(([name, span]) => [name, String(span)]))
}
