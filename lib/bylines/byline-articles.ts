import { Prisma } from '../db/database'

/** The query for the ids of the articles that carry a byline: in the draft, before readers, or both. */
export function articlesBy(bylineId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT "articleId" AS id FROM "ArticleByline" WHERE "bylineId" = ${bylineId}::uuid
    UNION SELECT "articleId" FROM "PublicationByline" WHERE "bylineId" = ${bylineId}::uuid`
}
