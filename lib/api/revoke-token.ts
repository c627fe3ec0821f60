import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

export const RevokeToken = z.strictObject({ id: z.uuid() })

/** Ends a token for good, from the next request on. One that was revoked already stays as it is. @throws Forbidden, NotFound */
export async function revokeToken(actor: Actor, { id }: z.output<typeof RevokeToken>): Promise<void> {
  authorise(actor, 'token.edit')
  await transaction(async (tx) => {
    const token = await tx.apiToken.findUnique({ where: { id }, select: { name: true } })
    if (token === null) throw new NotFound()
    const revokedById = actor.kind === 'person' ? actor.id : null
    const { count } = await tx.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now(), revokedById },
    })
    if (count === 0) return
    await recordEvent(tx, actor, {
      action: 'token.revoke',
      thing: 'token',
      thingId: id,
      detail: { name: token.name },
    })
  })
}
