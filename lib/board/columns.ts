import type { ArticleState } from '../articles/state'

/** The columns of the board, in the order in which work goes on. What left the newsroom for good is not on it. */
export const BOARD_COLUMNS = [
  'PITCHED',
  'COMMISSIONED',
  'DRAFT',
  'FILED',
  'SUBBING',
  'LEGAL',
  'APPROVED',
  'SCHEDULED',
  'PUBLISHED',
  'ON_HOLD',
] as const satisfies readonly ArticleState[]

export type BoardColumn = (typeof BOARD_COLUMNS)[number]

/** So many cards of a column are shown at most. */
export const CARDS_MOST = 40
