import { expect, test } from 'vitest'
import {
  type ClaimEventKind,
  type ClaimStanding,
  EVENT_KINDS,
  type StandingEvent,
  standingAfter,
} from '@/lib/claims/standing'
import { pick } from '../../support/random-edits'
import { seeded } from '../../support/seeded'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute))
const undated = (...kinds: ClaimEventKind[]): StandingEvent[] =>
  kinds.map((kind, index) => ({ id: `${index}`, kind, saidAt: null, createdAt: at(index) }))

const RULE: [ClaimEventKind[], ClaimStanding][] = [
  [[], 'ASSERTED'],
  [['ASSERTED'], 'ASSERTED'],
  [['ASSERTED', 'ASSERTED'], 'ASSERTED'],
  [['ASSERTED', 'REPEATED'], 'REPEATED'],
  [['ASSERTED', 'DENIED'], 'DENIED'],
  [['ASSERTED', 'DENIED', 'REPEATED'], 'DENIED_REPEATED'],
  [['ASSERTED', 'DENIED', 'REPEATED', 'DENIED'], 'DENIED_REPEATED'],
  [['ASSERTED', 'REPEATED', 'DENIED'], 'DENIED'],
  [['ASSERTED', 'DISPUTED'], 'DISPUTED'],
  [['ASSERTED', 'DISPUTED', 'REPEATED'], 'DISPUTED'],
  [['ASSERTED', 'DISPUTED', 'DENIED'], 'DENIED'],
  [['ASSERTED', 'DENIED', 'CONFIRMED'], 'CONFIRMED'],
  [['ASSERTED', 'CONFIRMED', 'DENIED'], 'DISPUTED'],
  [['ASSERTED', 'CONFIRMED', 'REPEATED'], 'CONFIRMED'],
  [['ASSERTED', 'DENIED', 'WITHDRAWN'], 'WITHDRAWN'],
  [['ASSERTED', 'WITHDRAWN', 'REPEATED'], 'REPEATED'],
  [['ASSERTED', 'WITHDRAWN', 'DENIED'], 'WITHDRAWN'],
  [['ASSERTED', 'DENIED', 'CORRECTED'], 'CORRECTED'],
  [['DENIED', 'ASSERTED'], 'DENIED'],
]

test.each(RULE)('after %s it is %s', (kinds, standing) => {
  expect(standingAfter(undated(...kinds))).toBe(standing)
})

test('dates count before the order in which things were put down', () => {
  const [said, repeated, denied] = undated('ASSERTED', 'REPEATED', 'DENIED') as [
    StandingEvent,
    StandingEvent,
    StandingEvent,
  ]
  expect(standingAfter([said, repeated, { ...denied, saidAt: new Date(Date.UTC(2026, 10, 1)) }])).toBe(
    'DENIED_REPEATED',
  )
})

test('where a claim stands is a function of its events alone: the order in which they are read changes nothing', () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = seeded(seed)
    const events = Array.from({ length: Math.floor(random() * 8) }, (_, index) => ({
      id: `${index}`,
      kind: pick(random, EVENT_KINDS),
      saidAt: random() < 0.5 ? null : at(Math.floor(random() * 6)),
      createdAt: at(Math.floor(random() * 6)),
    }))
    const standing = standingAfter(events)
    const shuffled = events.map((event) => ({ event, place: random() })).sort((a, b) => a.place - b.place)
    expect(standingAfter(shuffled.map(({ event }) => event)), `seed ${seed}`).toBe(standing)
  }
})
