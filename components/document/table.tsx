import { Children, createElement, type ReactNode } from 'react'
import { isFigureColumn, isHeaderRow, missingCells } from '@/lib/document/table-shape'
import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps } from './printing'

/** A table that is wider than a phone moves inside its own frame, by finger and by arrow keys; the page stays where it is. */
export function Table({ node, number, printing, children }: NodeProps) {
  if (node.textContent.trim() === '') return null
  const { caption } = node.attrs
  const id = `table-${number}`
  const named =
    caption === '' ? { 'aria-label': wordsFor(printing.time.language).document.table } : { 'aria-labelledby': id }
  const rows = Children.toArray(children)
  const head = isHeaderRow(node.child(0)) ? rows.slice(0, 1) : []
  const body = rows.slice(head.length)
  return (
    <figure className="table">
      {caption === '' ? null : <figcaption id={id}>{caption}</figcaption>}
      {/* biome-ignore lint/a11y/useSemanticElements: a section has a heading of its own; this is a place to move in. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer moves a wide table with the arrow keys. */}
      <div className="table-frame" role="region" {...named} tabIndex={0}>
        <table {...named}>
          {head.length === 0 ? null : <thead>{head}</thead>}
          {body.length === 0 ? null : <tbody>{body}</tbody>}
        </table>
      </div>
    </figure>
  )
}

export function TableRow({ node, within, children }: NodeProps) {
  const table = within.at(-1)
  const missing = table === undefined ? 0 : missingCells(node, table)
  return createElement('tr', null, children, ...new Array<ReactNode>(missing).fill(<td />))
}

export function TableCell({ node, within, children }: NodeProps) {
  return (
    <td {...spans(node)} className={figureClass(node, within)}>
      {children}
    </td>
  )
}

/** Names its column where the whole row is of names, else its row. */
export function TableHeader({ node, within, children }: NodeProps) {
  const row = within.at(-1)
  const isOfColumn = row !== undefined && isHeaderRow(row)
  return (
    <th
      {...spans(node)}
      scope={isOfColumn ? 'col' : 'row'}
      className={isOfColumn ? figureClass(node, within) : undefined}
    >
      {children}
    </th>
  )
}

function spans({ attrs }: NodeProps['node']): { colSpan?: number; rowSpan?: number } {
  return {
    ...(attrs.colspan === 1 ? {} : { colSpan: attrs.colspan }),
    ...(attrs.rowspan === 1 ? {} : { rowSpan: attrs.rowspan }),
  }
}

function figureClass(cell: NodeProps['node'], within: NodeProps['within']): string | undefined {
  const [table, row] = within.slice(-2)
  return table !== undefined && row !== undefined && isFigureColumn(table, row.children.indexOf(cell))
    ? 'figure'
    : undefined
}
