/** A stretch of words with the same marks. A line break is `\n`. */
export type Run = { text: string; isBold: boolean; isItalic: boolean; href: string | null }

export type Cell = { isHeader: boolean; colspan: number; rowspan: number; runs: Run[] }

/**
 * What pasted HTML comes down to. The items of a list stand one after the other with their level; `list` tells two lists
 * apart, and an item that goes on with another paragraph says so.
 */
export type Block =
  | { kind: 'paragraph' | 'crosshead'; runs: Run[] }
  | { kind: 'item'; runs: Run[]; level: number; isNumbered: boolean; list: unknown; isContinued: boolean }
  | { kind: 'quotation'; lines: Run[][] }
  | { kind: 'table'; caption: string; rows: Cell[][] }
  | { kind: 'divider' }
