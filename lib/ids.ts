import { createHash, randomBytes, randomFillSync } from 'node:crypto'

/** A publication takes dozens of ids, and asking for random bytes costs more than what is done with them. */
const random = Buffer.alloc(4_096)
let used = random.length

function nextRandom(): Buffer {
  if (used + 16 > random.length) {
    randomFillSync(random)
    used = 0
  }
  const bytes = random.subarray(used, used + 16)
  used += 16
  return bytes
}

/** A UUID version 7 (RFC 9562): sorts by time, so indexes grow at one end. Not a secret. */
export function newId(milliseconds: number = Date.now()): string {
  const bytes = nextRandom()
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 256 random bits for links and cookies, as 43 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: a read of the database gives no key. SHA-256, hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
