import type { Transaction } from '../db/database'

/**
 * What of an article's alerts was not sent yet is not sent any more: neither what waits here nor what waits in the outbox. In the
 * transaction of what stops it.
 *
 * @param why a sentence that stays with each of them
 */
export async function stopAlertsOf(tx: Transaction, articleId: string, why: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "AlertDelivery" d SET "nextTryAt" = NULL, failure = ${why}
    FROM "BreakingAlert" b
    WHERE b.id = d."alertId" AND b."articleId" = ${articleId}::uuid AND b.kind = 'BREAKING' AND d."nextTryAt" IS NOT NULL`
  await tx.$executeRaw`
    UPDATE "Mail" m SET state = 'FAILED', "lastError" = ${why}
    FROM "BreakingAlert" b
    WHERE b.id = m."alertId" AND b."articleId" = ${articleId}::uuid AND b.kind = 'BREAKING' AND m.state = 'QUEUED'`
}
