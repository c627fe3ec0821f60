import { type BoardColumn, CARDS_MOST } from './columns'
import type { Board, BoardCard } from './read-board'

/** What became of some articles, to a board that is open. */
export type BoardChange = {
  /** The articles of which something changed, on this board or not. */
  ids: string[]
  /** Those that are on it now. */
  cards: BoardCard[]
  /** Who is in them. */
  present: Board['present']
  /** How many each column has now; one without any is left out. */
  counts: Partial<Record<BoardColumn, number>>
  at: string
}

/** The board after the change. It may show fewer cards of a column than it could: see {@link lacksCards}. */
export function applyChange(board: Board, { ids, cards, present, counts, at }: BoardChange): Board {
  const changed = new Set(ids)
  const columns = board.columns.map((column) => {
    const { state } = column
    const stayed = column.cards.filter(({ id }) => !changed.has(id))
    const count = counts[state] ?? 0
    const came = cards.filter((card) => card.state === state)
    if (came.length === 0 && stayed.length === column.cards.length)
      return count === column.count ? column : { ...column, count }
    // What would come after the last one that is shown may as well come after others that are not.
    const isWhole = column.count <= column.cards.length
    const last = column.cards.at(-1)
    const fitting = came.filter((card) => isWhole || (last !== undefined && compareCards(card, last) < 0))
    return { state, count, cards: [...stayed, ...fitting].sort(compareCards).slice(0, CARDS_MOST) }
  })
  const others = Object.fromEntries(Object.entries(board.present).filter(([id]) => !changed.has(id)))
  return { columns, present: { ...others, ...present }, at }
}

/** Whether a column has stories that there would be room for. */
export function lacksCards({ columns }: Board): boolean {
  return columns.some(({ count, cards }) => cards.length < Math.min(count, CARDS_MOST))
}

/** The order of a column, as the database has it: what goes out or is due first, then what waits longest; published ones newest first. */
function compareCards(one: BoardCard, other: BoardCard): number {
  if (one.state === 'PUBLISHED') return compare(other.since, one.since) || compare(one.id, other.id)
  return (
    compare(one.publishAt ?? NEVER, other.publishAt ?? NEVER) ||
    compare(one.dueAt ?? NEVER, other.dueAt ?? NEVER) ||
    compare(one.since, other.since) ||
    compare(one.id, other.id)
  )
}

/** After every ISO instant. */
const NEVER = '~'

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
