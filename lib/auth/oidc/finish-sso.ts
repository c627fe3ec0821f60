import { authorizationCodeGrant, type Configuration, fetchUserInfo, ResponseBodyError } from 'openid-client'
import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret } from '@/lib/ids'
import { log } from '@/lib/log'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import { OutgoingError } from '@/lib/outgoing/outgoing-error'
import { type Entered, enter } from '../enter'
import type { Visit } from '../visit'
import { findPersonOf } from './find-person-of'
import { askHouse, callbackAddress, findHouse, isSameIssuer } from './house'
import { SsoProblem } from './sso-problem'

/** Who somebody is at the other house. `email` is null where the house says none that it has verified. */
export type OutsideIdentity = { issuer: string; subject: string; email: string | null; isEmailSaid: boolean }

const Said = z.object({ email: z.string().max(320).optional(), email_verified: z.boolean().optional() })

/**
 * Ends a sign-in through the other house: whoever comes back with the cookie of the browser that began, and with what the house was given,
 * is let in as the person who is tied to them there, or whose verified address they have. Nobody is created.
 *
 * @param secret of the cookie `sso`
 * @param query of the address to which the house sent the browser, as it came
 * @throws SsoProblem
 */
export async function finishSso(
  visit: Visit,
  { secret, query }: { secret: string | null; query: string },
  ways?: Ways,
): Promise<{ entered: Entered; next: string }> {
  const request = secret === null ? null : await takeRequest(secret)
  if (request === null || new URLSearchParams(query).get('state') !== request.state) throw new SsoProblem('SsoStale')
  const house = await findHouse()
  if (house === null) throw new SsoProblem('SsoOff')
  // The settings name another house now: what this one was asked is not that one's to answer.
  if (request.issuer !== house.settings.oidcIssuer) throw new SsoProblem('SsoStale')
  const identity = await identify(
    () => askHouse(house, ways),
    new URL(`${callbackAddress()}?${query.replace(/^\?/, '')}`),
    request,
  )
  const personId = await orRecordRefusal(visit, () => findPersonOf(identity, house.settings.oidcName))
  const entered = await enter(visit, personId, 'sso')
  if (entered === null) throw new SsoProblem('SsoDeactivated')
  return { entered, next: request.next }
}

type Request = { state: string; nonce: string; codeVerifier: string; issuer: string; next: string }

/** Single use: of two who come back with the same cookie one gets it. */
async function takeRequest(secret: string): Promise<Request | null> {
  const [request] = await database().$queryRaw<(Request & { expiresAt: Date })[]>`
    DELETE FROM "OidcRequest" WHERE "tokenHash" = ${hashSecret(secret)}
    RETURNING state, nonce, "codeVerifier", issuer, next, "expiresAt"`
  return request !== undefined && request.expiresAt > now() ? request : null
}

async function identify(ask: () => Promise<Configuration>, address: URL, request: Request): Promise<OutsideIdentity> {
  const { state: expectedState, nonce: expectedNonce, codeVerifier: pkceCodeVerifier } = request
  try {
    const config = await ask()
    const tokens = await authorizationCodeGrant(config, address, {
      ...{ expectedState, expectedNonce, pkceCodeVerifier },
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || !isSameIssuer(claims.iss, request.issuer)) throw new SsoProblem('SsoUntrue')
    const { iss: issuer, sub: subject } = claims
    const own = Said.safeParse(claims).data ?? {}
    // Most houses say the address only when they are asked for it with the token that they gave; the subject has to be the same.
    const said = own.email === undefined ? await userInfo(config, tokens.access_token, subject) : own
    const isVerified = said.email !== undefined && said.email_verified === true
    return { issuer, subject, email: isVerified ? (said.email ?? null) : null, isEmailSaid: said.email !== undefined }
  } catch (error) {
    throw ssoProblemOf(error)
  }
}

async function userInfo(config: Configuration, accessToken: string, subject: string): Promise<z.output<typeof Said>> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {}
  return Said.safeParse(await fetchUserInfo(config, accessToken, subject)).data ?? {}
}

function ssoProblemOf(error: unknown): SsoProblem {
  if (error instanceof SsoProblem) return error
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  log.warn({ code, reason: error instanceof Error ? error.message : '' }, 'a sign-in through the other house failed')
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return new SsoProblem('SsoRefused', { cause: error })
  const isAway = error instanceof OutgoingError || error instanceof ResponseBodyError || causeIsOutgoing(error)
  return new SsoProblem(isAway ? 'SsoAway' : 'SsoUntrue', { cause: error })
}

function causeIsOutgoing(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof OutgoingError
}

async function orRecordRefusal(visit: Visit, find: () => Promise<string>): Promise<string> {
  try {
    return await find()
  } catch (error) {
    const detail = { address: visit.address.slice(0, 100), method: 'sso' }
    await recordEvent(database(), { kind: 'nobody' }, { action: 'session.refuse', thing: 'person', detail })
    throw error
  }
}
