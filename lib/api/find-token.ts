import { now } from '../clock'
import { database } from '../db/database'
import { NoToken } from '../errors'
import { hashSecret } from '../ids'
import { SCOPES, type Scope } from './scopes'
import { isToken } from './token'

/** The program that asks. */
export type Caller = { tokenId: string; scopes: Scope[] }

const MINUTE = 60_000

/**
 * Whose request it is, by the header Authorization (RFC 6750, section 2.1) and by nothing else.
 * @param header as it came; null where there was none
 * @param address where the request comes from, as lib/auth/client-address.ts has it
 * @throws NoToken for everything that is not exactly one token that works
 */
export async function findToken(header: string | null, address: string): Promise<Caller> {
  if (header === null) throw new NoToken('Send a token in the header Authorization: Bearer sf_…')
  const token = /^bearer +([^\s,]+) *$/i.exec(header)?.[1] ?? ''
  const refusal = new NoToken('This token does not work: it was never made, has ended, or was revoked.')
  if (!isToken(token)) throw refusal
  const found = await database().apiToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    select: { id: true, scopes: true, expiresAt: true, revokedAt: true },
  })
  const at = now()
  if (found === null || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt <= at)) throw refusal
  await noteUse(found.id, at, address)
  return { tokenId: found.id, scopes: SCOPES.filter((scope) => found.scopes.includes(scope)) }
}

/** To the minute: a program that asks a hundred times a second writes one row once. */
async function noteUse(id: string, at: Date, address: string): Promise<void> {
  const minute = new Date(Math.floor(at.getTime() / MINUTE) * MINUTE)
  await database().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: minute } }] },
    data: { lastUsedAt: minute, lastUsedFrom: networkOf(address) },
  })
}

/** Enough to tell our own server from a stranger's, and no more. IPv6 addresses come as networks already. */
function networkOf(address: string): string {
  return /^\d+\.\d+\.\d+\.\d+$/.test(address) ? address.replace(/\d+$/, '0/24') : address
}
