'use client'

import { useDraggable } from '@dnd-kit/core'
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Plus, Timer, Trash2, TriangleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { Container as FrontContainer } from '@/lib/fronts/layout'
import { Card, stepOf } from './card.client'
import type { Dragged } from './drag'
import { useFrontDesk } from './front-desk.client'
import { counted, nameOfContainer, sayFill, saySpan } from './front-words'
import { KIND_WORDS, KindDrawing } from './kinds'
import { Place } from './place.client'
import { placesIn } from './places'
import { PLACES_LIE } from './shapes'

/** A container with its places, as small as the whole front can be seen. */
export function Container({ container }: { container: FrontContainer }) {
  const { state } = useFrontDesk()
  const { layout, front } = state
  const { places, waiting } = placesIn(container, layout, front)
  const name = nameOfContainer(container, front)
  const problems = front.problems.filter(({ containerId, cardId }) => containerId === container.id && cardId === null)
  const { setNodeRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({
    id: `container:${container.id}`,
    disabled: !front.mayPublish,
    data: { kind: 'container', containerId: container.id, headline: name } satisfies Dragged,
  })
  return (
    <section
      ref={setNodeRef}
      aria-label={name}
      className={classes('@container rounded-xl bg-side p-3', isDragging && 'opacity-40')}
    >
      <ContainerHead
        container={container}
        name={name}
        firstFree={(places.find(({ kind }) => kind !== 'card') ?? places[0])?.index ?? 0}
        grip={
          front.mayPublish ? (
            <span ref={setActivatorNodeRef} {...listeners} className="contents">
              <Grip container={container} name={name} />
            </span>
          ) : null
        }
      />
      {problems.map(({ message }) => (
        <p key={message} className="mb-2 flex items-start gap-1.5 text-pretty text-sm text-warn-ink">
          <TriangleAlert aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
          {message}
        </p>
      ))}
      <ol className={classes('grid gap-2', PLACES_LIE[container.kind])}>
        {places.map((place) => (
          <Place key={place.kind === 'card' ? place.card.id : place.index} place={place} container={container} />
        ))}
      </ol>
      {waiting.length === 0 ? null : (
        <div className="mt-3 border-line border-t pt-2.5">
          <p className="mb-2 text-ink-faint text-xs">These wait until a place is free.</p>
          <ul aria-label={`Waiting for room in ${name}`} className="grid gap-2 @md:grid-cols-2 @2xl:grid-cols-3">
            {waiting.map((card) => (
              <li key={card.id} className="min-w-0">
                <Card card={card} container={container} slot={null} shape="line" />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function ContainerHead({
  container,
  name,
  firstFree,
  grip,
}: {
  container: FrontContainer
  name: string
  /** Where an article goes that is added without a word about the place. */
  firstFree: number
  grip: React.ReactNode
}) {
  const { state, zone, ask } = useFrontDesk()
  const { kind, slots, fill, id } = container
  const span = saySpan(container, zone)
  return (
    <header className="mb-2.5 flex items-start gap-2">
      {grip}
      <KindDrawing kind={kind} className="mt-0.5 h-6 w-8 shrink-0 text-ink-soft max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <h2 className="wrap-anywhere font-semibold text-sm leading-5">{name}</h2>
        <p className="text-pretty text-ink-faint text-xs">
          {[
            KIND_WORDS[kind].name,
            counted(slots, 'place'),
            fill === null ? 'by hand alone' : sayFill(fill, state.front),
          ]
            .filter((words) => words !== name)
            .join(' · ')}
          {span === '' ? null : (
            <span className="ml-2 inline-flex items-center gap-1 text-warn-ink">
              <Timer aria-hidden="true" className="size-3" />
              {span}
            </span>
          )}
        </p>
      </div>
      <span className={classes('-mt-1 -mr-1 flex shrink-0', !state.front.mayPublish && 'hidden')}>
        <IconButton
          size="small"
          label={`Add an article to ${name}`}
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={() => ask({ kind: 'fillPlace', containerId: id, place: firstFree })}
        />
        <ContainerMenu container={container} name={name} />
      </span>
    </header>
  )
}

/** Dragged by the pointer; with Alt and arrows it moves by keyboard. */
function Grip({ container, name }: { container: FrontContainer; name: string }) {
  const { step } = useContainerMoves(container, name)
  function onKeyDown(event: KeyboardEvent) {
    const by = stepOf(event)
    if (by === null) return
    event.preventDefault()
    step(by)
  }
  return (
    <button
      type="button"
      aria-label={`Move ${name}`}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      title="Drag, or press Alt and an arrow"
      data-spot={`container:${container.id}`}
      onKeyDown={onKeyDown}
      className="-ml-1.5 flex h-6 w-5 shrink-0 cursor-grab items-center justify-center rounded-sm text-ink-faint hover:bg-pressed hover:text-ink touch:h-11 touch:w-9"
    >
      <GripVertical aria-hidden="true" className="size-4" />
    </button>
  )
}

function ContainerMenu({ container, name }: { container: FrontContainer; name: string }) {
  const { state, ask, go } = useFrontDesk()
  const { step, canStep } = useContainerMoves(container, name)

  function remove() {
    const { containers } = state.layout
    const before = containers[containers.findIndex(({ id }) => id === container.id) + 1]?.id ?? null
    go({ type: 'removeContainer', containerId: container.id }, `${name} was removed.`)
    const putBack = () =>
      go({ type: 'addContainer', container, before }, `${name} is back.`, `container:${container.id}`)
    notify.info(`“${name}” is off the front`, { action: { label: 'Put it back', onPress: putBack } })
  }

  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label={`Do something with ${name}`}
          icon={<Ellipsis aria-hidden="true" className="size-4" />}
        />
      }
    >
      <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => ask({ kind: 'container', container })}>
        Edit the container…
      </MenuItem>
      <MenuItem icon={<ArrowUp aria-hidden="true" />} disabled={!canStep(-1)} onSelect={() => step(-1)}>
        Move up
      </MenuItem>
      <MenuItem icon={<ArrowDown aria-hidden="true" />} disabled={!canStep(1)} onSelect={() => step(1)}>
        Move down
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden="true" />} isDangerous onSelect={remove}>
        Remove
      </MenuItem>
    </Menu>
  )
}

function useContainerMoves(
  { id }: FrontContainer,
  name: string,
): { canStep: (by: 1 | -1) => boolean; step: (by: 1 | -1) => void } {
  const { state, go } = useFrontDesk()
  const { containers } = state.layout
  const index = containers.findIndex((each) => each.id === id)
  const canStep = (by: 1 | -1) => containers[index + by] !== undefined
  function step(by: 1 | -1) {
    if (!canStep(by)) return
    const before = containers[by === -1 ? index - 1 : index + 2]?.id ?? null
    go(
      { type: 'moveContainer', containerId: id, before },
      `${name}: ${index + 1 + by} of ${containers.length} on the front.`,
      `container:${id}`,
    )
  }
  return { canStep, step }
}
