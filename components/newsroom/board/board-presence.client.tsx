'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Board } from '@/lib/board/read-board'
import { PresentContext, readPresent } from '../presence-poll.client'

/** What comes within so long of each other is asked for together. */
const TOGETHER_MILLISECONDS = 100
/** Whoever vanished without a word is gone from the board after so long. */
const LOOK_EVERY_MILLISECONDS = 15_000
const IDS_MOST = 100

type Present = Board['present']

/** Around the board: who is in which story, at once when somebody comes or goes. `arrivals` says of which stories that may be. */
export function BoardPresence({
  present,
  arrivals,
  onPeople,
  children,
}: {
  present: Present
  arrivals: EventTarget
  /** Who is in those stories now; nobody is said, too. */
  onPeople: (present: Present) => void
  children: ReactNode
}) {
  const shown = useRef(present)
  shown.current = present

  useEffect(() => {
    const asked = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      timer = undefined
      const ids = [...asked].slice(0, IDS_MOST)
      asked.clear()
      const found = ids.length === 0 ? null : await readPresent(ids.join(','))
      if (isOver || found === null) return
      onPeople(Object.fromEntries(ids.map((id) => [id, found[id] ?? []])))
    }
    const ask = (ids: readonly string[]) => {
      for (const id of ids) asked.add(id)
      timer ??= setTimeout(look, TOGETHER_MILLISECONDS)
    }
    const arrive = (event: Event) => ask([(event as CustomEvent<string>).detail])
    const turn = setInterval(() => {
      if (document.visibilityState === 'hidden') return
      ask(Object.keys(shown.current).filter((id) => (shown.current[id]?.length ?? 0) > 0))
    }, LOOK_EVERY_MILLISECONDS)
    arrivals.addEventListener('people', arrive)
    return () => {
      isOver = true
      clearTimeout(timer)
      clearInterval(turn)
      arrivals.removeEventListener('people', arrive)
    }
  }, [arrivals, onPeople])

  return <PresentContext value={present}>{children}</PresentContext>
}
