import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'
import { CannotOpen } from './errors'

/** What is sealed for one purpose opens for no other. */
export type SealPurpose = 'totp' | 'oidc' | 'webhook'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals what the app itself has to read again (AES-256-GCM, a random nonce each time, the key derived from NEXTAUTH_SECRET by HKDF): who
 * reads the database reads none of it.
 *
 * @param owner the id of the row that it belongs to: on another row it does not open
 * @returns base64url
 */
export function sealText(text: string, purpose: SealPurpose, owner: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(owner))
  const words = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64url')
}

/** @throws CannotOpen when it was changed, belongs to another row, or the server's secret is another one now */
export function openText(sealed: string, purpose: SealPurpose, owner: string): string {
  try {
    const box = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), box.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(owner))
    decipher.setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    throw new CannotOpen('This was sealed with another secret of the server, and has to be set up again.')
  }
}

function keyFor(purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, 'standfirst seal', purpose, 32))
}
