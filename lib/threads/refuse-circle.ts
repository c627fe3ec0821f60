import type { Transaction } from '../db/database'
import { Invalid } from '../errors'

type Following = { articleId: string; followsId: string | null }

/**
 * Refuses what would make a draft follow itself, at once or by way of others. Needs lockThreads.
 * @throws Invalid naming the field
 */
export async function refuseCircle(tx: Transaction, { articleId, followsId }: Following): Promise<void> {
  if (followsId === null) return
  const [met] = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE earlier AS (
      SELECT id, "followsId" FROM "Article" WHERE id = ${followsId}::uuid
      UNION
      SELECT next.id, next."followsId" FROM earlier JOIN "Article" next ON next.id = earlier."followsId"
    )
    SELECT 1 FROM earlier WHERE id = ${articleId}::uuid`
  if (met !== undefined) refuse('That story follows this one, so this one cannot follow it.')
}

/**
 * As refuseCircle, for what readers have: it may lag behind the drafts, which then go out in another order.
 * @throws Invalid naming the field
 */
export async function refusePublicCircle(tx: Transaction, { articleId, followsId }: Following): Promise<void> {
  if (followsId === null) return
  const [met] = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE earlier AS (
      SELECT id, "publishedFollowsId" FROM "Article" WHERE id = ${followsId}::uuid
      UNION
      SELECT next.id, next."publishedFollowsId"
      FROM earlier JOIN "Article" next ON next.id = earlier."publishedFollowsId"
    )
    SELECT 1 FROM earlier WHERE id = ${articleId}::uuid`
  if (met !== undefined)
    refuse('For readers, the story that this one follows still follows this one. Publish that one first.')
}

function refuse(message: string): never {
  throw new Invalid(message, [{ field: 'followsId', code: 'circle', message, severity: 'blocking' }])
}
