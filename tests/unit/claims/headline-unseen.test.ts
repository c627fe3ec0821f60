import { expect, it } from 'vitest'
import { strangePairs } from './headline-strange-pairs'
import { unseenPairs } from './headline-unseen-pairs'
import { measure } from './measure-headlines'

it('is this good on headlines that the rules were not tuned to', () => {
  const { size, precision, recall } = measure(unseenPairs)
  expect(size).toBeGreaterThanOrEqual(150)
  expect(precision).toBeGreaterThanOrEqual(1)
  expect(recall).toBeGreaterThanOrEqual(58 / 66)
})

it('is this good on headlines of somebody who did not know the rules', () => {
  const { size, precision, recall } = measure(strangePairs)
  expect(size).toBe(150)
  expect([precision.toFixed(2), recall.toFixed(2)]).toEqual(['0.92', '0.80'])
})
