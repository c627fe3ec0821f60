import { expect, test } from 'vitest'
import { FrontSession, type FrontTransport } from '@/components/newsroom/fronts/front-session'
import { placeNextTo, placesIn } from '@/components/newsroom/fronts/places'
import { changeLayout, type FrontChange } from '@/lib/fronts/change-layout'
import type { DeskFront } from '@/lib/fronts/desk-front'
import { type Card, type Container, EMPTY_LAYOUT, type Fill, type FrontLayout, plainCard } from '@/lib/fronts/layout'

const article = (letter: string) => `00000000-0000-4000-8000-00000000000${letter}`
const card = (letter: string, place: number, rest: Partial<Card> = {}): Card => ({
  ...plainCard(letter, article(letter)),
  place,
  ...rest,
})
const container = (id: string, cards: Card[], rest: Partial<Container> = {}): Container => ({
  id,
  kind: 'strip',
  title: id,
  slots: 3,
  cards,
  fill: null,
  from: null,
  until: null,
  ...rest,
})
const front = (layout: FrontLayout, rest: Partial<DeskFront> = {}): DeskFront => ({
  key: 'home',
  name: 'Home',
  path: '/',
  layout,
  version: 4,
  starter: EMPTY_LAYOUT,
  live: null,
  isAutomatic: true,
  changes: [],
  shown: [],
  articles: {},
  problems: [],
  sections: [],
  topics: [],
  mayPublish: true,
  ...rest,
})
const everything: Fill = { from: 'everything', slugs: [], maxAgeHours: null, hasPicture: false }
const orderIn = (layout: FrontLayout) => layout.containers.map(({ cards }) => cards.map(({ id }) => id).join(''))

/** A server that does what it is told, or what the test lets it do instead. */
class Desk implements FrontTransport {
  front: DeskFront
  sent: FrontChange[] = []
  answers: (() => never | 'refuse' | 'lose')[] = []
  onPause = () => {}

  constructor(layout: FrontLayout) {
    this.front = front(layout)
  }

  send: FrontTransport['send'] = async (change, seenVersion) => {
    this.sent.push(change)
    const special = this.answers.shift()?.()
    const isLate = change.type === 'replace' && seenVersion !== this.front.version
    if (special === 'refuse' || isLate) {
      const message = isLate ? 'Somebody changed this front meanwhile.' : 'Somebody took this card away.'
      return { ok: false, problem: { code: 'CONFLICT', status: 409, message, issues: [] } }
    }
    this.others(change)
    if (special === 'lose') throw new TypeError('fetch failed')
    return { ok: true, value: this.front }
  }
  read = async () => this.front
  pause = async () => this.onPause()

  others(change: FrontChange): void {
    this.front = {
      ...this.front,
      layout: changeLayout(this.front.layout, change),
      version: this.front.version + 1,
    }
  }
}

const twoContainers = () => ({
  containers: [container('Top', [card('a', 0), card('b', 1)]), container('Below', [card('c', 0)])],
})
const down: FrontChange = { type: 'moveCard', cardId: 'a', containerId: 'Top', place: 1 }

test('changes show at once and are sent one after another', async () => {
  const desk = new Desk(twoContainers())
  const session = new FrontSession(desk.front, desk)
  const saved = Promise.all([session.change(down), session.change({ type: 'removeCard', cardId: 'c' })])
  expect(orderIn(session.state.layout)).toEqual(['ba', ''])
  expect(session.state.status).toEqual({ kind: 'saving', waiting: 2 })
  expect(desk.sent).toHaveLength(1)
  await saved
  expect(session.state.status).toEqual({ kind: 'saved' })
  expect(orderIn(desk.front.layout)).toEqual(['ba', ''])
})

test('what is refused is taken back with a sentence, and what came after it stays', async () => {
  const desk = new Desk(twoContainers())
  const session = new FrontSession(desk.front, desk)
  desk.answers.push(() => 'refuse')
  const first = session.change(down)
  const second = session.change({ type: 'removeCard', cardId: 'c' })
  await expect(first).rejects.toThrow('Somebody took this card away.')
  await second
  expect(orderIn(session.state.layout)).toEqual(['ab', ''])
})

