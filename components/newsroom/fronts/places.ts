import { cardsOf } from '@/lib/fronts/change-layout'
import type { DeskFront, DeskSlot } from '@/lib/fronts/desk-front'
import type { Card, Container, FrontLayout } from '@/lib/fronts/layout'

/** What stands in a place of a container, and what readers have there. */
export type Place =
  | {
      kind: 'card'
      index: number
      card: Card
      /** Null where readers do not have it now. */
      slot: DeskSlot | null
      /** What the rule puts there while readers do not have the card. */
      meanwhile: DeskSlot | null
    }
  | { kind: 'ruled'; index: number; slot: DeskSlot }
  | { kind: 'empty'; index: number }

/**
 * The places of a container as an editor sees them, and the cards that wait for room. What the rule found stands where no card is
 * shown, in its order, as for readers; what has become a card a moment ago is not shown by rule any more.
 *
 * @param layout with changes that the server has not answered yet
 */
export function placesIn(
  container: Container,
  layout: FrontLayout,
  front: DeskFront,
): { places: Place[]; waiting: Card[] } {
  const ruled = ruledSlots(container, layout, front)
  const known = new Set(cardsOf(front.layout).map(({ id }) => id))
  const places = Array.from({ length: container.slots }, (_, index): Place => {
    const card = container.cards.find(({ place }) => place === index)
    if (card === undefined) {
      const slot = ruled.shift()
      return slot === undefined ? { kind: 'empty', index } : { kind: 'ruled', index, slot }
    }
    const slot = shownSlot(front, card)
    const meanwhile = slot === null && known.has(card.id) ? (ruled.shift() ?? null) : null
    return { kind: 'card', index, card, slot, meanwhile }
  })
  return { places, waiting: container.cards.filter(({ place }) => place >= container.slots) }
}

function ruledSlots(container: Container, layout: FrontLayout, front: DeskFront): DeskSlot[] {
  const shown = front.shown.find(({ id }) => id === container.id)
  if (container.fill === null || shown === undefined) return []
  // A ranking shows what stands elsewhere on the front, too.
  const cards = container.fill.from === 'mostRead' ? container.cards : cardsOf(layout)
  const known = new Set(cardsOf(front.layout).map(({ id }) => id))
  const justPlaced = new Set(cards.filter(({ id }) => !known.has(id)).map(({ articleId }) => articleId))
  return shown.slots.filter(({ cardId, articleId }) => cardId === null && !justPlaced.has(articleId))
}

/** Wherever it stands now: a card that was moved a moment ago is shown where it was. */
function shownSlot(front: DeskFront, { id }: Card): DeskSlot | null {
  return front.shown.flatMap(({ slots }) => slots).find(({ cardId }) => cardId === id) ?? null
}

/**
 * The place that is one step up or down from a card: within its container, past what is locked, or at the near end of the next one.
 * Null where there is none.
 */
export function placeNextTo(
  { containers }: FrontLayout,
  cardId: string,
  step: 1 | -1,
): { containerId: string; place: number } | null {
  const index = containers.findIndex(({ cards }) => cards.some(({ id }) => id === cardId))
  const here = containers[index]
  const card = here?.cards.find(({ id }) => id === cardId)
  if (here === undefined || card === undefined) return null
  const last = here.fill === null ? Math.min(here.slots, here.cards.length) - 1 : here.slots - 1
  for (let place = card.place + step; place >= 0 && place <= last; place += step)
    if (!isLockedAt(here, place)) return { containerId: here.id, place }
  if (step === -1 && card.place > last) return { containerId: here.id, place: last }
  for (let at = index + step; at >= 0 && at < containers.length; at += step) {
    const next = containers[at] as Container
    const places = [...Array(next.slots).keys()].filter((place) => !isLockedAt(next, place))
    const place = step === 1 ? places[0] : places.at(-1)
    if (place !== undefined) return { containerId: next.id, place }
  }
  return null
}

function isLockedAt({ cards }: Container, place: number): boolean {
  return cards.some((card) => card.place === place && card.isLocked)
}

/** Where a card stands: its container, and its place there. */
export function whereIs(layout: FrontLayout, cardId: string): { container: Container; card: Card } | null {
  for (const container of layout.containers) {
    const card = container.cards.find(({ id }) => id === cardId)
    if (card !== undefined) return { container, card }
  }
  return null
}
