'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf, request } from '@/components/editor/api/request'
import type { Board } from '@/lib/board/read-board'
import { now } from '@/lib/clock'

export type BoardQuery = { deskId?: string | undefined; personId?: string | undefined }

const LOOK_MILLISECONDS = 3_000
/** What happens within so long of each other makes the lists above the board anew once. */
const LISTS_MILLISECONDS = 500

type OpenBoard = {
  board: Board
  isLive: boolean
  again: () => Promise<void>
  show: (change: (board: Board) => Board) => void
  /** Says of which stories somebody may have come or gone. */
  arrivals: EventTarget
}

/**
 * The board as it is now: read anew whenever the server says that something moved, and with it the lists of the page around. Changes of
 * one's own are shown at once.
 */
export function useBoard(initial: Board, { deskId, personId }: BoardQuery): OpenBoard {
  const [board, setBoard] = useState(initial)
  const [isLive, setIsLive] = useState(true)
  const [arrivals] = useState(() => new EventTarget())
  const turn = useRef(0)
  const router = useRouter()

  const again = useCallback(async () => {
    const mine = ++turn.current
    const query = new URLSearchParams({ ...(deskId ? { deskId } : {}), ...(personId ? { personId } : {}) })
    const next = await request<Board>(`/api/desk/board?${query}`).catch(messageOf)
    // An older answer that comes late says nothing any more.
    if (typeof next !== 'string' && mine === turn.current) setBoard((known) => withKnownCards(known, next))
  }, [deskId, personId])

  // The end of a banner is told to nobody.
  useEffect(() => {
    const ends = board.columns.flatMap(({ cards }) => cards.flatMap(({ breakingUntil }) => breakingUntil ?? []))
    if (ends[0] === undefined) return
    const timer = setTimeout(again, Math.max(LOOK_MILLISECONDS, new Date(ends[0]).getTime() - now().getTime()))
    return () => clearTimeout(timer)
  }, [board, again])

  useEffect(() => {
    const events = new EventSource('/api/desk/events')
    let isOpened = false
    let lists: ReturnType<typeof setTimeout> | undefined
    events.addEventListener('changed', () => {
      void again()
      // The first says that it listens now: the page is as new.
      if (isOpened)
        lists ??= setTimeout(() => {
          lists = undefined
          router.refresh()
        }, LISTS_MILLISECONDS)
      isOpened = true
    })
    events.addEventListener('people', ({ data }) => {
      const { articleId } = JSON.parse(data) as { articleId: string }
      arrivals.dispatchEvent(new CustomEvent('people', { detail: articleId }))
    })
    events.addEventListener('ended', () => {
      events.close()
      setIsLive(false)
    })
    events.onopen = () => setIsLive(true)
    events.onerror = () => setIsLive(false)
    return () => {
      events.close()
      clearTimeout(lists)
    }
  }, [again, arrivals, router])

  return { board, isLive, again, show: setBoard, arrivals }
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
