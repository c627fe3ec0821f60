/** More than this is prose that somebody laid out in columns. */
const CELL_CHARACTERS_MOST = 600

/** Is this a table of figures and words, or columns that a page was laid out with? */
export function isDataTable(table: HTMLElement): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return false
  if (table.querySelector('table, h1, h2, h3, h4, h5, h6, hr, blockquote, figure, article, form') !== null) return false
  const rows = rowsOf(table)
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length))
  if (widest < 2 || rows.length < 2) return false
  const cells = rows.flatMap(cellsOf)
  return (
    cells.some((cell) => cell.textContent.trim() !== '') &&
    cells.every((cell) => cell.textContent.length <= CELL_CHARACTERS_MOST)
  )
}

export function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.querySelectorAll<HTMLElement>('tr')].filter((row) => row.closest('table') === table)
}

export function cellsOf(row: HTMLElement): HTMLElement[] {
  return [...row.children].filter(
    (cell): cell is HTMLElement => cell instanceof Element && (cell.localName === 'td' || cell.localName === 'th'),
  )
}

/** How many columns or rows a cell reaches over: 1 to 100. */
export function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(100, Math.max(1, Math.floor(Number(cell.getAttribute(name))) || 1))
}
