'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { BoardChange } from '@/lib/board/apply-change'
import type { BoardQuery } from './use-board.client'

type DeskEvents = {
  isLive: boolean
  /** `changed` with a {@link BoardChange}, or null where everything is to be read anew; `people` with the id of an article. */
  events: EventTarget
}

const DeskEventsContext = createContext<DeskEvents | null>(null)

/** Around what follows the desk: one stream of what others do. */
export function DeskEventsProvider({
  query: { deskId, personId },
  children,
}: {
  query: BoardQuery
  children: ReactNode
}) {
  const [events] = useState(() => new EventTarget())
  const [isLive, setIsLive] = useState(true)

  useEffect(() => {
    const query = new URLSearchParams({ ...(deskId ? { deskId } : {}), ...(personId ? { personId } : {}) })
    const stream = new EventSource(`/api/desk/events?${query}`)
    const tell = (kind: string, detail: unknown) => events.dispatchEvent(new CustomEvent(kind, { detail }))
    stream.addEventListener('changed', ({ data }) =>
      tell('changed', (JSON.parse(data) as { change: BoardChange | null }).change),
    )
    stream.addEventListener('people', ({ data }) =>
      tell('people', (JSON.parse(data) as { articleId: string }).articleId),
    )
    stream.addEventListener('ended', () => {
      stream.close()
      setIsLive(false)
    })
    stream.onopen = () => setIsLive(true)
    stream.onerror = () => setIsLive(false)
    return () => stream.close()
  }, [deskId, personId, events])

  return <DeskEventsContext value={{ isLive, events }}>{children}</DeskEventsContext>
}

export function useDeskEvents(): DeskEvents {
  const value = use(DeskEventsContext)
  if (value === null) throw new Error('There is no stream of the desk around this.')
  return value
}
