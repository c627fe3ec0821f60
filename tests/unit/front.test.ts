import { describe, expect, test } from 'vitest'
import type { Teaser } from '@/lib/articles/public-article'
import { changeLayout, type FrontChange } from '@/lib/fronts/change-layout'
import { composeFront, type Supply } from '@/lib/fronts/compose'
import { homeLayout } from '@/lib/fronts/default-layout'
import { type Card, type Container, EMPTY_LAYOUT, type FrontLayout, plainCard } from '@/lib/fronts/layout'
import { tellChanges } from '@/lib/fronts/tell-changes'
import { nextMidnight } from '@/lib/settings/paper-time'

const AT = new Date('2026-11-28T12:00:00Z')
const everything = { from: 'everything', slugs: [], maxAgeHours: null, hasPicture: false } as const

function teaser(id: string, hasPicture = false): Teaser {
  const picture = hasPicture ? { id: 'p', alt: '', width: 3, height: 2, widths: [320] } : null
  return {
    id,
    path: `/news/${id}`,
    headline: id,
    cardHeadline: id,
    kicker: '',
    trailText: '',
    section: { id: 's', slug: 'news', name: 'News' },
    bylines: [],
    picture,
    publishedAt: AT,
    updatedAt: null,
    corrected: null,
    isLive: false,
  }
}

/** A card at a place, named as its article. "a!" is locked. */
function card(word: string, place: number, more: Partial<Card> = {}): Card {
  const id = word.replace('!', '')
  return { ...plainCard(id, id), place, isLocked: word.endsWith('!'), ...more }
}

/** A container with cards in its places; "-" is a place for the rule. */
function container(id: string, words: string, more: Partial<Container> = {}): Container {
  const cards = words.split(' ').flatMap((word, place) => (word === '-' || word === '' ? [] : card(word, place)))
  return {
    id,
    kind: 'grid',
    title: '',
    slots: 4,
    cards,
    fill: { ...everything, slugs: [] },
    from: null,
    until: null,
    ...more,
  }
}

const of = (...containers: Container[]): FrontLayout => ({ containers })

/** The places of a container in words, as {@link container} takes them. */
function places(layout: FrontLayout, id: string): string {
  const { cards = [] } = layout.containers.find((each) => each.id === id) ?? {}
  const words: string[] = []
  for (const { id, place, isLocked } of cards) words[place] = isLocked ? `${id}!` : id
  return Array.from(words, (word) => word ?? '-').join(' ')
}

function change(layout: FrontLayout, ...changes: FrontChange[]): FrontLayout {
  return changes.reduce(changeLayout, layout)
}

/** Everything that readers may have; what a rule finds is in the order given. */
function supply(ids: string, found: Record<string, string> = {}): Supply {
  const teasers = new Map(
    ids.split(' ').map((id) => [id.replace('*', ''), teaser(id.replace('*', ''), id.endsWith('*'))]),
  )
  const listed = (list: string) => list.split(' ').flatMap((id) => teasers.get(id) ?? [])
  return {
    byId: teasers,
    candidates: new Map(Object.entries(found).map(([id, list]) => [id, listed(list)])),
    pictures: new Map(),
    shelves: new Map(),
  }
}

function shown(layout: FrontLayout, given: Supply, at = AT): Record<string, string> {
  const placed = composeFront(layout, at, given)
  return Object.fromEntries(placed.map(({ id, cards }) => [id, cards.map(({ article }) => article.id).join(' ')]))
}

