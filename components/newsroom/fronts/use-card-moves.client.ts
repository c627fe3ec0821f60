'use client'

import { headlineOf, useFrontDesk } from './front-desk.client'
import { placeNextTo, whereIs } from './places'

/** What can be done to a card without asking. */
export function useCardMoves(cardId: string): {
  step: (by: 1 | -1) => void
  lock: (isLocked: boolean) => void
  remove: () => void
} {
  const { state, articles, go, move } = useFrontDesk()
  const { layout } = state
  const found = whereIs(layout, cardId)
  const name = found === null ? '' : headlineOf(found.card, articles)

  function step(by: 1 | -1) {
    const next = placeNextTo(layout, cardId, by)
    if (next !== null) move(cardId, next.containerId, next.place)
  }

  function lock(isLocked: boolean) {
    go(
      { type: 'editCard', cardId, fields: { isLocked } },
      isLocked ? `“${name}” keeps its place.` : `“${name}” moves with the others again.`,
      `card:${cardId}`,
    )
  }

  function remove() {
    if (found === null) return
    const { container, card } = found
    go({ type: 'removeCard', cardId }, `“${name}” was taken away.`, `place:${container.id}:${card.place}`)
  }

  return { step, lock, remove }
}
