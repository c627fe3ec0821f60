'use client'

import {
  DndContext,
  type DragOverEvent,
  DragOverlay,
  type DragStartEvent,
  MeasuringStrategy,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { createContext, type ReactNode, use, useId, useState } from 'react'
import { newClientUuid } from '@/components/editor/suggesting/new-id'
import { changeLayout, type FrontChange } from '@/lib/fronts/change-layout'
import { plainCard } from '@/lib/fronts/layout'
import { collide, type Dragged, type Drop } from './drag'
import { type FrontDesk, useFrontDesk } from './front-desk.client'
import { whereIs } from './places'

/** What is on its way, and where it would land if it were let go now. */
type Drag = {
  dragged: Dragged
  landing: Drop | null
  /** Why it cannot land there. */
  refusal: string | null
}

const DragContext = createContext<Drag | null>(null)

/** Whether something would land in a place. */
export function useIsLanding(containerId: string, place: number): boolean {
  const landing = use(DragContext)?.landing
  return landing?.kind === 'place' && landing.containerId === containerId && landing.place === place
}

/** For the gap before a container, or the one at the end. */
export function useGapDrag(before: string | null): { isOpen: boolean; isLanding: boolean } {
  const drag = use(DragContext)
  const landing = drag?.landing
  return {
    isOpen: drag?.dragged.kind === 'container',
    isLanding: landing?.kind === 'gap' && landing.before === before,
  }
}

/** Around the front and the articles beside it: what can be dragged, and what comes of it. */
export function FrontDrag({ children }: { children: ReactNode }) {
  const id = useId()
  const desk = useFrontDesk()
  const [drag, setDrag] = useState<Drag | null>(null)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  )

  function start({ active }: DragStartEvent) {
    setDrag({ dragged: active.data.current as Dragged, landing: null, refusal: null })
  }

  function over({ over }: DragOverEvent) {
    const drop = (over?.data.current as Drop | undefined) ?? null
    setDrag((now) => (now === null ? null : { dragged: now.dragged, ...landingOf(now.dragged, drop, desk) }))
  }

  function end({ over }: DragOverEvent) {
    const drop = over?.data.current as Drop | undefined
    if (drag !== null && drop !== undefined) land(drag.dragged, drop, desk)
    setDrag(null)
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={collide}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      autoScroll={{ threshold: { x: 0, y: 0.15 } }}
      onDragStart={start}
      onDragOver={over}
      onDragEnd={end}
      onDragCancel={() => setDrag(null)}
    >
      <DragContext value={drag}>{children}</DragContext>
      <DragOverlay dropAnimation={null} zIndex={30}>
        {drag === null ? null : (
          <div className="max-w-72 rotate-1 cursor-grabbing rounded-md border border-line-strong bg-raised px-3 py-2 font-semibold font-serif text-sm leading-snug shadow-float">
            <span className="line-clamp-3">{drag.dragged.headline}</span>
            {drag.refusal === null ? null : (
              <span className="mt-1 block font-normal font-sans text-danger-ink text-xs">{drag.refusal}</span>
            )}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

function land(dragged: Dragged, drop: Drop, { put, move, go, learn }: FrontDesk): void {
  if (dragged.kind === 'container') {
    if (drop.kind !== 'gap' || drop.before === dragged.containerId) return
    go(
      { type: 'moveContainer', containerId: dragged.containerId, before: drop.before },
      `“${dragged.headline}” was moved.`,
    )
  } else if (drop.kind === 'place') {
    const { containerId, place } = drop
    if (dragged.kind === 'card') move(dragged.cardId, containerId, place)
    if (dragged.kind === 'ruled') put({ id: dragged.articleId, headline: dragged.headline }, containerId, place)
    if (dragged.kind === 'article') {
      learn(dragged.article)
      put(dragged.article, containerId, place)
    }
  }
}

/** What is locked stays, and without a rule cards close gaps: it may land elsewhere than where it is let go. */
function landingOf(dragged: Dragged, drop: Drop | null, { state }: FrontDesk): Omit<Drag, 'dragged'> {
  if (drop === null || drop.kind === 'gap') return { landing: drop, refusal: null }
  const change = changeOf(dragged, drop, state.layout)
  if (change === null) return { landing: null, refusal: null }
  try {
    const found = whereIs(changeLayout(state.layout, change.change), change.cardId)
    if (found === null) return { landing: null, refusal: null }
    const { container, card } = found
    return card.place < container.slots
      ? { landing: { kind: 'place', containerId: container.id, place: card.place }, refusal: null }
      : { landing: null, refusal: 'There is no room here: it would wait.' }
  } catch (error) {
    return { landing: null, refusal: error instanceof Error ? error.message : '' }
  }
}

function changeOf(
  dragged: Dragged,
  { containerId, place }: Drop & { kind: 'place' },
  layout: FrontDesk['state']['layout'],
): { change: FrontChange; cardId: string } | null {
  if (dragged.kind === 'container') return null
  if (dragged.kind === 'card')
    return { change: { type: 'moveCard', cardId: dragged.cardId, containerId, place }, cardId: dragged.cardId }
  const articleId = dragged.kind === 'article' ? dragged.article.id : dragged.articleId
  const known = layout.containers.flatMap(({ cards }) => cards).find((card) => card.articleId === articleId)
  const card = { ...(known ?? plainCard(newClientUuid(), articleId)), place }
  return { change: { type: 'addCard', containerId, card }, cardId: card.id }
}
