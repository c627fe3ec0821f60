import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import { hashSecret, newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { SCOPES } from './scopes'
import { scopesToGive } from './scopes-to-give'
import { newToken, startOf } from './token'

const DAY = 86_400_000

export const CreateToken = z.strictObject({
  name: z.string().trim().min(1, 'Say what it is for.').max(80, 'At most 80 characters fit here.'),
  scopes: z.array(z.enum(SCOPES)).min(1, 'Choose what it may read.').max(SCOPES.length),
  /** Null: it never ends. */
  days: z.number().int().min(1).max(366, 'A year at most.').nullable(),
})

/**
 * Makes a token. It is told once: only a hash of it is kept. It is the newsroom's: it goes on working when whoever made it leaves.
 * @throws Forbidden also where it could read what the person may not
 */
export async function createToken(
  actor: Actor,
  { name, scopes, days }: z.output<typeof CreateToken>,
): Promise<{ id: string; token: string }> {
  authorise(actor, 'token.edit')
  const given = scopesToGive(actor)
  const wanted = SCOPES.filter((scope) => scopes.includes(scope))
  if (!wanted.every((scope) => given.includes(scope)))
    throw new Forbidden('You cannot make a token that may read what you may not.')
  const [id, token, at] = [newId(), newToken(), now()]
  const expiresAt = days === null ? null : new Date(at.getTime() + days * DAY)
  await transaction(async (tx) => {
    await tx.apiToken.create({
      data: {
        id,
        name,
        tokenHash: hashSecret(token),
        start: startOf(token),
        scopes: wanted,
        createdAt: at,
        createdById: actor.kind === 'person' ? actor.id : null,
        expiresAt,
      },
    })
    await recordEvent(tx, actor, {
      action: 'token.create',
      thing: 'token',
      thingId: id,
      detail: { name, scopes: wanted, expiresAt: expiresAt?.toISOString() ?? null },
    })
  })
  return { id, token }
}
