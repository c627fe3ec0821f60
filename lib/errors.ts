/**
 * What may go wrong on purpose. Each error has a code, an HTTP status and a sentence for the person who meets it.
 * Anything else that is thrown is a defect: the doors log it once with an id and the person sees the id.
 */

/**
 * One thing that stands in the way of saving or publishing. `field` is what the form focuses.
 * - `blocking`: it has to be put right
 * - `override`: it stands in the way unless somebody with article.override gives a reason
 * - `warning`: worth a look
 */
export type Issue = {
  field: string
  code: string
  message: string
  severity: 'blocking' | 'override' | 'warning'
}

export abstract class KnownError extends Error {
  abstract readonly code: string
  abstract readonly status: number
  readonly issues: readonly Issue[]

  constructor(message: string, issues: readonly Issue[] = []) {
    super(message)
    this.issues = issues
  }
}

/** 401: nobody is signed in, or the session has ended. */
export class NotSignedIn extends KnownError {
  readonly code = 'NOT_SIGNED_IN'
  readonly status = 401
  constructor(message = 'You are signed out. Sign in again to go on.') {
    super(message)
  }
}

/** 404: it does not exist, or this person may not know that it does. */
export class NotFound extends KnownError {
  readonly code = 'NOT_FOUND'
  readonly status = 404
  constructor(message = 'This does not exist, or you may not see it.') {
    super(message)
  }
}

/** 403: the person may see the thing but not do this to it. */
export class Forbidden extends KnownError {
  readonly code = 'FORBIDDEN'
  readonly status = 403
  constructor(message = 'You may not do this.') {
    super(message)
  }
}

/** 403: the person's role asks for a second factor, and the time to set one up is over. */
export class SecondFactorNeeded extends KnownError {
  readonly code = 'SECOND_FACTOR_NEEDED'
  readonly status = 403
  constructor(message = 'Your role asks for a second factor. Set one up first, at “Your account”.') {
    super(message)
  }
}

/** 403: it is long ago that the person showed that it is they. Forms ask for that in a dialog and send again. */
export class ProofNeeded extends KnownError {
  readonly code = 'PROOF_NEEDED'
  readonly status = 403
  constructor(message = 'Show again that it is you, to go on.') {
    super(message)
  }
}

/** 409: somebody else was first. */
export class Conflict extends KnownError {
  readonly code = 'CONFLICT'
  readonly status = 409
}

/** 410: it was here once, and will not come back. */
export class Gone extends KnownError {
  readonly code = 'GONE'
  readonly status = 410
}

/** 400: the input cannot be right. The issues say which field and why. */
export class Invalid extends KnownError {
  readonly code = 'INVALID'
  readonly status = 400
}

/** 503: what is sealed cannot be opened here. The sentence says why, and nothing of what is sealed. */
export class CannotOpen extends KnownError {
  readonly code = 'CANNOT_OPEN'
  readonly status = 503
}

/** 413: more than we take. */
export class TooLarge extends KnownError {
  readonly code = 'TOO_LARGE'
  readonly status = 413
}

/** 429: too many tries; `retryAfterSeconds` says when to come back. */
export class RateLimited extends KnownError {
  readonly code = 'RATE_LIMITED'
  readonly status = 429
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number, message?: string) {
    super(message ?? `Too many tries. Try again in ${inWords(retryAfterSeconds)}.`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

function inWords(seconds: number): string {
  if (seconds < 60) return 'a minute'
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
