import { expect, it } from 'vitest'
import { unseenPairs } from './headline-unseen-pairs'
import { measure } from './measure-headlines'

it('is this good on headlines that the rules were not tuned to', () => {
  const { size, precision, recall } = measure(unseenPairs)
  expect(size).toBeGreaterThanOrEqual(150)
  expect({ precision, recall }).toEqual({ precision: 0, recall: 0 })
})
