import { now } from '../clock'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

/** What may happen to the target of a link that somebody should look at. */
export type LinkNoticeReason = 'UNPUBLISHED' | 'KILLED' | 'CORRECTED' | 'RETRACTED'

/**
 * Puts every article that points at `targetId`, in its draft or for readers, on the desk's list of what wants a look. One
 * that stands there for the same reason already is not put there twice. In the transaction of what happened to the target.
 */
export async function raiseLinkNotices(tx: Transaction, targetId: string, reason: LinkNoticeReason): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "LinkNotice" (id, "articleId", "targetId", reason, "createdAt")
    SELECT gen_random_uuid(), "fromArticleId", ${targetId}::uuid, ${reason}::"LinkNoticeReason", ${now()}
    FROM (SELECT DISTINCT "fromArticleId" FROM "Link"
          WHERE "toArticleId" = ${targetId}::uuid AND "fromArticleId" <> ${targetId}::uuid) AS pointing
    ON CONFLICT ("articleId", "targetId", reason) WHERE "clearedAt" IS NULL DO NOTHING`
}

/** The reason is gone: nobody need look any more. */
export async function withdrawLinkNotices(tx: Transaction, targetId: string, reason: LinkNoticeReason): Promise<void> {
  await sqlOn(tx)`
    UPDATE "LinkNotice" SET "clearedAt" = ${now()}::timestamptz
    WHERE "targetId" = ${targetId}::uuid AND reason = ${reason}::"LinkNoticeReason" AND "clearedAt" IS NULL`
}
