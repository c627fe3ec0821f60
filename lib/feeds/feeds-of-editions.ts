import type { Transaction } from '../db/database'
import { tag } from '../reader-cache/tags'

/**
 * The tags of every feed that carried an edition of the article, wherever it stood then: where it is withdrawn they get a tombstone, and where it
 * comes back they lose it.
 */
export async function feedsOfEditions(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ kind: 'section' | 'topic' | 'byline'; id: string }[]>`
    SELECT 'section' AS kind, s."sectionId"::text AS id
    FROM "Edition" e JOIN "SectionSlug" s ON s.slug = e.metadata->'section'->>'slug' WHERE e."articleId" = ${articleId}::uuid
    UNION
    SELECT 'topic', s."topicId"::text
    FROM "Edition" e, jsonb_array_elements(e.metadata->'topics') topic JOIN "TopicSlug" s ON s.slug = topic->>'slug'
    WHERE e."articleId" = ${articleId}::uuid
    UNION
    SELECT 'byline', s."bylineId"::text
    FROM "Edition" e, jsonb_array_elements(e.metadata->'bylines') byline JOIN "BylineSlug" s ON s.slug = byline->>'slug'
    WHERE e."articleId" = ${articleId}::uuid`
  return rows.map(({ kind, id }) => tag[kind](id))
}
