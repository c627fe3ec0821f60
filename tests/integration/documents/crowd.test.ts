import { expect, test } from 'vitest'
import { brokenPromises, crowd } from '@/tests/support/session/crowd'

const SHAKY = { dropsRequest: 0.05, dropsAnswer: 0.05, repeats: 0.05, breaksStream: 0.02, delay: 60 }

// Longer, with another seed: npm run bench -- crowd
test('twenty people, two processes, a shaky network and kill -9: one article, every letter', async () => {
  const report = await crowd({
    people: 20,
    edits: 240,
    processes: 2,
    kills: 2,
    seed: 3,
    weather: SHAKY,
    pause: 8,
  })
  expect(brokenPromises(report)).toEqual([])
  expect(report.kills).toBe(2)
  expect(report.letters.typed.size).toBeGreaterThan(120)
  expect(new Set(report.typists.map(({ session }) => session.version))).toEqual(new Set([report.version]))
}, 400_000)
