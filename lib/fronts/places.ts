import { Invalid } from '../errors'
import { type Card, type Container, MOST_PLACES } from './layout'

type Places = (Card | undefined)[]

/**
 * Puts a card into a place. What stands there, and below it up to the first gap, moves down by one; what is locked stays, and the others pass it.
 * @throws Invalid when there is no room, not even for waiting
 */
export function insertAt(container: Container, card: Card, wanted: number): Container {
  const places = placesOf(container)
  const open = openPlaces(places, wanted)
  const gap = open.findIndex((place) => places[place] === undefined)
  if (gap === -1) throw new Invalid('There is no room in this container. Take a card away first.')
  for (let index = gap; index > 0; index--) places[open[index] as number] = places[open[index - 1] as number]
  places[open[0] as number] = card
  return withPlaces(container, places)
}

/** Moves a card within its container: those between its old place and the new one move towards the old. What is locked stays. */
export function moveTo(container: Container, card: Card, wanted: number): Container {
  const places = placesOf(container).map((each) => (each === card ? { ...card, isLocked: false } : each))
  const from = card.place
  const [first, last] = from < wanted ? [from, wanted] : [wanted, from]
  const open = openPlaces(places, first).filter((place) => place <= last)
  const order = open.map((place) => places[place])
  const target = from < wanted ? order.length - 1 : 0
  const [moved] = order.splice(open.indexOf(from), 1)
  order.splice(target, 0, moved)
  for (const [index, place] of open.entries()) places[place] = order[index]
  return withPlaces(
    container,
    places.map((each) => (each?.id === card.id ? { ...each, isLocked: card.isLocked } : each)),
  )
}

/** Where no rule fills gaps, cards close them; what is locked keeps its place for as long as there is something above it. */
export function tidied(container: Container): Container {
  const places = placesOf(container)
  if (container.fill === null) {
    const open = openPlaces(places, 0)
    const cards = open.flatMap((place) => places[place] ?? [])
    for (const [index, place] of open.entries()) places[place] = cards[index]
  }
  return withPlaces(container, places)
}

/** Each place with the card in it; of two in one place the second goes to the next that is free. */
function placesOf({ cards }: Container): Places {
  const places: Places = Array.from({ length: MOST_PLACES })
  for (const card of cards) {
    const free = places.findIndex((taken, place) => place >= card.place && taken === undefined)
    places[free === -1 ? places.indexOf(undefined) : free] = card
  }
  return places
}

/** The places from one on in which no locked card stands. */
function openPlaces(places: Places, from: number): number[] {
  return [...places.keys()].filter((place) => place >= from && places[place]?.isLocked !== true)
}

function withPlaces(container: Container, places: Places): Container {
  return { ...container, cards: places.flatMap((card, place) => (card === undefined ? [] : { ...card, place })) }
}
