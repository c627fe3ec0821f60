'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf, request } from '@/components/editor/api/request'
import { applyChange, type BoardChange, lacksCards } from '@/lib/board/apply-change'
import type { Board } from '@/lib/board/read-board'
import { now } from '@/lib/clock'
import { useDeskEvents } from './desk-events.client'

export type BoardQuery = { deskId?: string | undefined; personId?: string | undefined }

/** What lies between a change and the reading of what else has room then. */
const FILL_MILLISECONDS = 3_000
/** What time alone changes, from an embargo to what is overdue, is told to nobody. */
const LOOK_EVERY_MILLISECONDS = 60_000

type OpenBoard = {
  board: Board
  isLive: boolean
  again: () => Promise<void>
  show: (change: (board: Board) => Board) => void
  /** Puts in who is in some stories now, by their ids. */
  showPeople: (present: Board['present']) => void
  /** Says of which stories somebody may have come or gone. */
  arrivals: EventTarget
}

/** The board as it is now: the server tells what became of a story. Changes of one's own are shown at once. */
export function useBoard(initial: Board, { deskId, personId }: BoardQuery): OpenBoard {
  const [board, setBoard] = useState(initial)
  const { isLive, events } = useDeskEvents()
  const turn = useRef(0)
  /** What was told while the board is being read, and may be missing in what is read. Null while it is not being read. */
  const told = useRef<((board: Board) => Board)[] | null>(null)

  const again = useCallback(async () => {
    const mine = ++turn.current
    const during: ((board: Board) => Board)[] = []
    told.current = during
    const query = new URLSearchParams({ ...(deskId ? { deskId } : {}), ...(personId ? { personId } : {}) })
    const next = await request<Board>(`/api/desk/board?${query}`).catch(messageOf)
    // An older answer that comes late says nothing any more.
    if (mine !== turn.current) return
    told.current = null
    if (typeof next === 'string') return
    const now = during.reduce((board, change) => change(board), next)
    setBoard((known) => withKnownCards(known, now))
  }, [deskId, personId])

  const tell = useCallback((change: (board: Board) => Board) => {
    told.current?.push(change)
    setBoard(change)
  }, [])
  const showPeople = useCallback(
    (found: Board['present']) => tell((board) => ({ ...board, present: { ...board.present, ...found } })),
    [tell],
  )

  // The end of a banner comes between two looks.
  useEffect(() => {
    const ends = board.columns.flatMap(({ cards }) => cards.flatMap(({ breakingUntil }) => breakingUntil ?? []))
    if (ends[0] === undefined) return
    const timer = setTimeout(again, Math.max(FILL_MILLISECONDS, new Date(ends[0]).getTime() - now().getTime()))
    return () => clearTimeout(timer)
  }, [board, again])

  const hasRoom = lacksCards(board)
  useEffect(() => {
    if (!hasRoom) return
    const timer = setTimeout(again, FILL_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [hasRoom, again])

  useEffect(() => {
    const look = setInterval(() => document.visibilityState === 'visible' && void again(), LOOK_EVERY_MILLISECONDS)
    return () => clearInterval(look)
  }, [again])

  useEffect(() => {
    const change = (event: Event) => {
      const { detail } = event as CustomEvent<BoardChange | null>
      if (detail === null) return void again()
      tell((board) => applyChange(board, detail))
    }
    events.addEventListener('changed', change)
    return () => events.removeEventListener('changed', change)
  }, [again, tell, events])

  return { board, isLive, again, show: setBoard, showPeople, arrivals: events }
}

/** Cards that say the same as before are the same objects: what did not change is not drawn anew. */
function withKnownCards(before: Board, next: Board): Board {
  const known = new Map(before.columns.flatMap(({ cards }) => cards).map((card) => [JSON.stringify(card), card]))
  const columns = next.columns.map((column) => ({
    ...column,
    cards: column.cards.map((card) => known.get(JSON.stringify(card)) ?? card),
  }))
  return { ...next, columns }
}
