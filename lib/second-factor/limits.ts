import type { Limit } from '@/lib/auth/rate-limits'

const QUARTER_HOUR = 15 * 60

/** Showing again that it is oneself, by anything that can be guessed. */
export const PROOFS: Limit = { name: 'proof', tries: 10, seconds: QUARTER_HOUR }

/** Codes of one person's app, by whomever: a million codes, three of which are right at any moment. */
export const APP_CODES: Limit = { name: 'app-code', tries: 10, seconds: QUARTER_HOUR }
export const APP_CODES_A_DAY: Limit = { name: 'app-code-day', tries: 60, seconds: 24 * 60 * 60 }

/** What browsers are given to sign, from one place: a whole newsroom may stand behind one address. */
export const CHALLENGES: Limit = { name: 'passkey-challenge', tries: 300, seconds: QUARTER_HOUR }
