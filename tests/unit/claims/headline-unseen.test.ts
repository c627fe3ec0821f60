import { expect, it } from 'vitest'
import { unseenPairs } from './headline-unseen-pairs'
import { measure } from './measure-headlines'

it('is this good on headlines that the rules were not tuned to', () => {
  const { size, precision, recall } = measure(unseenPairs)
  expect(size).toBeGreaterThanOrEqual(150)
  expect(precision).toBeGreaterThanOrEqual(1)
  expect(recall).toBeGreaterThanOrEqual(58 / 66)
})
