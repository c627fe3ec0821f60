import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { CannotOpen } from '../errors'
import type { SourceKey } from './source-keys'

/** What is known of a source that only the people named on it may read. */
const Secret = z.strictObject({ name: z.string(), contact: z.string(), notes: z.string() })
export type Secret = z.output<typeof Secret>

/** What the database has of it: nonce, tag and ciphertext, and which key opens it. */
export type Box = { sealed: Uint8Array<ArrayBuffer>; keyId: string }

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Short names and long ones look alike from outside. */
const BLOCK_BYTES = 256

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) under a nonce that is random each time. The id of the source is authenticated with it, so
 * that what is sealed for one source opens on no other.
 * @param keys the first one seals
 */
export function seal(secret: Secret, sourceId: string, keys: readonly [SourceKey, ...SourceKey[]]): Box {
  const [key] = keys
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(sourceId))
  const plain = Buffer.from(JSON.stringify(secret))
  const padded = Buffer.alloc(Math.ceil(plain.length / BLOCK_BYTES) * BLOCK_BYTES, ' ')
  plain.copy(padded)
  const words = Buffer.concat([cipher.update(padded), cipher.final()])
  return { sealed: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), words])), keyId: key.id }
}

/**
 * Opens what {@link seal} made for this source.
 * @throws CannotOpen when the key is not here, or what is sealed was changed or is another source's
 */
export function unseal({ sealed, keyId }: Box, sourceId: string, keys: readonly SourceKey[]): Secret {
  const key = keys.find(({ id }) => id === keyId)
  if (key === undefined)
    throw new CannotOpen(
      `This was sealed with a key that the server does not have (${keyId}). Whoever keeps the keys of the newsroom can bring it back.`,
    )
  try {
    const box = Buffer.from(sealed)
    const nonce = box.subarray(0, NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(sourceId))
    decipher.setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    const plain = Buffer.concat([decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    return Secret.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    // Nothing of the error goes on: it may hold a part of what was opened.
    throw new CannotOpen('What is sealed here was changed, or belongs to another source. It is not shown.')
  }
}
