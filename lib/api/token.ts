import { newSecret } from '../ids'

/** Begins alike, so that programs that look for lost secrets know one. */
const BEGINNING = 'sf_'
const SHOWN_LETTERS = 8

/** A new token: 256 random bits. */
export function newToken(): string {
  return BEGINNING + newSecret()
}

/** What people are shown of a token for ever: too little to guess the rest. */
export function startOf(token: string): string {
  return token.slice(0, SHOWN_LETTERS)
}

/** Whether this could be a token of ours: nothing else is looked up. */
export function isToken(text: string): boolean {
  return /^sf_[\w-]{43}$/.test(text)
}
