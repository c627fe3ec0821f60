import { expect, test } from 'vitest'
import { hashSecret, newId, newSecret } from '@/lib/ids'

const MANY = 2_000

test('a secret has 256 bits, and none comes twice', () => {
  const secrets = Array.from({ length: MANY }, newSecret)
  expect(new Set(secrets).size).toBe(MANY)
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url').length).toBe(32)
  // Each bit is set about as often as not: eight deviations from the middle would be no chance.
  const bits = Array.from({ length: 256 }, (_, bit) => countSet(secrets, bit))
  for (const count of bits) expect(Math.abs(count - MANY / 2)).toBeLessThan(8 * Math.sqrt(MANY / 4))
  expect(hashSecret(secrets[0] ?? '')).toMatch(/^[0-9a-f]{64}$/)
  expect(hashSecret(secrets[0] ?? '')).not.toBe(hashSecret(secrets[1] ?? ''))
})

function countSet(secrets: readonly string[], bit: number): number {
  return secrets.filter((secret) => {
    const byte = Buffer.from(secret, 'base64url')[bit >> 3] ?? 0
    return ((byte >> (bit & 7)) & 1) === 1
  }).length
}

test('an id is a UUID that sorts by time, and none comes twice', () => {
  const ids = Array.from({ length: MANY }, (_, index) => newId(1_764_000_000_000 + index))
  expect(new Set(ids).size).toBe(MANY)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(Array.from({ length: MANY }, () => newId(1_764_000_000_000))).size).toBe(MANY)
})
