import { expect, test } from 'vitest'
import { ageOf } from '@/lib/articles/age'

const age = (publishedAt: string, at: string, updatedAt: string | null = null, zone = 'Europe/London') => {
  const dates = { publishedAt: new Date(publishedAt), updatedAt: updatedAt === null ? null : new Date(updatedAt) }
  const { years, turnsAt } = ageOf(dates, new Date(at), zone)
  return [years, turnsAt.toISOString()]
}

test.each([
  ['2025-11-28T12:00:00Z', '2026-11-28T11:59:59Z', [0, '2026-11-28T12:00:00.000Z']],
  ['2025-11-28T12:00:00Z', '2026-11-28T12:00:00Z', [1, '2027-11-28T12:00:00.000Z']],
  ['2020-01-01T00:00:00Z', '2026-11-28T12:00:00Z', [6, '2027-01-01T00:00:00.000Z']],
  // Of a leap day, and over a change of the clocks.
  ['2024-02-29T12:00:00Z', '2025-02-28T12:00:00Z', [1, '2026-02-28T12:00:00.000Z']],
  ['2025-03-29T12:00:00Z', '2026-03-29T10:59:00Z', [0, '2026-03-29T11:00:00.000Z']],
  // A clock that was set back makes nothing younger than new.
  ['2026-11-28T12:00:00Z', '2026-11-28T11:00:00Z', [0, '2027-11-28T12:00:00.000Z']],
])('published %s, at %s', (publishedAt, at, wanted) => expect(age(publishedAt, at)).toEqual(wanted))

test('an update makes it as young as the update', () => {
  expect(age('2020-01-01T00:00:00Z', '2026-11-28T12:00:00Z', '2026-06-01T00:00:00Z')[0]).toBe(0)
})
