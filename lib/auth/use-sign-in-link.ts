import { z } from 'zod'
import { now } from '../clock'
import { database } from '../db/database'
import { Conflict } from '../errors'
import { hashSecret } from '../ids'
import { type Entered, enter } from './enter'
import { LIMITS } from './limits'
import { countTry } from './rate-limits'
import { assertLinksAreOn } from './request-sign-in-link'
import type { Visit } from './visit'

export const UseSignInLink = z.strictObject({ token: z.string().max(100) })

/** What a mailed link is worth in this browser at the moment. `elsewhere`: another browser asked for it. */
export type SignInLinkState = 'open' | 'elsewhere' | 'used' | 'expired' | 'unknown'

type Shown = { token: string; browserSecret: string | null }

/** Looking does not use a link up: mail programs look too. In another browser nothing is said but that it is another one. */
export async function findSignInLink({ token, browserSecret }: Shown): Promise<SignInLinkState> {
  const link = await database().signInLink.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { browserHash: true, usedAt: true, expiresAt: true, person: { select: { status: true } } },
  })
  if (link?.person.status !== 'ACTIVE') return 'unknown'
  if (browserSecret === null || link.browserHash !== hashSecret(browserSecret)) return 'elsewhere'
  if (link.usedAt !== null) return 'used'
  return link.expiresAt <= now() ? 'expired' : 'open'
}

/**
 * Signs in with a mailed link, once, in the browser that asked for it.
 *
 * @throws NotFound while the paper does not offer it
 * @throws Conflict when the link is no good, or not here
 * @throws RateLimited
 */
export async function signInByLink(
  visit: Visit,
  { token, browserSecret }: Shown,
): Promise<{ entered: Entered; next: string }> {
  await assertLinksAreOn()
  await countTry(LIMITS.linkUse, visit.address)
  const link = browserSecret === null ? null : await takeLink(token, browserSecret)
  const entered = link === null ? null : await enter(visit, link.personId, 'link')
  if (link === null || entered === null)
    throw new Conflict(
      'This link was used already, has run out, or was asked for in another browser. Ask for another one here.',
    )
  return { entered, next: link.next }
}

/** Of two requests with the same link one gets it. */
async function takeLink(token: string, browserSecret: string): Promise<{ personId: string; next: string } | null> {
  const at = now()
  const [used] = await database().signInLink.updateManyAndReturn({
    where: {
      tokenHash: hashSecret(token),
      browserHash: hashSecret(browserSecret),
      usedAt: null,
      expiresAt: { gt: at },
    },
    data: { usedAt: at },
    select: { personId: true, next: true },
  })
  return used ?? null
}
