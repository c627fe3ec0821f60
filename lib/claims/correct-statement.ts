import type { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { CorrectStatement } from './register-input'
import { lockClaim } from './settle-standing'

/**
 * Puts right how a claim is said in the register. Its events and the stories that tell of it keep their words.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody else corrected it since
 */
export async function correctStatement(
  actor: Actor,
  { claimId, base, statement }: z.output<typeof CorrectStatement>,
): Promise<void> {
  authorise(actor, 'claim.register')
  await transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { statement: true, mergedIntoId: true } })
    if (claim === null) throw new NotFound('This claim does not exist any more.')
    if (claim.mergedIntoId !== null) throw new Conflict('This claim was merged into another one meanwhile.')
    if (claim.statement !== base) throw new Conflict(`Somebody else made it “${claim.statement}” meanwhile.`)
    await tx.claim.update({ where: { id: claimId }, data: { statement } })
    await recordEvent(tx, actor, { action: 'claim.correctStatement', thing: 'claim', thingId: claimId })
  })
}
