import type { Transaction } from '../db/database'
import { notifyPurge } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'

/** Ends the banner of an article, if one stands, in the transaction of what ends it. @returns whether one did */
export async function endBannerOf(tx: Transaction, articleId: string): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE "BreakingAlert" SET "endedAt" = clock_timestamp()
    WHERE "articleId" = ${articleId}::uuid AND kind = 'BREAKING' AND "endedAt" IS NULL AND "until" > clock_timestamp()`
  if (ended > 0) await notifyPurge(tx, [tag.breaking])
  return ended > 0
}
