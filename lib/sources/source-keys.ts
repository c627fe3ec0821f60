import { createHash } from 'node:crypto'
import { env } from '../env'
import { CannotOpen } from '../errors'

/** `id` says which key it is and nothing about it: the beginning of a hash. It stands beside what the key sealed. */
export type SourceKey = { id: string; bytes: Buffer }

/**
 * The keys of the source register, from SOURCE_KEY: the first one seals, every one opens.
 * @throws CannotOpen when there is none
 */
export function sourceKeys(): [SourceKey, ...SourceKey[]] {
  const [first, ...former] = env().SOURCE_KEY.map(keyOf)
  if (first === undefined)
    throw new CannotOpen('The key of the source register is missing: set SOURCE_KEY, or start with npm start.')
  return [first, ...former]
}

function keyOf(text: string): SourceKey {
  const bytes = Buffer.from(text, 'base64url')
  return { id: createHash('sha256').update('standfirst source key').update(bytes).digest('hex').slice(0, 12), bytes }
}
