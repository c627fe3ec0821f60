import type { TableCommand } from './table-commands'

/** What the tools of a table are called, as buttons and as commands. */
export const TABLE_LABELS: Record<TableCommand, string> = {
  rowAbove: 'Add row above',
  rowBelow: 'Add row below',
  deleteRow: 'Delete row',
  columnBefore: 'Add column before',
  columnAfter: 'Add column after',
  deleteColumn: 'Delete column',
  headerRow: 'Header row',
  headerColumn: 'Header column',
  deleteTable: 'Delete table',
}
