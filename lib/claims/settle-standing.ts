import { now } from '../clock'
import type { Transaction } from '../db/database'
import { type ClaimStanding, standingAfter } from './standing'

/** Holds a claim until the transaction ends: of two who tell something of it, the second sees what the first did. */
export async function lockClaim(tx: Transaction, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Claim" WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`
}

/**
 * Lets the standing of a locked claim follow from its events. Where it changed, every article that tells of the claim, in its draft or
 * for readers, gets a notice with its sentence, one at most that is open; `here` is the article whose writer is looking anyway.
 * One statement flags them all.
 */
export async function settleStanding(tx: Transaction, claimId: string, here: string | null): Promise<ClaimStanding> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: { events: true } })
  const standing = standingAfter(claim.events)
  if (standing === claim.standing) return standing
  const at = now()
  await tx.claim.update({ where: { id: claimId }, data: { standing, changedAt: at } })
  await tx.$executeRaw`
    INSERT INTO "ClaimNotice" (id, "claimId", "articleId", "formerStanding", standing, sentence, "raisedAt")
    SELECT gen_random_uuid(), ${claimId}::uuid, "articleId", ${claim.standing}::"ClaimStanding", ${standing}::"ClaimStanding",
           (array_agg(sentence ORDER BY layer DESC, position))[1], ${at}
    FROM "ClaimUse" WHERE "claimId" = ${claimId}::uuid AND "articleId" IS DISTINCT FROM ${here}::uuid
    GROUP BY "articleId"
    ON CONFLICT ("articleId", "claimId") WHERE "decidedAt" IS NULL
      DO UPDATE SET standing = EXCLUDED.standing, sentence = EXCLUDED.sentence, "raisedAt" = EXCLUDED."raisedAt"`
  // What is back where it was when the story was written needs nobody's look.
  await tx.claimNotice.deleteMany({
    where: { claimId, decidedAt: null, standing: { equals: standing }, formerStanding: standing },
  })
  return standing
}
