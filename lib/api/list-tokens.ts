import { now } from '../clock'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** A token as people see it: never the token. */
export type ListedToken = {
  id: string
  name: string
  /** "sf_AbCdE" */
  start: string
  scopes: string[]
  createdAt: Date
  /** Empty where whoever made it is not known any more. */
  maker: string
  /** Whether whoever made it still signs in. */
  isMakerHere: boolean
  /** Null: never. */
  expiresAt: Date | null
  lastUsedAt: Date | null
  lastUsedFrom: string
  state: 'works' | 'expired' | 'revoked'
}

/** Those that work first, then the others; the newest first. @throws Forbidden */
export async function listTokens(actor: Actor): Promise<ListedToken[]> {
  authorise(actor, 'token.edit')
  const at = now()
  const rows = await database().apiToken.findMany({
    orderBy: { id: 'desc' },
    select: {
      id: true,
      name: true,
      start: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
      lastUsedFrom: true,
      revokedAt: true,
      createdBy: { select: { name: true, status: true } },
    },
  })
  const tokens = rows.map(({ createdBy, revokedAt, ...row }) => ({
    ...row,
    maker: createdBy?.name ?? '',
    isMakerHere: createdBy?.status === 'ACTIVE',
    state: stateOf(row.expiresAt, revokedAt, at),
  }))
  return [...tokens.filter(({ state }) => state === 'works'), ...tokens.filter(({ state }) => state !== 'works')]
}

function stateOf(expiresAt: Date | null, revokedAt: Date | null, at: Date): ListedToken['state'] {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'works'
}
