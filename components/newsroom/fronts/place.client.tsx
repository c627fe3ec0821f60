'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import { SharedMenuButton } from '@/components/ui/menu.client'
import type { DeskSlot } from '@/lib/fronts/desk-front'
import type { Container } from '@/lib/fronts/layout'
import { Card } from './card.client'
import { CardFace } from './card-face'
import { viewOfSlot } from './card-view'
import type { Dragged, Drop } from './drag'
import { useFrontDesk } from './front-desk.client'
import { useIsLanding } from './front-drag.client'
import { SHOWS } from './kinds'
import type { Place as PlaceOnFront } from './places'
import { roomOf, type Shape, shapeOf } from './shapes'

/** A place of a container: a card, what the rule put there, or room. Cards and articles are dropped here. */
export function Place({ place, container }: { place: PlaceOnFront; container: Container }) {
  const { index } = place
  const { kind, id } = container
  const { setNodeRef } = useDroppable({
    id: `place:${id}:${index}`,
    data: { kind: 'place', containerId: id, place: index } satisfies Drop,
  })
  const isLanding = useIsLanding(id, index)
  const isLarge = place.kind === 'card' && place.card.size === 'large'
  const shape = shapeOf(kind, index, isLarge)
  return (
    <li
      ref={setNodeRef}
      data-spot={`place:${id}:${index}`}
      className={classes(
        'relative min-w-0',
        roomOf(kind, index, isLarge),
        kind === 'mostRead' && 'flex items-start gap-2 [&>:last-child]:flex-1',
      )}
    >
      {isLanding ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -inset-1 z-10 rounded-lg border-2 border-accent bg-accent/10"
        />
      ) : null}
      {kind === 'mostRead' ? (
        <span aria-hidden="true" className="tabular w-6 pt-2.5 text-right font-semibold text-accent-ink text-sm">
          {index + 1}
        </span>
      ) : null}
      <span className="sr-only">Place {index + 1}: </span>
      {place.kind === 'card' ? (
        <Card card={place.card} container={container} slot={place.slot} meanwhile={place.meanwhile} shape={shape} />
      ) : null}
      {place.kind === 'ruled' ? <Ruled slot={place.slot} container={container} index={index} shape={shape} /> : null}
      {place.kind === 'empty' ? <Room container={container} index={index} /> : null}
    </li>
  )
}

/** What the rule found: it goes as it came, unless somebody keeps it. */
function Ruled({
  slot,
  container,
  index,
  shape,
}: {
  slot: DeskSlot
  container: Container
  index: number
  shape: Shape
}) {
  const { state, zone, menu } = useFrontDesk()
  const { mayPublish } = state.front
  const { articleId, headline } = slot
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `ruled:${container.id}:${articleId}`,
    disabled: !mayPublish,
    data: { kind: 'ruled', articleId, headline } satisfies Dragged,
  })
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      className={classes(
        'h-full rounded-md border border-line border-dashed p-2.5',
        mayPublish && 'cursor-grab',
        isDragging && 'opacity-40',
      )}
    >
      <CardFace
        view={viewOfSlot(slot)}
        shape={shape}
        zone={zone}
        shows={SHOWS[container.kind]}
        isPale
        aside={
          mayPublish ? (
            <span className="-mt-1 -mr-1.5">
              <SharedMenuButton
                handle={menu}
                subject={{ kind: 'ruled', containerId: container.id, place: index, articleId, headline }}
                label={`Do something with “${headline}”`}
              />
            </span>
          ) : null
        }
      />
    </div>
  )
}

function Room({ container, index }: { container: Container; index: number }) {
  const { state, ask } = useFrontDesk()
  if (!state.front.mayPublish)
    return <p className="rounded-md border border-line border-dashed p-2 text-center text-ink-faint text-xs">Free</p>
  return (
    <button
      type="button"
      aria-label={`Add an article to place ${index + 1}`}
      onClick={() => ask({ kind: 'fillPlace', containerId: container.id, place: index })}
      className="flex size-full min-h-11 items-center justify-center gap-1.5 rounded-md border border-line-strong border-dashed p-2 text-ink-faint text-xs hover:border-ink-faint hover:bg-sunken hover:text-ink"
    >
      <Plus aria-hidden="true" className="size-3.5" />
      {container.fill === null ? 'Add an article' : 'The rule finds nothing: add an article'}
    </button>
  )
}
