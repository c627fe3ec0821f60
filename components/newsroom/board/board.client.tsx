'use client'

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useId, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { moveArticle, type PlainMove } from '@/components/editor/api/workflow'
import { MoveDialog } from '@/components/editor/workflow/move-dialog.client'
import { createMenuHandle, MenuItem, SharedMenu } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { BoardColumn } from '@/lib/board/columns'
import type { BoardCard, Board as BoardOfDesk } from '@/lib/board/read-board'
import { STATE_WORDS } from '../state-words'
import { BoardPresence } from './board-presence.client'
import { CardFace } from './card.client'
import { Column } from './column.client'
import { type BoardQuery, useBoard } from './use-board.client'

/** These ask for a word first. */
const WITH_NOTE: ReadonlySet<PlainMove> = new Set(['sendBack', 'spike', 'pause'])

type Asked = { card: BoardCard; move: PlainMove; name: string }

/**
 * The stories of a desk, one column for each state. A card is dragged to a column that its state and the person's rights allow, or
 * moved by its menu, which does the same for keyboards and phones. What others do appears by itself.
 */
export function Board({ initial, query, zone }: { initial: BoardOfDesk; query: BoardQuery; zone: string }) {
  const dndId = useId()
  const { board, isLive, again, show, showPeople, arrivals } = useBoard(initial, query)
  const [dragged, setDragged] = useState<BoardCard | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [said, setSaid] = useState('')
  const [menu] = useState(() => createMenuHandle<BoardCard>())
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )

  async function go({ card, move }: Omit<Asked, 'name'>, note: string): Promise<void> {
    const to = card.moves.find((each) => each.move === move)?.to
    const before = board
    show((now) => moved(now, card, to))
    try {
      await moveArticle(card.id, move, note)
      setSaid(`${titleOf(card)}: ${to === undefined ? 'moved' : STATE_WORDS[to].name}.`)
    } catch (error) {
      show(() => before)
      throw error
    } finally {
      await again()
    }
  }

  function ask(card: BoardCard, move: PlainMove): void {
    const name = card.moves.find((each) => each.move === move)?.name ?? ''
    if (WITH_NOTE.has(move)) setAsked({ card, move, name })
    else go({ card, move }, '').catch((error) => notify.problem(messageOf(error)))
  }
  function drop({ over }: DragEndEvent): void {
    const card = dragged
    setDragged(null)
    if (card === null || over === null || over.id === card.state) return
    const target = over.id as BoardColumn
    const move = card.moves.find(({ to }) => to === target)
    if (move !== undefined) ask(card, move.move)
    else notify.problem(`“${titleOf(card)}” cannot go from ${nameOf(card.state)} to ${nameOf(target)}.`)
  }

  return (
    <BoardPresence present={board.present} arrivals={arrivals} onPeople={showPeople}>
      <p role="status" className="sr-only">
        {said}
      </p>
      {isLive ? null : (
        <p role="status" className="mb-2 text-sm text-warn-ink">
          There is no connection: what others do is not shown until it is back.
        </p>
      )}
      <DndContext
        id={dndId}
        sensors={sensors}
        // The next column may lie near the edge: the board moves only when the card is all but over it.
        autoScroll={{ threshold: { x: 0.05, y: 0.1 } }}
        onDragStart={({ active }: DragStartEvent) => setDragged((active.data.current as { card: BoardCard }).card)}
        onDragEnd={drop}
        onDragCancel={() => setDragged(null)}
      >
        <div className="board">
          {board.columns.map((column) => (
            <Column
              key={column.state}
              column={column}
              query={query}
              zone={zone}
              takes={
                dragged === null
                  ? 'nothing'
                  : dragged.state === column.state
                    ? 'own'
                    : dragged.moves.some(({ to }) => to === column.state)
                      ? 'this'
                      : 'not this'
              }
              menu={menu}
            />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged === null ? null : <CardFace card={dragged} zone={zone} isLifted />}
        </DragOverlay>
      </DndContext>
      <SharedMenu handle={menu}>
        {(card) =>
          card.moves.map(({ move, name }) => (
            <MenuItem key={move} isDangerous={move === 'spike'} onSelect={() => ask(card, move)}>
              {name}
            </MenuItem>
          ))
        }
      </SharedMenu>
      {asked === null ? null : (
        <MoveDialog
          move={asked.move}
          name={asked.name}
          isNoteRequired={asked.move !== 'pause'}
          onGo={(note) => go(asked, note)}
          onClose={() => setAsked(null)}
        />
      )}
    </BoardPresence>
  )
}

function moved(board: BoardOfDesk, card: BoardCard, to: string | undefined): BoardOfDesk {
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.state === card.state) {
        return { ...column, count: column.count - 1, cards: column.cards.filter(({ id }) => id !== card.id) }
      }
      if (column.state !== to) return column
      const here = { ...card, state: column.state, since: board.at, moves: [] }
      return { ...column, count: column.count + 1, cards: [here, ...column.cards] }
    }),
  }
}

function titleOf({ title }: BoardCard): string {
  return title.trim() === '' ? 'Untitled article' : title
}

function nameOf(state: BoardColumn): string {
  return `“${STATE_WORDS[state].name}”`
}