test('what waits for the connection is sent when it is back, and what had arrived already is not refused', async () => {
  const desk = new Desk(twoContainers())
  const session = new FrontSession(desk.front, desk)
  const seen: unknown[] = []
  desk.onPause = () => void seen.push(session.state.status)
  desk.answers.push(
    () => 'lose',
    () => 'refuse',
  )
  await session.change({ type: 'removeCard', cardId: 'c' })
  expect(seen).toEqual([{ kind: 'offline', waiting: 1 }])
  expect(session.state.status).toEqual({ kind: 'saved' })
  expect(orderIn(session.state.layout)).toEqual(['ab', ''])
})

test('one’s own changes are undone and done again', async () => {
  const desk = new Desk(twoContainers())
  const session = new FrontSession(desk.front, desk)
  await session.change(down)
  await session.undo()
  expect(orderIn(desk.front.layout)).toEqual(['ab', 'c'])
  expect(session.state).toMatchObject({ canUndo: false, canRedo: true })
  await session.redo()
  expect(orderIn(desk.front.layout)).toEqual(['ba', 'c'])
})

test('undoing never takes away what somebody else did since: it says so', async () => {
  const desk = new Desk(twoContainers())
  const session = new FrontSession(desk.front, desk)
  await session.change(down)
  desk.others({ type: 'removeCard', cardId: 'c' })
  session.hear(desk.front.version, 0)
  await expect.poll(() => orderIn(session.state.layout)).toEqual(['ba', ''])
  await expect(session.undo()).rejects.toThrow('Somebody else changed this front since.')
  expect(orderIn(desk.front.layout)).toEqual(['ba', ''])

  // Nor when that is learnt only by the answer to a change of one's own.
  const change = session.change({ type: 'removeCard', cardId: 'b' })
  const undo = session.undo()
  desk.others({ type: 'moveContainer', containerId: 'Below', before: 'Top' })
  await change
  await expect(undo).rejects.toThrow('meanwhile')
  expect(desk.front.layout.containers.map(({ id }) => id)).toEqual(['Below', 'Top'])
})

test('what a rule found stands where no card is shown, and goes when it becomes a card', () => {
  const slot = (letter: string, cardId: string | null) => ({
    articleId: article(letter),
    cardId,
    headline: letter,
    kicker: '',
    trailText: '',
    picture: null,
    isLarge: false,
    isRetracted: false,
    sublinks: [],
    publishedAt: '2026-11-28T06:00:00Z',
  })
  const ruled = container('Top', [card('a', 1), card('b', 2)], { slots: 4, fill: everything })
  const layout = { containers: [ruled] }
  // Readers do not have "b" now: the rule stands in for it.
  const shown = [
    { id: 'Top', title: '', kind: 'strip', slots: [slot('d', null), slot('a', 'a'), slot('e', null), slot('f', null)] },
  ] as const
  const desk = front(layout, { shown: shown.map((each) => ({ ...each, slots: [...each.slots] })) })
  expect(placesIn(ruled, layout, desk).places).toMatchObject([
    { kind: 'ruled', slot: { headline: 'd' } },
    { kind: 'card', card: { id: 'a' }, meanwhile: null },
    { kind: 'card', card: { id: 'b' }, slot: null, meanwhile: { headline: 'e' } },
    { kind: 'ruled', slot: { headline: 'f' } },
  ])
  const kept = changeLayout(layout, { type: 'addCard', containerId: 'Top', card: card('d', 0) })
  const [top] = kept.containers
  expect(placesIn(top as Container, kept, desk).places.map(({ kind }) => kind)).toEqual([
    'card',
    'card',
    'card',
    'ruled',
  ])
})

test('a step goes past what is locked, and on into the next container', () => {
  const layout = {
    containers: [
      container('Top', [card('a', 0), card('b', 1, { isLocked: true }), card('c', 2)]),
      container('Below', []),
    ],
  }
  expect(placeNextTo(layout, 'a', 1)).toEqual({ containerId: 'Top', place: 2 })
  expect(placeNextTo(layout, 'c', 1)).toEqual({ containerId: 'Below', place: 0 })
  expect(placeNextTo(layout, 'a', -1)).toBeNull()
})
