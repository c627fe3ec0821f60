import type { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { authoriseForReaders } from './reader-rights'
import type { CorrectStatement } from './register-input'
import { tellReaders } from './settle-readers'
import { lockClaim } from './settle-standing'

/**
 * Puts right how a claim is said in the register. Its events and the stories that tell of it keep their words; readers get the new ones
 * where they may have them.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody else corrected it since
 */
export async function correctStatement(
  actor: Actor,
  { claimId, base, statement, isForReaders = false }: z.input<typeof CorrectStatement>,
): Promise<void> {
  authorise(actor, 'claim.register')
  const tags = await transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await tx.claim.findUnique({ where: { id: claimId } })
    if (claim === null) throw new NotFound('This claim does not exist any more.')
    if (claim.mergedIntoId !== null) throw new Conflict('This claim was merged into another one meanwhile.')
    if (claim.statement !== base) throw new Conflict(`Somebody else made it “${claim.statement}” meanwhile.`)
    if (isForReaders || claim.isStatementForReaders) authoriseForReaders(actor)
    await tx.claim.update({ where: { id: claimId }, data: { statement, isStatementForReaders: isForReaders } })
    await recordEvent(tx, actor, { action: 'claim.correctStatement', thing: 'claim', thingId: claimId })
    return tellReaders(tx, [claimId])
  })
  purgeLocally(tags)
}
