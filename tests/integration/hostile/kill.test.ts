import { expect, test } from 'vitest'
import { killRun } from '@/tests/support/kill-run'

const KILLS = 2

// A hundred of them: npm run bench -- chaos
test('killing everything with -9 while people type and publish loses nothing acknowledged and shows no half publication', async () => {
  const report = await killRun(KILLS, 20261122)
  expect(report.broken).toEqual([])
  expect(report.kills).toBe(KILLS)
  expect(report.acknowledgedSaves).toBeGreaterThan(KILLS)
  expect(report.acknowledgedPublications).toBeGreaterThan(0)
}, 240_000)
