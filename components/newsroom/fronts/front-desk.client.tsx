'use client'

import { createContext, use, useEffect, useRef, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { newClientUuid } from '@/components/editor/suggesting/new-id'
import { createMenuHandle, type MenuHandle } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { LinkTarget } from '@/lib/articles/search-for-link'
import { changeLayout, type FrontChange } from '@/lib/fronts/change-layout'
import { type Card, type Container, type FrontLayout, plainCard } from '@/lib/fronts/layout'
import type { FrontSession, FrontState } from './front-session'
import { nameOfContainer } from './front-words'
import { whereIs } from './places'

/** What a dialog of the editor is about. */
export type Asked =
  | { kind: 'card'; card: Card; container: Container }
  | { kind: 'move'; cardId: string }
  | { kind: 'container'; container: Container }
  | { kind: 'newContainer'; before: string | null }
  /** Which article goes into a place. */
  | { kind: 'fillPlace'; containerId: string; place: number }
  /** Into which place an article goes. */
  | { kind: 'placeArticle'; article: LinkTarget }
  | { kind: 'publish' }
  | { kind: 'letGo' }

/** Whose menu is open. */
export type MenuSubject =
  | { kind: 'card'; cardId: string }
  | { kind: 'ruled'; containerId: string; place: number; articleId: string; headline: string }

/** What the keyboard goes on with: `card`, `container` or `place`, and its names. */
type Spot = `card:${string}` | `container:${string}` | `place:${string}:${number}`

export type FrontDesk = {
  state: FrontState
  session: FrontSession
  /** The articles that this front speaks of, and those that were chosen in this visit. */
  articles: Readonly<Record<string, LinkTarget>>
  /** The paper's. */
  zone: string
  menu: MenuHandle<MenuSubject>
  /** Opens a dialog, or closes it. */
  ask: (asked: Asked | null) => void
  /** Makes a change and says so; where it is refused, that is said instead. */
  go: (change: FrontChange, said: string, focus?: Spot) => void
  /** Puts an article into a place, or moves the card that it has already. */
  put: (article: Pick<LinkTarget, 'id' | 'headline'>, containerId: string, place: number) => void
  move: (cardId: string, containerId: string, place: number) => void
  learn: (article: LinkTarget) => void
}

const FrontDeskContext = createContext<FrontDesk | null>(null)
export const FrontDeskProvider = FrontDeskContext.Provider

/** @throws outside of the editor of a front: a defect */
export function useFrontDesk(): FrontDesk {
  const desk = use(FrontDeskContext)
  if (desk === null) throw new Error('This belongs into the editor of a front.')
  return desk
}

/** What the parts of the editor share. `said` is for those who listen to the page. */
export function useNewFrontDesk(
  session: FrontSession,
  state: FrontState,
  zone: string,
): { desk: FrontDesk; asked: Asked | null; said: string; say: (words: string) => void } {
  const [menu] = useState(() => createMenuHandle<MenuSubject>())
  const [asked, ask] = useState<Asked | null>(null)
  const [said, say] = useState('')
  const [learnt, setLearnt] = useState<Record<string, LinkTarget>>({})
  const focus = useRef<Spot | null>(null)
  const { layout, front } = state
  const articles = { ...learnt, ...front.articles }

  // What moves is drawn anew elsewhere and loses the focus, and a dialog that closes gives it back to where it was:
  // whoever moves something by keyboard goes on with that, once both are over.
  useEffect(() => {
    if (focus.current === null || asked !== null || layout.containers.length === 0) return
    const frame = requestAnimationFrame(() => {
      const spot = document.querySelector<HTMLElement>(`[data-spot="${focus.current}"]`)
      const button = spot?.matches('button') ? spot : spot?.querySelector('button')
      button?.focus()
      focus.current = null
    })
    return () => cancelAnimationFrame(frame)
  }, [layout, asked])

  function go(change: FrontChange, words: string, spot?: Spot) {
    focus.current = spot ?? null
    say(words)
    session.change(change).catch((error) => {
      say(messageOf(error))
      notify.problem(messageOf(error))
    })
  }

  function place(card: Card, name: string, change: FrontChange) {
    go(change, sayWhere(layout, change, card.id, name, front), `card:${card.id}`)
  }

  function put(article: Pick<LinkTarget, 'id' | 'headline'>, containerId: string, at: number) {
    const known = layout.containers.flatMap(({ cards }) => cards).find(({ articleId }) => articleId === article.id)
    const card = known ?? plainCard(newClientUuid(), article.id)
    place(card, article.headline, { type: 'addCard', containerId, card: { ...card, place: at } })
  }

  function move(cardId: string, containerId: string, at: number) {
    const card = whereIs(layout, cardId)?.card
    if (card === undefined) return
    place(card, headlineOf(card, articles), { type: 'moveCard', cardId, containerId, place: at })
  }

  function learn(article: LinkTarget) {
    setLearnt((before) => ({ ...before, [article.id]: article }))
  }

  return { desk: { state, session, articles, zone, menu, ask, go, put, move, learn }, asked, said, say }
}

/** What an editor knows a card by. */
export function headlineOf(card: Card, articles: Readonly<Record<string, LinkTarget>>): string {
  return card.headline || articles[card.articleId]?.headline.trim() || 'Without a headline'
}

/** "“Crane falls”: place 2 of 5 in Latest." What cannot be done says nothing here: the refusal does. */
function sayWhere(
  layout: FrontLayout,
  change: FrontChange,
  cardId: string,
  name: string,
  names: Parameters<typeof nameOfContainer>[1],
): string {
  try {
    const found = whereIs(changeLayout(layout, change), cardId)
    if (found === null) return ''
    const { container, card } = found
    if (card.place >= container.slots) return `“${name}” waits for room in ${nameOfContainer(container, names)}.`
    return `“${name}”: place ${card.place + 1} of ${container.slots} in ${nameOfContainer(container, names)}.`
  } catch {
    return ''
  }
}
