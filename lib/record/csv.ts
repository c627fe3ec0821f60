/** Written first, so that spreadsheets read what follows as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One line of a CSV file as RFC 4180 writes it, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Spreadsheets take a cell that begins so for a formula and run it; an apostrophe before it makes it words. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
