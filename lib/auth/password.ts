import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { isCommonPassword } from './common-passwords'

const LEAST_CHARACTERS = 12
const MOST_CHARACTERS = 256

/** argon2id with the parameters that OWASP names first: 19 MiB, two passes, one lane. */
const ARGON2ID: Algorithm = 2
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * A password that somebody sets: 12 to 256 characters of any kind, all of which count, and none of those that attackers
 * try first. No rules about which characters: they make passwords worse.
 */
export const NewPassword = z
  .string()
  .refine(
    (password) => lengthOf(password) >= LEAST_CHARACTERS,
    `A password has at least ${LEAST_CHARACTERS} characters.`,
  )
  .refine((password) => lengthOf(password) <= MOST_CHARACTERS, `A password has at most ${MOST_CHARACTERS} characters.`)
  .refine((password) => !isCommonPassword(password), 'This password is one of the first that somebody would try.')

export function hashPassword(password: string): Promise<string> {
  return hash(oneForm(password), cost)
}

/**
 * Compares a password with a stored hash. Without a hash it works as long and says no, so that the time of the answer does
 * not tell which addresses are known.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  // Longer than anybody could have set: never read, so that nobody can make us hash megabytes.
  const asked = lengthOf(password) > MOST_CHARACTERS ? '' : oneForm(password)
  const isSame = await verify(stored ?? (await hashOfNothing()), asked)
  return stored !== null && isSame
}

/** The same letters typed on another keyboard may be other code points. */
function oneForm(password: string): string {
  return password.normalize('NFC')
}

function lengthOf(password: string): number {
  return [...oneForm(password.slice(0, 4 * MOST_CHARACTERS))].length
}

let nothing: Promise<string> | undefined

function hashOfNothing(): Promise<string> {
  nothing ??= hash(crypto.randomUUID(), cost)
  return nothing
}
