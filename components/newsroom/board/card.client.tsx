'use client'

import { useDraggable } from '@dnd-kit/core'
import { Clock, Lock, Megaphone, Scale, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { type MenuHandle, SharedMenuButton } from '@/components/ui/menu.client'
import type { BoardCard } from '@/lib/board/read-board'
import { now } from '@/lib/clock'
import { HeldBy } from '../held-by'
import { PeopleInArticle } from '../people-in-article.client'
import { sayAgo } from '../relative-time'
import { sayShort } from '../short-time'

/** A story on the board, to be opened, dragged, or moved by its menu. */
export const Card = memo(function Card({
  card,
  zone,
  menu,
}: {
  card: BoardCard
  zone: string
  /** Of the whole board. */
  menu: MenuHandle<BoardCard>
}) {
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: card.moves.length === 0,
  })
  return (
    <div ref={setNodeRef} {...listeners} className={classes('relative', isDragging && 'opacity-40')}>
      <CardFace
        card={card}
        zone={zone}
        menu={
          card.moves.length === 0 ? null : (
            <SharedMenuButton handle={menu} subject={card} label={`Move “${titleOf(card)}”`} />
          )
        }
      />
    </div>
  )
})

/** What a card shows; lifted while it is dragged. */
export function CardFace({
  card,
  zone,
  menu = null,
  isLifted = false,
}: {
  card: BoardCard
  zone: string
  menu?: React.ReactNode
  isLifted?: boolean
}) {
  return (
    <article
      className={classes(
        'rounded-lg border bg-raised px-3 py-2.5',
        card.isOverdue || card.hasFailed || card.hasStayed ? 'border-danger/50' : 'border-line',
        isLifted ? 'rotate-1 shadow-float' : 'shadow-rest',
      )}
    >
      <div className="flex items-start gap-1.5">
        <h4 className="min-w-0 flex-1 text-pretty font-medium text-sm leading-snug">
          <Link
            href={`/desk/articles/${card.id}`}
            draggable={false}
            className="line-clamp-3 break-words hover:underline"
          >
            {titleOf(card)}
          </Link>
        </h4>
        <span className="-mt-1.5 -mr-2">{menu}</span>
      </div>
      <p className="mt-1 text-ink-faint text-xs">
        {[card.owner ?? 'Nobody yet', card.section].filter((words) => words !== null).join(' · ')}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-faint text-xs">
        <PeopleInArticle articleId={card.id} />
        <HeldBy name={card.heldBy} />
        {card.breakingUntil === null ? null : (
          <span className="inline-flex items-center gap-1 font-medium text-danger-ink">
            <Megaphone aria-hidden="true" className="size-3.5" /> Breaking
          </span>
        )}
        {card.hasFailed ? (
          <span className="inline-flex items-center gap-1 font-medium text-danger-ink">
            <TriangleAlert aria-hidden="true" className="size-3.5" /> Did not go out
          </span>
        ) : null}
        {card.hasStayed ? (
          <span className="inline-flex items-center gap-1 font-medium text-danger-ink">
            <TriangleAlert aria-hidden="true" className="size-3.5" /> Was not taken from readers
          </span>
        ) : null}
        {card.publishAt === null ? null : (
          <span className="inline-flex items-center gap-1 text-accent-ink">
            <Clock aria-hidden="true" className="size-3.5" /> Out {sayShort(card.publishAt, zone)}
          </span>
        )}
        {card.dueAt === null ? null : (
          <span className={card.isOverdue ? 'font-medium text-danger-ink' : undefined}>
            {card.isOverdue ? 'Overdue since' : 'Due'} {sayShort(card.dueAt, zone)}
          </span>
        )}
        {card.embargoUntil === null ? null : (
          <span className="inline-flex items-center gap-1 text-warn-ink">
            <Lock aria-hidden="true" className="size-3.5" /> Embargo {sayShort(card.embargoUntil, zone)}
          </span>
        )}
        {card.isLegalRequired ? (
          <span className="inline-flex items-center gap-1">
            <Scale aria-hidden="true" className="size-3.5" /> Legal
          </span>
        ) : null}
        <time dateTime={card.since} suppressHydrationWarning>
          {sayAgo(new Date(card.since), now())}
        </time>
      </p>
    </article>
  )
}

function titleOf({ title }: BoardCard): string {
  return title.trim() === '' ? 'Untitled article' : title
}