describe('what readers have of a front', () => {
  test('a dragged card stays in its place, and the rule fills the places around it', () => {
    const layout = of(container('top', '- - a'))
    expect(shown(layout, supply('a b c d e', { top: 'e d c b a' }))).toEqual({ top: 'e d a c' })
    expect(shown(layout, supply('a b c d e f', { top: 'f e d c b a' }))).toEqual({ top: 'f e a d' })
  })

  test('an article that readers do not have leaves, and the gap fills itself', () => {
    const layout = of(container('top', 'a b! c'))
    expect(shown(layout, supply('a b c d e', { top: 'd e' }))).toEqual({ top: 'a b c d' })
    expect(shown(layout, supply('a c d e', { top: 'd e' }))).toEqual({ top: 'a d c e' })
  })

  test('without a rule the others close the gap', () => {
    expect(shown(of(container('top', 'a b c', { fill: null })), supply('a c'))).toEqual({ top: 'a c' })
  })

  test('no article stands twice: not by hand, not by two rules, not as a link below a card', () => {
    const layout = of(
      container('top', '- -', { slots: 2 }),
      container('more', 'a b', { cards: [card('a', 0), card('b', 1, { sublinks: ['c', 'a', 'd'] })] }),
      container('rest', 'b', { slots: 3 }),
    )
    const all = 'e d c b a f g h'
    expect(shown(layout, supply(all, { top: all, more: all, rest: all }))).toEqual({ top: 'e f', more: 'a b g h' })
    const [, more] = composeFront(layout, AT, supply(all, { top: all, more: all, rest: all }))
    expect(more?.cards[1]?.sublinks.map(({ id }) => id)).toEqual(['c', 'd'])
  })

  test('what waits for room takes nothing from the rules', () => {
    const layout = of(container('top', 'a b c', { slots: 2, fill: null }), container('rest', '', { slots: 2 }))
    expect(shown(layout, supply('a b c d', { rest: 'c b a d' }))).toEqual({ top: 'a b', rest: 'c d' })
  })

  test('what is most read is a ranking: it leaves out nothing', () => {
    const layout = of(
      container('top', 'a'),
      container('read', '', { kind: 'mostRead', fill: { ...everything, slugs: [], from: 'mostRead' }, slots: 2 }),
    )
    expect(shown(layout, supply('a b', { read: 'a b', top: 'b' }))).toEqual({ top: 'a b', read: 'a b' })
  })

  test('a card and a container are there from their time until their time', () => {
    const window = { from: '2026-11-28T13:00:00Z', until: '2026-11-28T14:00:00Z' }
    const layout = of(container('top', '', { cards: [card('a', 0, window)] }), container('rest', 'b', window))
    const given = supply('a b c', { top: 'c', rest: '' })
    expect(shown(layout, given, new Date('2026-11-28T12:59:59Z'))).toEqual({ top: 'c' })
    expect(shown(layout, given, new Date('2026-11-28T13:00:00Z'))).toEqual({ top: 'a c', rest: 'b' })
    expect(shown(layout, given, new Date('2026-11-28T14:00:00Z'))).toEqual({ top: 'c' })
  })

  test('a card says what somebody wrote on it, and everything else is the article’s', () => {
    const own = card('a', 0, { headline: 'Another', picture: { kind: 'none' }, size: 'large' })
    const [top] = composeFront(of(container('top', '', { cards: [own] })), AT, supply('a*'))
    expect(top?.cards[0]).toMatchObject({
      isLarge: true,
      article: { cardHeadline: 'Another', headline: 'a', picture: null },
    })
  })

  test('by itself, the newest with a picture leads home, and each section has what the top has not', () => {
    const layout = homeLayout([{ slug: 'news' }], 'en-GB')
    const newest = 'a b c* d e f g h i j k l m n o p*'
    const given = supply(newest, {
      top: newest.replaceAll('*', ''),
      latest: newest.replaceAll('*', ''),
      'section-1': newest.replaceAll('*', ''),
    })
    expect(shown(layout, given)).toEqual({ top: 'c a b d e f', latest: 'g h i j k l m n', 'section-1': 'p o' })
    expect(shown(layout, supply('a', { top: 'a', latest: 'a' }))).toEqual({ top: 'a' })
    expect(shown(layout, supply('', {}))).toEqual({})
  })
})

