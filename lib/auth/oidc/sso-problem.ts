/** Why somebody did not get in through the other house; the sentences of /login are in components/newsroom/people/sign-in-request.ts. */
export type SsoReason =
  /** Nobody may come through it at present. */
  | 'SsoOff'
  /** It does not answer, or not as a house should. */
  | 'SsoAway'
  /** It was begun too long ago, in another browser, or is over already. */
  | 'SsoStale'
  /** Whoever came back was refused there, or called it off. */
  | 'SsoRefused'
  /** What it says about the person cannot be relied on. */
  | 'SsoUntrue'
  | 'SsoUnverified'
  | 'SsoUnknown'
  | 'SsoDeactivated'
  /** The account is tied to somebody else of the same house. */
  | 'SsoOther'

/** The one thing that a sign-in through the other house throws on purpose, but for too many tries. */
export class SsoProblem extends Error {
  override name = 'SsoProblem'
  readonly reason: SsoReason

  constructor(reason: SsoReason, options?: ErrorOptions) {
    super(`A sign-in through the other house came to nothing: ${reason}`, options)
    this.reason = reason
  }
}
