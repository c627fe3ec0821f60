'use client'

import { useDroppable } from '@dnd-kit/core'
import { memo } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { MenuHandle } from '@/components/ui/menu.client'
import type { Board, BoardCard } from '@/lib/board/read-board'
import { articlesHref } from '../articles-address'
import { STATE_WORDS } from '../state-words'
import { Card } from './card.client'
import type { BoardQuery } from './use-board.client'

/** One state: its cards, and how many there are beyond those that are shown. */
export const Column = memo(function Column({
  column: { state, count, cards },
  query,
  zone,
  takes,
  menu,
}: {
  column: Board['columns'][number]
  query: BoardQuery
  zone: string
  /** Whether the card that is being dragged may be dropped here. */
  takes: 'nothing' | 'own' | 'this' | 'not this'
  /** Drops from each card. */
  menu: MenuHandle<BoardCard>
}) {
  const { setNodeRef, isOver } = useDroppable({ id: state })
  const { many } = STATE_WORDS[state]
  return (
    <section
      ref={setNodeRef}
      aria-label={many}
      className={classes(
        'board-column',
        takes === 'not this' && 'opacity-45',
        takes === 'this' && 'board-column-takes',
        takes === 'this' && isOver && 'board-column-over',
      )}
    >
      <h3 className="flex items-baseline gap-2 px-1 pb-2 font-medium text-ink-soft text-sm">
        {many}
        <span className="text-ink-faint text-xs tabular-nums">{count}</span>
      </h3>
      <ul className="flex flex-col gap-2">
        {cards.map((card) => (
          <li key={card.id}>
            <Card card={card} zone={zone} menu={menu} />
          </li>
        ))}
      </ul>
      {count > cards.length ? (
        <Link
          href={articlesHref({ state, ...(query.deskId === 'none' ? {} : { desk: query.deskId }) })}
          className="mt-2 block rounded-md px-2 py-2 text-ink-faint text-sm hover:bg-sunken hover:text-ink"
        >
          And {(count - cards.length).toLocaleString('en-GB')} more
        </Link>
      ) : null}
      {count === 0 ? <p className="px-1 text-ink-faint text-xs">Nothing</p> : null}
    </section>
  )
})
