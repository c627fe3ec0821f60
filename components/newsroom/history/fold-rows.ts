import type { Row } from '@/lib/document/compare/rows'

/** Rows that are shown, or unchanged ones that are folded until somebody asks for them. */
export type RowGroup = { kind: 'rows'; rows: Row[] } | { kind: 'folded'; rows: Row[]; label: string }

/** How many unchanged blocks stay around a change, for it to be understood. */
const AROUND = 1
/** Fewer than that are not worth a button. */
const FEWEST = 2

/** Folds what stayed as it was, except for what stands right beside a change. */
export function foldRows(rows: readonly Row[]): RowGroup[] {
  const shown = rows.map(
    (row, index) =>
      row.change !== 'same' ||
      rows.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ change }) => change !== 'same'),
  )
  const groups: RowGroup[] = []
  for (let at = 0; at < rows.length; ) {
    let end = at
    while (end < rows.length && shown[end] === shown[at]) end += 1
    const part = rows.slice(at, end)
    const last = groups.at(-1)
    if (!shown[at] && part.length >= FEWEST) groups.push({ kind: 'folded', rows: part, label: labelOf(part) })
    else if (last?.kind === 'rows') last.rows.push(...part)
    else groups.push({ kind: 'rows', rows: part })
    at = end
  }
  return groups
}

/** "6 unchanged paragraphs" */
function labelOf(rows: readonly Row[]): string {
  const areParagraphs = rows.every(({ after }) => after?.type.name === 'paragraph')
  return `${rows.length} unchanged ${areParagraphs ? 'paragraphs' : 'blocks'}`
}
