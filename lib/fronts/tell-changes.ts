import { isSame } from './is-same'
import type { Card, Container, ContainerKind, FrontLayout } from './layout'

/** What kinds of containers are called. */
const KIND_WORDS: Record<ContainerKind, string> = {
  lead: 'Lead',
  grid: 'Grid',
  list: 'List',
  strip: 'Strip',
  column: 'Column',
  headlines: 'Headlines',
  opinion: 'Opinion',
  live: 'Live',
  mostRead: 'Most read',
}

type Placed = { card: Card; container: Container }

/**
 * What publishing a layout would change, each in a sentence without a full stop, in the order of the front.
 * @param headlineOf what an article is called
 */
export function tellChanges(
  before: FrontLayout,
  after: FrontLayout,
  headlineOf: (articleId: string) => string,
): string[] {
  if (before.containers.length > 0 && after.containers.length === 0) return ['The front is laid out by itself again']
  const told = [...tellContainers(before, after), ...tellCards(before, after, headlineOf)]
  return before.containers.length === 0 && after.containers.length > 0
    ? ['The front is laid out by hand', ...told]
    : told
}

/** How editors call a container. */
function nameOf({ title, kind, fill }: Container): string {
  if (title !== '') return `“${title}”`
  const [slug] = fill?.slugs ?? []
  return slug === undefined ? `“${KIND_WORDS[kind]}”` : `“${KIND_WORDS[kind]}: ${slug}”`
}

function tellContainers(before: FrontLayout, after: FrontLayout): string[] {
  const known = new Map(before.containers.map((container) => [container.id, container]))
  const kept = new Set(after.containers.map(({ id }) => id))
  const gone = before.containers.filter(({ id }) => !kept.has(id)).map((each) => `${nameOf(each)} is taken away`)
  const others = after.containers.flatMap((container) => {
    const former = known.get(container.id)
    if (former === undefined) return `${nameOf(container)} is new`
    return isSame(settingsOf(former), settingsOf(container)) ? [] : `${nameOf(container)} has other settings`
  })
  const order = (layout: FrontLayout, other: FrontLayout) => {
    const ids = new Set(other.containers.map(({ id }) => id))
    return layout.containers.flatMap(({ id }) => (ids.has(id) ? id : []))
  }
  const isMoved = !isSame(order(before, after), order(after, before))
  return [...gone, ...others, ...(isMoved ? ['Containers stand in another order'] : [])]
}

function tellCards(before: FrontLayout, after: FrontLayout, headlineOf: (articleId: string) => string): string[] {
  const known = byArticle(before)
  const now = byArticle(after)
  const named = (articleId: string) => `“${headlineOf(articleId)}”`
  const gone = [...known.keys()].filter((id) => !now.has(id)).map((id) => `${named(id)} is taken away`)
  const others = [...now].flatMap(([id, { card, container }]) => {
    const former = known.get(id)
    if (former === undefined) return `${named(id)} goes into ${nameOf(container)}, place ${card.place + 1}`
    const told: string[] = []
    if (former.container.id !== container.id || former.card.place !== card.place)
      told.push(`${named(id)} moves to ${nameOf(container)}, place ${card.place + 1}`)
    if (former.card.isLocked !== card.isLocked) told.push(`${named(id)} is ${card.isLocked ? 'locked' : 'unlocked'}`)
    const parts = PARTS.filter(({ of }) => !isSame(of(former.card), of(card))).map(({ name }) => name)
    if (parts.length > 0) told.push(`${named(id)} has another ${parts.join(', another ')}`)
    return told
  })
  return [...gone, ...others]
}

const PARTS: readonly { name: string; of: (card: Card) => unknown }[] = [
  { name: 'headline', of: ({ headline }) => headline },
  { name: 'kicker', of: ({ kicker }) => kicker },
  { name: 'trail text', of: ({ trailText }) => trailText },
  { name: 'picture', of: ({ picture }) => picture },
  { name: 'size', of: ({ size }) => size },
  { name: 'set of links below it', of: ({ sublinks }) => sublinks },
  { name: 'time', of: ({ from, until }) => [from, until] },
]

function byArticle(layout: FrontLayout): Map<string, Placed> {
  return new Map(
    layout.containers.flatMap((container) =>
      container.cards.map((card) => [card.articleId, { card, container }] as const),
    ),
  )
}

function settingsOf({ id: _, cards: __, ...settings }: Container): object {
  return settings
}
