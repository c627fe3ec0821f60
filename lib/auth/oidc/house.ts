import { allowInsecureRequests, type Configuration, customFetch, discovery } from 'openid-client'
import { env } from '@/lib/env'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import { readGroup } from '@/lib/settings/setting-group'
import { SIGN_IN, type SignInSettings } from '@/lib/settings/sign-in-settings'
import { readClientSecret } from './client-secret'
import { oidcFetch } from './oidc-fetch'

/** The other house through which people sign in, as the settings name it. */
export type House = { settings: SignInSettings; secret: string }

/** @returns null while nobody may come through it */
export async function findHouse(): Promise<House | null> {
  const settings = await readGroup(SIGN_IN)
  if (!settings.oidcOn) return null
  const secret = await readClientSecret(settings)
  return secret === null ? null : { settings, secret }
}

/**
 * Reads how the house is asked, which it says of itself at an address that is known.
 * @throws whatever the client or the guard throws: nobody answers, or not as a house should
 */
export async function askHouse({ settings, secret }: House, ways?: Ways): Promise<Configuration> {
  const issuer = new URL(settings.oidcIssuer)
  return discovery(issuer, settings.oidcClientId, secret, undefined, {
    [customFetch]: oidcFetch(ways),
    // Only a name under .test can be without https: lib/settings/sign-in-settings.ts.
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    timeout: 15,
  })
}

/** Where the house sends people back to. It has to know this address. */
export function callbackAddress(): string {
  return `${env().SITE_URL}/login/sso/callback`
}

/** A house without a path may write the slash after its name or leave it out. */
export function isSameIssuer(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href
}
