'use client'

import { useDraggable } from '@dnd-kit/core'
import { CornerDownRight, Lock, Timer, TriangleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { classes } from '@/components/ui/classes'
import { SharedMenuButton } from '@/components/ui/menu.client'
import type { DeskSlot } from '@/lib/fronts/desk-front'
import type { Container, Card as FrontCard } from '@/lib/fronts/layout'
import { CardFace } from './card-face'
import { viewOfCard } from './card-view'
import type { Dragged } from './drag'
import { useFrontDesk } from './front-desk.client'
import { saySpan } from './front-words'
import { SHOWS } from './kinds'
import type { Shape } from './shapes'
import { useCardMoves } from './use-card-moves.client'

/** A card that somebody put there: dragged, moved by keys, opened, and told what is wrong with it. */
export function Card({
  card,
  container,
  slot,
  meanwhile = null,
  shape,
}: {
  card: FrontCard
  container: Container
  slot: DeskSlot | null
  meanwhile?: DeskSlot | null
  shape: Shape
}) {
  const { state, articles, zone, menu, ask } = useFrontDesk()
  const { front } = state
  const view = viewOfCard(card, slot, front, articles)
  const article = articles[card.articleId]
  const moves = useCardMoves(card.id)
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `card:${card.id}`,
    disabled: !front.mayPublish,
    data: { kind: 'card', cardId: card.id, headline: view.headline } satisfies Dragged,
  })
  const problems = front.problems.filter(({ cardId }) => cardId === card.id)
  const span = saySpan(card, zone)

  function onKeyDown(event: KeyboardEvent) {
    const step = stepOf(event)
    if (step !== null) moves.step(step)
    else if (event.key === 'Delete' || event.key === 'Backspace') moves.remove()
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-spot={`card:${card.id}`}
      className={classes(
        'h-full rounded-md border bg-raised p-2.5 shadow-rest',
        front.mayPublish && 'cursor-grab',
        problems.length > 0 ? 'border-warn/60' : 'border-line',
        isDragging && 'opacity-40',
      )}
    >
      <CardFace
        view={view}
        shape={shape}
        zone={zone}
        shows={SHOWS[container.kind]}
        headline={
          front.mayPublish ? (
            <button
              type="button"
              onClick={() => ask({ kind: 'card', card, container })}
              onKeyDown={onKeyDown}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              className="cursor-[inherit] text-left hover:underline"
            >
              {view.headline}
            </button>
          ) : undefined
        }
        aside={
          front.mayPublish ? (
            <span className="-mt-1 -mr-1.5">
              <SharedMenuButton
                handle={menu}
                subject={{ kind: 'card', cardId: card.id }}
                label={`Do something with “${view.headline}”`}
              />
            </span>
          ) : null
        }
      >
        {SHOWS[container.kind].has('sublinks') && view.sublinks.length > 0 ? (
          <ul className="mt-1.5 space-y-0.5">
            {view.sublinks.map((headline, index) => (
              <li key={card.sublinks[index]} className="flex items-start gap-1 text-ink-soft text-xs">
                <CornerDownRight aria-hidden="true" className="mt-0.5 size-3 shrink-0 text-ink-faint" />
                <span className="line-clamp-1">{headline}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-2xs text-ink-faint empty:hidden">
          {article === undefined || article.isPublic ? null : <Badge tone="warn">Not public yet</Badge>}
          {card.isLocked ? (
            <span className="inline-flex items-center gap-1 font-medium text-ink-soft">
              <Lock aria-hidden="true" className="size-3" /> Locked
            </span>
          ) : null}
          {span === '' ? null : (
            <span className="inline-flex items-center gap-1">
              <Timer aria-hidden="true" className="size-3" /> {span}
            </span>
          )}
        </p>
        {problems.map(({ message }) => (
          <p key={message} className="mt-1 flex items-start gap-1 text-pretty text-warn-ink text-xs">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
            {message}
          </p>
        ))}
        {meanwhile === null ? null : (
          <p className="mt-1 text-pretty text-2xs text-ink-faint">
            Readers have here meanwhile, by rule: <span className="font-serif">{meanwhile.headline}</span>
          </p>
        )}
      </CardFace>
    </div>
  )
}

/** Alt and an arrow: one place up or down. */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 1 | -1 | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null
  if (key === 'ArrowUp' || key === 'ArrowLeft') return -1
  return key === 'ArrowDown' || key === 'ArrowRight' ? 1 : null
}
