import { z } from 'zod'
import { Conflict, Invalid } from '../errors'
import { Card, Container, Fill, FrontLayout, MOST_CONTAINERS, SLOTS_OF } from './layout'
import { insertAt, moveTo, tidied } from './places'

const Name = Card.shape.id

/** One thing that an editor does to a front. What it speaks of has a name, so that two editors seldom meet. */
export const FrontChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('addContainer'), container: Container, before: Name.nullable() }),
  z.strictObject({ type: z.literal('moveContainer'), containerId: Name, before: Name.nullable() }),
  z.strictObject({
    type: z.literal('editContainer'),
    containerId: Name,
    fields: z
      .strictObject({
        kind: Container.shape.kind,
        title: Container.shape.title,
        slots: Container.shape.slots,
        fill: Fill.nullable(),
        from: Container.shape.from,
        until: Container.shape.until,
      })
      .partial(),
  }),
  z.strictObject({ type: z.literal('removeContainer'), containerId: Name }),
  /** Into the place that the card says. What stands there and below makes room; what is locked stays. */
  z.strictObject({ type: z.literal('addCard'), containerId: Name, card: Card }),
  z.strictObject({ type: z.literal('moveCard'), cardId: Name, containerId: Name, place: Card.shape.place }),
  z.strictObject({
    type: z.literal('editCard'),
    cardId: Name,
    fields: z.strictObject(Card.shape).omit({ id: true, articleId: true, place: true }).partial(),
  }),
  z.strictObject({ type: z.literal('removeCard'), cardId: Name }),
  /** All of it, as undoing does and what is taken from history. */
  z.strictObject({ type: z.literal('replace'), layout: FrontLayout }),
])
export type FrontChange = z.output<typeof FrontChange>

/**
 * The front after a change. An article has one card on a front: where it has one already, adding it moves that card.
 * @throws Conflict when what it speaks of is gone: somebody else took it away
 * @throws Invalid when there would be too much
 */
export function changeLayout(layout: FrontLayout, change: FrontChange): FrontLayout {
  switch (change.type) {
    case 'addContainer':
      return addContainer(layout, change.container, change.before)
    case 'moveContainer': {
      const container = containerOf(layout, change.containerId)
      const rest = layout.containers.filter((each) => each !== container)
      return { containers: insertedBefore(rest, container, change.before) }
    }
    case 'editContainer':
      return withContainer(layout, change.containerId, (container) =>
        tidied(withSlotsOf({ ...container, ...defined(change.fields) })),
      )
    case 'removeContainer': {
      const container = containerOf(layout, change.containerId)
      return { containers: layout.containers.filter((each) => each !== container) }
    }
    case 'addCard': {
      const known = cardsOf(layout).find(({ articleId }) => articleId === change.card.articleId)
      return placed(layout, known ?? change.card, change.containerId, change.card.place)
    }
    case 'moveCard':
      return placed(layout, cardOf(layout, change.cardId), change.containerId, change.place)
    case 'editCard': {
      const card = cardOf(layout, change.cardId)
      return withCard(layout, { ...card, ...defined(change.fields) })
    }
    case 'removeCard': {
      const card = cardOf(layout, change.cardId)
      return without(layout, card)
    }
    case 'replace':
      return change.layout
  }
}

/** Every card of a front, from top to bottom. */
export function cardsOf(layout: FrontLayout): Card[] {
  return layout.containers.flatMap(({ cards }) => cards)
}

function addContainer(layout: FrontLayout, container: Container, before: string | null): FrontLayout {
  if (layout.containers.some(({ id }) => id === container.id)) return layout
  if (layout.containers.length >= MOST_CONTAINERS)
    throw new Invalid(`A front has at most ${MOST_CONTAINERS} containers. Take one away first.`)
  return { containers: insertedBefore(layout.containers, withSlotsOf(container), before) }
}

/** A container that is gone from below leaves the place at the end. */
function insertedBefore(containers: readonly Container[], one: Container, before: string | null): Container[] {
  const found = containers.findIndex(({ id }) => id === before)
  const index = found === -1 ? containers.length : found
  return [...containers.slice(0, index), one, ...containers.slice(index)]
}

function placed(layout: FrontLayout, card: Card, containerId: string, place: number): FrontLayout {
  const isThere = containerOf(layout, containerId).cards.includes(card)
  if (isThere) return withContainer(layout, containerId, (container) => tidied(moveTo(container, card, place)))
  return withContainer(without(layout, card), containerId, (container) => tidied(insertAt(container, card, place)))
}

function without(layout: FrontLayout, card: Card): FrontLayout {
  return {
    containers: layout.containers.map((container) =>
      container.cards.some(({ id }) => id === card.id)
        ? tidied({ ...container, cards: container.cards.filter(({ id }) => id !== card.id) })
        : container,
    ),
  }
}

function withCard(layout: FrontLayout, card: Card): FrontLayout {
  return {
    containers: layout.containers.map((container) => ({
      ...container,
      cards: container.cards.map((each) => (each.id === card.id ? card : each)),
    })),
  }
}

function withContainer(layout: FrontLayout, id: string, change: (container: Container) => Container): FrontLayout {
  const container = containerOf(layout, id)
  return { containers: layout.containers.map((each) => (each === container ? change(container) : each)) }
}

/** A kind of container has room for so many and no more. */
function withSlotsOf(container: Container): Container {
  return { ...container, slots: Math.min(container.slots, SLOTS_OF[container.kind].most) }
}

function containerOf(layout: FrontLayout, id: string): Container {
  const container = layout.containers.find((each) => each.id === id)
  if (container === undefined) throw new Conflict('Somebody took this container away.')
  return container
}

function cardOf(layout: FrontLayout, id: string): Card {
  const card = cardsOf(layout).find((each) => each.id === id)
  if (card === undefined) throw new Conflict('Somebody took this card away.')
  return card
}

/** What is not said stays as it is. */
function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
