'use client'

import { useEffect, useState } from 'react'
import { messageOf, request } from '@/components/editor/api/request'
import type { DeskShelves as Shelves } from '@/lib/board/read-shelves'
import { ArticlesShelf } from '../articles-shelf'
import { PresencePoll } from '../presence-poll.client'
import { useDeskEvents } from './desk-events.client'

/** What happens within so long of each other is read once. */
const TOGETHER_MILLISECONDS = 500
/** Everybody hears of a change at once; they do not all ask at once. */
const SPREAD_MILLISECONDS = 500

/** What stands above the board: read anew when something moved. */
export function DeskShelves({ initial }: { initial: Shelves }) {
  const { waiting, mine, look, published, at } = useShelves(initial)
  const all = [waiting, mine, look, published].flatMap(({ articles }) => articles)
  const now = new Date(at)
  return (
    <PresencePoll articleIds={[...new Set(all.map(({ id }) => id))]}>
      <div className="grid items-start gap-8 lg:grid-cols-3 lg:gap-8">
        <ArticlesShelf title="Waits for me" shelf={waiting} now={now} empty="Nothing waits for you." />
        <ArticlesShelf
          title="My stories"
          shelf={mine}
          now={now}
          empty="You have no drafts. What you start, and what you are asked to write, appears here."
        />
        <div className="space-y-8">
          {look.articles.length === 0 ? null : (
            <ArticlesShelf title="Wants a look" shelf={look} now={now} empty="Nothing wants a look." />
          )}
          <ArticlesShelf title="Latest published" shelf={published} now={now} empty="Nothing has been published yet." />
        </div>
      </div>
    </PresencePoll>
  )
}

function useShelves(initial: Shelves): Shelves {
  const [shelves, setShelves] = useState(initial)
  const { events } = useDeskEvents()
  useEffect(() => setShelves(initial), [initial])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let isOpened = false
    const read = async () => {
      timer = undefined
      const next = await request<Shelves>('/api/desk/shelves').catch(messageOf)
      if (!isOver && typeof next !== 'string') setShelves(next)
    }
    const change = () => {
      // The first says that the stream is open: the page is as new.
      if (isOpened) timer ??= setTimeout(read, TOGETHER_MILLISECONDS + Math.random() * SPREAD_MILLISECONDS)
      isOpened = true
    }
    events.addEventListener('changed', change)
    return () => {
      isOver = true
      clearTimeout(timer)
      events.removeEventListener('changed', change)
    }
  }, [events])

  return shelves
}
