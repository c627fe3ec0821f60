import { Prisma } from '../db/database'
import type { ShelfKind } from './shelf'

/** The query for the ids of the articles that stand on a shelf itself: in the draft, before readers, or both. */
export function articlesOn(kind: ShelfKind, shelfId: string): Prisma.Sql {
  return kind === 'topic'
    ? Prisma.sql`
        SELECT "articleId" AS id FROM "ArticleTopic" WHERE "topicId" = ${shelfId}::uuid
        UNION SELECT "articleId" FROM "PublicationTopic" WHERE "topicId" = ${shelfId}::uuid`
    : Prisma.sql`
        SELECT id FROM "Article" WHERE "sectionId" = ${shelfId}::uuid
        UNION SELECT "articleId" FROM "Publication" WHERE "sectionId" = ${shelfId}::uuid`
}
