import type { Transaction } from '../db/database'
import { NotFound } from '../errors'
import { lockClaim } from './settle-standing'

/** The claim itself, or the one that took it in at last; null where there is none of this id. */
export async function survivorOf(tx: Transaction, claimId: string): Promise<string | null> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE way AS (
      SELECT id, "mergedIntoId" FROM "Claim" WHERE id = ${claimId}::uuid
      UNION SELECT c.id, c."mergedIntoId" FROM "Claim" c JOIN way ON c.id = way."mergedIntoId"
    )
    SELECT id FROM way WHERE "mergedIntoId" IS NULL`
  return last?.id ?? null
}

/** The claim and all that it took in, by whatever way. */
export async function familyOf(tx: Transaction, claimId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE family AS (
      SELECT id FROM "Claim" WHERE id = ${claimId}::uuid
      UNION SELECT c.id FROM "Claim" c JOIN family ON c."mergedIntoId" = family.id
    )
    SELECT id FROM family`
  return rows.map(({ id }) => id)
}

/**
 * Holds the claim of an event until the transaction ends. What was merged while we waited is looked up again.
 * @throws NotFound when the event is gone
 */
export async function lockClaimOf(tx: Transaction, eventId: string): Promise<string> {
  const event = await tx.claimEvent.findUnique({ where: { id: eventId }, select: { claimId: true } })
  if (event === null) throw new NotFound('This event is not on the register any more.')
  await lockClaim(tx, event.claimId)
  const held = await tx.claimEvent.findUnique({ where: { id: eventId }, select: { claimId: true } })
  return held?.claimId === event.claimId ? event.claimId : lockClaimOf(tx, eventId)
}

/** Holds several claims, always in the same order: of two who hold the same ones, neither waits for the other for ever. */
export async function lockClaims(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await lockClaim(tx, id)
}
