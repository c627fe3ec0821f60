import type { Sql } from '../db/sql'
import type { WritableArticle } from './write-steps'

type Row = Omit<WritableArticle, 'heldBy'> & { heldByName: string | null; version: number }

/**
 * Holds an article and its draft until the transaction ends, in the order in which everybody holds them, and answers what
 * saving needs: one small read, because twenty people may be waiting. Null when there is no such article.
 */
export async function lockForWriting(
  sql: Sql,
  articleId: string,
): Promise<{ article: WritableArticle; version: number } | null> {
  const [row] = await sql<Row>`
    WITH article AS (
      SELECT "Article".*, "Person".name AS "heldByName"
      FROM "Article" LEFT JOIN "Person" ON "Person".id = "Article"."heldById"
      WHERE "Article".id = ${articleId}::uuid
      FOR NO KEY UPDATE OF "Article"
    )
    SELECT article.id, article."createdById", article."heldById", article."heldByName", article."holdChangedAt",
           article."isSlugByHand", article."firstPublishedAt", article.headline, article.standfirst,
           article."sourceName", article."sourceUrl", article."followsId",
           EXISTS (SELECT 1 FROM "Publication" WHERE "Publication"."articleId" = article.id) AS "isPublic",
           ARRAY(
             SELECT "Byline"."personId" FROM "ArticleByline" JOIN "Byline" ON "Byline".id = "ArticleByline"."bylineId"
             WHERE "ArticleByline"."articleId" = article.id AND "Byline"."personId" IS NOT NULL
             UNION ALL SELECT article."ownerId" WHERE article."ownerId" IS NOT NULL
           ) AS "authorIds",
           ARRAY(
             SELECT "DeskMember"."personId" FROM "DeskMember"
             WHERE "DeskMember"."deskId" = article."deskId" AND "DeskMember"."isLead"
           ) AS "leadIds", article."deskId",
           draft.version, draft."documentVersion"
    FROM article JOIN "Draft" draft ON draft."articleId" = article.id
    FOR UPDATE OF draft`
  if (row === undefined) return null
  const { heldByName, version, ...article } = row
  return { article: { ...article, heldBy: heldByName === null ? null : { name: heldByName } }, version }
}
