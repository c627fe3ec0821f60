import {
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import { LIMITS } from '../limits'
import { countTry } from '../rate-limits'
import { safePath } from '../safe-path'
import { askHouse, callbackAddress, findHouse, type House } from './house'
import { SsoProblem } from './sso-problem'

/** How long somebody may be away at the other house. */
export const SSO_SECONDS = 10 * 60

/**
 * Begins a sign-in through the other house. What has to come back (state, nonce, the secret behind PKCE) is kept in a row that only the
 * browser with this cookie can call up, once.
 *
 * @param next where to go afterwards, as somebody asked for it
 * @returns where to send the browser, and the secret for its cookie `sso`
 * @throws SsoProblem, RateLimited
 */
export async function startSso(address: string, next: unknown, ways?: Ways): Promise<{ url: string; secret: string }> {
  await countTry(LIMITS.ssoNetwork, address)
  const house = await findHouse()
  if (house === null) throw new SsoProblem('SsoOff')
  const config = await configured(house, ways)
  const secret = newSecret()
  const codeVerifier = randomPKCECodeVerifier()
  const [state, nonce, at] = [randomState(), randomNonce(), now()]
  await database().oidcRequest.create({
    data: {
      id: newId(),
      tokenHash: hashSecret(secret),
      ...{ state, nonce, codeVerifier },
      issuer: house.settings.oidcIssuer,
      next: safePath(next),
      createdAt: at,
      expiresAt: new Date(at.getTime() + SSO_SECONDS * 1000),
    },
  })
  const url = buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(),
    scope: 'openid email profile',
    response_type: 'code',
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...{ state, nonce },
  })
  return { url: url.href, secret }
}

async function configured(house: House, ways?: Ways): Promise<Configuration> {
  try {
    return await askHouse(house, ways)
  } catch (error) {
    throw new SsoProblem('SsoAway', { cause: error })
  }
}
