import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

/**
 * Makes true again what publications say of their thread, after one article was published or withdrawn: which article it
 * began with, and which public one each follows. A withdrawn article is skipped and holds its thread together all the same.
 * Needs lockThreads.
 *
 * @returns the ids of the articles whose pages show the thread: those that it has now, and those that it had
 */
export async function rethread(tx: Transaction, articleId: string, before: string | null): Promise<string[]> {
  const sql = sqlOn(tx)
  const now = sql<{ articleId: string }>`
    WITH RECURSIVE earlier AS (
      SELECT id, "publishedFollowsId", 0 AS steps FROM "Article" WHERE id = ${articleId}::uuid
      UNION ALL
      SELECT next.id, next."publishedFollowsId", steps + 1
      FROM earlier JOIN "Article" next ON next.id = earlier."publishedFollowsId"
    ),
    beginning AS (SELECT id FROM earlier ORDER BY steps DESC LIMIT 1),
    thread AS (
      SELECT id, NULL::uuid AS "publicBefore" FROM beginning
      UNION ALL
      SELECT later.id, CASE WHEN live."articleId" IS NULL THEN thread."publicBefore" ELSE thread.id END
      FROM thread
      JOIN "Article" later ON later."publishedFollowsId" = thread.id
      LEFT JOIN "Publication" live ON live."articleId" = thread.id
    ),
    -- What says so already is left as it is: each row that is written goes into every index again, that of readers' search among them.
    changed AS (
      UPDATE "Publication" SET "threadId" = beginning.id, "followsId" = thread."publicBefore"
      FROM thread, beginning
      WHERE "Publication"."articleId" = thread.id
        AND ("threadId", "followsId") IS DISTINCT FROM (beginning.id, thread."publicBefore")
    )
    SELECT "articleId" FROM thread JOIN "Publication" ON "articleId" = thread.id`
  const left = sql<{ articleId: string }>`SELECT "articleId" FROM "Publication" WHERE "threadId" = ${before}::uuid`
  return [...new Set((await Promise.all([now, left])).flat().map((row) => row.articleId))]
}
