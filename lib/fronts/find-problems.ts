import type { Teaser } from '../articles/public-article'
import type { LinkTarget } from '../articles/search-for-link'
import { cardsOf } from './change-layout'
import type { PlacedContainer } from './compose'
import type { FrontProblem } from './desk-front'
import type { Card, Container, FrontLayout } from './layout'

type Looked = {
  at: Date
  articles: Readonly<Record<string, LinkTarget>>
  shown: readonly PlacedContainer[]
}

/** What an editor should know before a front goes out: what readers would not see where somebody put it, and why. */
export function findProblems(layout: FrontLayout, { at, articles, shown }: Looked): FrontProblem[] {
  const filled = new Map(shown.map(({ id, cards }) => [id, cards.length]))
  const retracted = new Set(
    shown.flatMap(({ cards }) => cards.flatMap(({ article }) => (isRetracted(article) ? article.id : []))),
  )
  const byHand = new Set(cardsOf(layout).map(({ articleId }) => articleId))
  return layout.containers.flatMap((container) => {
    const problem = (message: string, cardId: string | null = null) => ({ containerId: container.id, cardId, message })
    const ofCards = container.cards.flatMap((card) =>
      problemsOf(card, container, { at, articles, byHand, retracted }).map((message) => problem(message, card.id)),
    )
    const count = filled.get(container.id) ?? 0
    if (isOver(container, at)) return [problem('Its time is over: readers have it no more.'), ...ofCards]
    const isEmpty = count === 0 && !isLater(container, at)
    return isEmpty ? [problem('Nothing would stand here: readers would not see it.'), ...ofCards] : ofCards
  })
}

function problemsOf(
  card: Card,
  { slots }: Container,
  {
    at,
    articles,
    byHand,
    retracted,
  }: Pick<Looked, 'at' | 'articles'> & Record<'byHand' | 'retracted', ReadonlySet<string>>,
): string[] {
  const article = articles[card.articleId]
  const told: string[] = []
  if (article === undefined) return ['This article is gone.']
  if (!article.isPublic) told.push(NOT_PUBLIC[article.state] ?? 'Readers get it here when it is published.')
  if (retracted.has(article.id)) told.push('This article was retracted: readers are still led to it.')
  if (card.place >= slots) told.push('There is no room for it: it waits for a place.')
  if (isOver(card, at)) told.push('Its time is over: readers have it no more.')
  for (const id of card.sublinks) {
    if (articles[id]?.isPublic !== true) told.push('An article among the links below it is not public.')
    else if (byHand.has(id))
      told.push(
        `“${articles[id].headline}” has a card on this front and stands below this one, too: readers see it once.`,
      )
  }
  return told
}

const NOT_PUBLIC: Partial<Record<LinkTarget['state'], string>> = {
  KILLED: 'This article was killed: readers see the next one.',
  UNPUBLISHED: 'This article was unpublished: readers see the next one.',
  SPIKED: 'This article was spiked.',
}

export function isRetracted({ corrected }: Pick<Teaser, 'corrected'>): boolean {
  return corrected?.as === 'RETRACTION'
}

function isOver({ until }: { until: string | null }, at: Date): boolean {
  return until !== null && new Date(until) <= at
}

function isLater({ from }: { from: string | null }, at: Date): boolean {
  return from !== null && new Date(from) > at
}
