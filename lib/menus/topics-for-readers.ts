import { database } from '../db/database'

type TopicForReaders = { id: string; slug: string; name: string }

/** Of these topics those that have a page for readers: a public article on them or below them. */
export async function findTopicsForReaders(ids: readonly string[]): Promise<TopicForReaders[]> {
  if (ids.length === 0) return []
  return database().$queryRaw<TopicForReaders[]>`
    WITH RECURSIVE below AS (
      SELECT id, id AS root FROM "Topic" WHERE id = ANY(${[...ids]}::uuid[])
      UNION SELECT t.id, below.root FROM "Topic" t JOIN below ON t."parentId" = below.id
    )
    SELECT t.id::text, t.slug, t.name FROM "Topic" t
    WHERE t.id IN (SELECT root FROM below WHERE EXISTS (SELECT 1 FROM "PublicationTopic" p WHERE p."topicId" = below.id))`
}
