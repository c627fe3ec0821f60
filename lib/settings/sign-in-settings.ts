import { z } from 'zod'
import { line } from './line'
import type { SettingGroup } from './setting-group'
import { wholeNumber } from './whole-number'

/** What an administrator may choose between: sessions that end while people work help nobody, nor such as never end. */
export const SESSION_BOUNDS = { idleHours: { least: 1, most: 30 * 24 }, absoluteDays: { least: 1, most: 90 } } as const

/** How people sign in: the form and the server parse the same. The secret of the client is not among them: nobody is shown it again. */
export const SignInSettings = z.strictObject({
  /** Whether people sign in through another house (OpenID Connect). */
  oidcOn: z.boolean(),
  /** What its button says after "Sign in with". */
  oidcName: line(40),
  /** Its address, as its tokens name it. */
  oidcIssuer: line(500).pipe(
    z
      .string()
      .refine((text) => text === '' || isIssuer(text), 'Write the address of the issuer. It begins with https://.'),
  ),
  /** What it calls us. */
  oidcClientId: line(300),
  /** Who may still sign in with a password while the other house is on. Administrators always may: else nobody could repair it. */
  passwords: z.enum(['everybody', 'administrators']),
  /** Whether a link by mail signs in. */
  linkOn: z.boolean(),
  /** A session that nobody used for so long has ended. */
  idleHours: wholeNumber('hours', SESSION_BOUNDS.idleHours),
  /** A session ends this long after signing in, whatever is done in it. */
  absoluteDays: wholeNumber('days', SESSION_BOUNDS.absoluteDays),
})
export type SignInSettings = z.output<typeof SignInSettings>

export const SIGN_IN: SettingGroup<SignInSettings> = {
  shape: SignInSettings.shape,
  keys: {
    oidcOn: 'signIn.oidcOn',
    oidcName: 'signIn.oidcName',
    oidcIssuer: 'signIn.oidcIssuer',
    oidcClientId: 'signIn.oidcClientId',
    passwords: 'signIn.passwords',
    linkOn: 'signIn.linkOn',
    idleHours: 'signIn.idleHours',
    absoluteDays: 'signIn.absoluteDays',
  },
  defaults: {
    oidcOn: false,
    oidcName: '',
    oidcIssuer: '',
    oidcClientId: '',
    passwords: 'everybody',
    linkOn: false,
    idleHours: 14 * 24,
    absoluteDays: 30,
  },
}

/** An address that nobody can listen in on, without a query. Names under .test, which nobody can own, need no https: tests play them. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false
  const { protocol, hostname, username, password, search, hash } = new URL(text)
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && hostname.endsWith('.test'))
}
