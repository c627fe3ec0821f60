/**
 * Why an outside address was not asked, or gave nothing that we take.
 * - `bad-address`, `refused-scheme`, `refused-credentials`, `refused-port`, `address-refused`: we did not ask
 * - `not-found-host`, `connection`, `tls`, `timeout`: nobody answered, or not as a server should
 * - `too-many-redirects`, `too-large`, `refused-type`, `bad-encoding`: there was an answer that we do not take
 */
export type OutgoingReason =
  | 'bad-address'
  | 'refused-scheme'
  | 'refused-credentials'
  | 'refused-port'
  | 'address-refused'
  | 'not-found-host'
  | 'connection'
  | 'tls'
  | 'timeout'
  | 'too-many-redirects'
  | 'too-large'
  | 'refused-type'
  | 'bad-encoding'

/** The only thing that a request to an outside address throws. */
export class OutgoingError extends Error {
  override name = 'OutgoingError'
  readonly reason: OutgoingReason

  constructor(reason: OutgoingReason, options?: ErrorOptions) {
    super(`An outside address was not read: ${reason}`, options)
    this.reason = reason
  }
}

/** Gives what a socket or TLS threw its reason. */
export function outgoingErrorOf(error: unknown): OutgoingError {
  if (error instanceof OutgoingError) return error
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const isTls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/.test(code)
  const isEncoding = code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI')
  return new OutgoingError(isTls ? 'tls' : isEncoding ? 'bad-encoding' : 'connection', { cause: error })
}
