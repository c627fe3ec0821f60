import type { PublicPicture, Teaser } from '../articles/public-article'
import { type Card, type Container, type ContainerKind, type FrontLayout, isWithin } from './layout'

/** Of so many candidates a lead takes the first one with a picture. */
const LOOKED_AT_FOR_PICTURE = 16

/** What readers may have of what a layout speaks of. */
export type Supply = {
  /** The public articles among those that cards and sublinks name. */
  byId: ReadonlyMap<string, Teaser>
  /** What fits the rule of a container, the first to be taken first; more than it has room for, so that some may stand elsewhere. */
  candidates: ReadonlyMap<string, readonly Teaser[]>
  /** Pictures that cards have of their own. */
  pictures: ReadonlyMap<string, PublicPicture>
  /** The name and the path of the one shelf that fills a container. */
  shelves: ReadonlyMap<string, { name: string; path: string }>
}

/** An article in its place, as the front shows it. */
export type PlacedCard = {
  article: Teaser
  /** Null where the rule put it there. */
  cardId: string | null
  isLarge: boolean
  sublinks: Teaser[]
}

/** Without the cards that readers do not have: what is not here cannot be told. */
export type PlacedContainer = {
  id: string
  kind: ContainerKind
  title: string
  /** Where the title leads. */
  path: string | null
  cards: PlacedCard[]
}

/**
 * A front as readers have it at an instant. What somebody put there stands in its place; what is not public is not there, and what the rule
 * finds next fills the gap, or the others close it where there is no rule. No article stands twice, as a card or
 * as a link below one: the first place from the top has it, and a place that a person gave goes before any that a rule finds. What is most
 * read is a ranking, which leaves out nothing and takes nothing from others.
 */
export function composeFront(layout: FrontLayout, at: Date, supply: Supply): PlacedContainer[] {
  const shown = layout.containers.filter((container) => isWithin(container, at))
  const used = new Set<string>()
  const byHand = new Map(shown.map((container) => [container.id, placeByHand(container, at, supply, used)]))
  return shown
    .map((container) => ({
      id: container.id,
      kind: container.kind,
      title: titleOf(container, supply),
      path: supply.shelves.get(container.id)?.path ?? null,
      cards: filled(container, byHand.get(container.id) ?? [], supply, used),
    }))
    .filter(({ cards }) => cards.length > 0)
}

/** The ids of what stands on a front, as cards and as links below them. */
export function articlesOn(containers: readonly PlacedContainer[]): Set<string> {
  const cards = containers.flatMap((placed) => placed.cards)
  return new Set(cards.flatMap(({ article, sublinks }) => [article.id, ...sublinks.map(({ id }) => id)]))
}

/** The places of a container with the cards that are there now; what is undefined is free. */
function placeByHand(
  container: Container,
  at: Date,
  supply: Supply,
  used: Set<string>,
): readonly (PlacedCard | undefined)[] {
  const there = container.cards.flatMap((card) => {
    const article = isWithin(card, at) ? supply.byId.get(card.articleId) : undefined
    if (article === undefined || used.has(article.id)) return []
    used.add(article.id)
    return { card, article }
  })
  const places = Array.from<PlacedCard | undefined>({ length: container.slots })
  for (const { card, article } of there) {
    // What has no room is free for the rules, and for containers below.
    if (card.place >= places.length) used.delete(article.id)
    else
      places[card.place] = {
        article: asOnCard(article, card, supply),
        cardId: card.id,
        isLarge: card.size === 'large',
        sublinks: sublinksOf(card, supply, used),
      }
  }
  return places
}

function sublinksOf({ sublinks }: Card, supply: Supply, used: Set<string>): Teaser[] {
  return sublinks.flatMap((id) => {
    const article = supply.byId.get(id)
    if (article === undefined || used.has(id)) return []
    used.add(id)
    return article
  })
}

function filled(
  container: Container,
  places: readonly (PlacedCard | undefined)[],
  supply: Supply,
  used: Set<string>,
): PlacedCard[] {
  const isRanking = container.fill?.from === 'mostRead'
  const inHere = new Set(places.map((placed) => placed?.article.id))
  const candidates = (supply.candidates.get(container.id) ?? []).filter(({ id }) =>
    isRanking ? !inHere.has(id) : !used.has(id),
  )
  const opener = places[0] === undefined ? openerOf(container, candidates) : undefined
  const rest = candidates.filter((article) => article !== opener)
  const cards = places.flatMap((placed, place) => {
    if (placed !== undefined) return placed
    const article = place === 0 && opener !== undefined ? opener : rest.shift()
    if (article === undefined) return []
    if (!isRanking) used.add(article.id)
    return { article, cardId: null, isLarge: false, sublinks: [] }
  })
  return cards
}

/** A lead and a column open with a picture where the rule finds one. */
function openerOf({ kind, slots }: Container, candidates: readonly Teaser[]): Teaser | undefined {
  const looked = kind === 'lead' ? LOOKED_AT_FOR_PICTURE : kind === 'column' ? slots : 0
  return candidates.slice(0, looked).find(({ picture }) => picture !== null)
}

function asOnCard(article: Teaser, { headline, kicker, trailText, picture }: Card, { pictures }: Supply): Teaser {
  return {
    ...article,
    cardHeadline: headline || article.cardHeadline,
    kicker: kicker || article.kicker,
    trailText: trailText || article.trailText,
    picture:
      picture.kind === 'own'
        ? article.picture
        : picture.kind === 'none'
          ? null
          : (pictures.get(picture.mediaId) ?? article.picture),
  }
}

function titleOf(container: Container, { shelves }: Supply): string {
  return container.title || (shelves.get(container.id)?.name ?? '')
}
