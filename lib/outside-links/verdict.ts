import type { Answer } from '../outgoing/guarded-fetch'
import type { OutgoingError, OutgoingReason } from '../outgoing/outgoing-error'

/** Why a link does not work, or could not be looked at. */
export type LinkReason = OutgoingReason | 'not-found' | 'gone' | 'refused-us' | 'busy' | 'server-error' | 'robots'

/**
 * What one look at a link says.
 * - `ok`: the page is there
 * - `failed`: it is not, today; three such days make it dead
 * - `refused`: it turned us away, or is nothing that we ask. Readers may well see the page; days on end of it make it one that
 *   cannot be checked
 * - `unclear`: it has no time for us, or trouble that passes. The day does not count
 */
export type Verdict =
  | { kind: 'ok'; status: number }
  | { kind: 'failed'; status: number | null; reason: LinkReason }
  | { kind: 'refused'; status: number | null; reason: LinkReason }
  | { kind: 'unclear'; status: number; reason: LinkReason; retryAfterSeconds?: number }

/** Not a page that readers could open either. */
const FAILURES = new Set<OutgoingReason>(['not-found-host', 'connection', 'tls', 'timeout', 'too-many-redirects'])

export function verdictOfAnswer({ status, headers }: Answer): Verdict {
  if (status === 404) return { kind: 'failed', status, reason: 'not-found' }
  if (status === 410) return { kind: 'failed', status, reason: 'gone' }
  if (status === 429 || status === 503) {
    return { kind: 'unclear', status, reason: 'busy', retryAfterSeconds: Number(headers['retry-after']) || 0 }
  }
  if (status >= 500) return { kind: 'unclear', status, reason: 'server-error' }
  return status >= 400 ? { kind: 'refused', status, reason: 'refused-us' } : { kind: 'ok', status }
}

export function verdictOfError({ reason }: OutgoingError): Verdict {
  return FAILURES.has(reason) ? { kind: 'failed', status: null, reason } : { kind: 'refused', status: null, reason }
}