describe('what editors do to a front', () => {
  test('a card that comes in moves the others down to the next gap; what is locked stays', () => {
    const add = (layout: FrontLayout, place: number) =>
      places(change(layout, { type: 'addCard', containerId: 'top', card: card('x', place) }), 'top')
    expect(add(of(container('top', 'a b c')), 0)).toBe('x a b c')
    expect(add(of(container('top', 'a - c')), 0)).toBe('x a c')
    expect(add(of(container('top', 'a b! c')), 0)).toBe('x b! a c')
    expect(add(of(container('top', 'a b! c')), 1)).toBe('a b! x c')
    expect(add(of(container('top', '')), 2)).toBe('- - x')
  })

  test('a card that moves within its container leaves no gap; what is locked stays', () => {
    const move = (words: string, cardId: string, place: number) =>
      places(change(of(container('top', words)), { type: 'moveCard', cardId, containerId: 'top', place }), 'top')
    expect(move('a b c d', 'a', 2)).toBe('b c a d')
    expect(move('a b c d', 'd', 0)).toBe('d a b c')
    expect(move('a b! c d', 'a', 2)).toBe('c b! a d')
    expect(move('a b! c d', 'b', 3)).toBe('a c d b!')
    expect(move('a b', 'a', 3)).toBe('b - - a')
  })

  test('an article that is on the front already moves instead of standing twice', () => {
    const layout = of(container('top', 'a b'), container('rest', 'c'))
    const moved = change(layout, { type: 'addCard', containerId: 'rest', card: { ...card('new', 0), articleId: 'b' } })
    expect([places(moved, 'top'), places(moved, 'rest')]).toEqual(['a', 'b c'])
  })

  test('where no rule fills gaps, cards close them', () => {
    const layout = of(container('top', 'a b c', { fill: null }))
    expect(places(change(layout, { type: 'removeCard', cardId: 'a' }), 'top')).toBe('b c')
    expect(places(change(of(container('top', 'a b c')), { type: 'removeCard', cardId: 'a' }), 'top')).toBe('- b c')
  })

  test('what two editors do at once is both there, unless one took away what the other speaks of', () => {
    const layout = of(container('top', 'a b'))
    const both = change(
      layout,
      { type: 'editCard', cardId: 'a', fields: { headline: 'Mine' } },
      { type: 'moveCard', cardId: 'b', containerId: 'top', place: 0 },
    )
    expect(both.containers[0]?.cards.map(({ id, headline }) => [id, headline])).toEqual([
      ['b', ''],
      ['a', 'Mine'],
    ])
    const gone = change(layout, { type: 'removeCard', cardId: 'a' })
    expect(() => change(gone, { type: 'editCard', cardId: 'a', fields: { size: 'large' } })).toThrow(
      'took this card away',
    )
    expect(() => change(layout, { type: 'removeContainer', containerId: 'x' })).toThrow('took this container away')
  })

  test('containers come, move, change and go; a kind has room for so many', () => {
    const layout = change(
      EMPTY_LAYOUT,
      { type: 'addContainer', container: container('one', ''), before: null },
      { type: 'addContainer', container: container('two', '', { kind: 'lead', slots: 12 }), before: 'one' },
      { type: 'moveContainer', containerId: 'one', before: 'two' },
      { type: 'editContainer', containerId: 'one', fields: { title: 'One', kind: 'strip', slots: 10 } },
    )
    expect(layout.containers.map(({ id, title, slots }) => [id, title, slots])).toEqual([
      ['one', 'One', 8],
      ['two', '', 6],
    ])
    expect(change(layout, { type: 'removeContainer', containerId: 'one' }).containers).toHaveLength(1)
  })

  test('what publishing would change is told in words', () => {
    const before = of(container('top', 'a b', { title: 'Top' }), container('gone', '', { title: 'Gone' }))
    const after = of(
      container('top', 'b! c', { title: 'Top', cards: [card('b!', 0, { headline: 'Own' }), card('c', 1)] }),
      container('new', '', { kind: 'opinion' }),
    )
    expect(tellChanges(before, after, (id) => id.toUpperCase())).toEqual([
      '“Gone” is taken away',
      '“Opinion” is new',
      '“A” is taken away',
      '“B” moves to “Top”, place 1',
      '“B” is locked',
      '“B” has another headline',
      '“C” goes into “Top”, place 2',
    ])
    expect(tellChanges(before, JSON.parse(JSON.stringify(before)), () => '')).toEqual([])
    expect(tellChanges(before, EMPTY_LAYOUT, () => '')).toEqual(['The front is laid out by itself again'])
  })
})

test('midnight is the paper’s own, also on the days when clocks change', () => {
  const london = { timeZone: 'Europe/London' }
  expect(nextMidnight(new Date('2026-11-22T13:00:00Z'), london).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(nextMidnight(new Date('2026-07-01T23:30:00Z'), london).toISOString()).toBe('2026-07-02T23:00:00.000Z')
  expect(nextMidnight(new Date('2026-10-25T00:00:00Z'), london).toISOString()).toBe('2026-10-26T00:00:00.000Z')
  expect(nextMidnight(new Date('2026-11-22T13:00:00Z'), { timeZone: 'Asia/Kathmandu' }).toISOString()).toBe(
    '2026-11-22T18:15:00.000Z',
  )
})
