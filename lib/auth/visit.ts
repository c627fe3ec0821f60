/** Where somebody signs in from, the session that this browser had before, and the secret by which it is known from earlier sign-ins. */
export type Visit = { address: string; userAgent: string; formerSecret: string | null; deviceSecret?: string | null }
