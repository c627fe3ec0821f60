import { expect, test } from 'vitest'
import { scheduleChaos } from '@/tests/support/schedules/chaos'

const ITEMS = 40

// Five hundred of them: npm run bench -- schedules
test('two watchers, kill -9, clocks that jump and a night without a server: each item goes out once, none early, none is lost', async () => {
  const report = await scheduleChaos({ items: ITEMS, kills: 6, minutes: 3, speed: 45, seed: 20270328 })
  expect(report.broken).toEqual([])
  expect(report.right).toBe(ITEMS)
  expect(report.kills).toBeGreaterThanOrEqual(6)
  expect(report.out).toBeGreaterThan(20)
  expect(report.couldNot).toBeGreaterThan(3)
}, 240_000)
