import type { Transaction } from '../db/database'
import { Invalid } from '../errors'
import { articlesOn } from './articles-on'

type Place = { id: string; name: string }

/**
 * Moves every article of a topic to another, in the draft and before readers. One that has both keeps the earlier place. The
 * articles are held first, so that nobody publishes one with a topic that is about to vanish.
 *
 * @param by who is named to whoever has the same field open
 * @returns how many articles had the topic
 */
export async function moveTopicArticles(tx: Transaction, from: Place, into: Place, by: string): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article"
    WHERE id IN (${articlesOn('topic', from.id)})
    ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    UPDATE "ArticleTopic" kept SET position = least(kept.position, gone.position) FROM "ArticleTopic" gone
    WHERE kept."articleId" = gone."articleId" AND kept."topicId" = ${into.id}::uuid AND gone."topicId" = ${from.id}::uuid`
  await tx.$executeRaw`
    DELETE FROM "ArticleTopic" gone USING "ArticleTopic" kept
    WHERE kept."articleId" = gone."articleId" AND kept."topicId" = ${into.id}::uuid AND gone."topicId" = ${from.id}::uuid`
  await tx.$executeRaw`
    DELETE FROM "PublicationTopic" gone USING "PublicationTopic" kept
    WHERE kept."articleId" = gone."articleId" AND kept."topicId" = ${into.id}::uuid AND gone."topicId" = ${from.id}::uuid`
  await tx.articleTopic.updateMany({ where: { topicId: from.id }, data: { topicId: into.id } })
  await tx.publicationTopic.updateMany({ where: { topicId: from.id }, data: { topicId: into.id } })
  await tellOpenEditors(
    tx,
    rows.map(({ id }) => id),
    'topics',
    by,
  )
  return rows.length
}

/**
 * Moves every article of a section to another, in the draft and before readers.
 * @param by who is named to whoever has the same field open
 * @returns how many articles stood there
 * @throws Invalid when a public article of each has the same slug: one of them needs another first
 */
export async function moveSectionArticles(tx: Transaction, from: Place, into: Place, by: string): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article"
    WHERE id IN (${articlesOn('section', from.id)})
    ORDER BY id FOR NO KEY UPDATE`
  const [twice] = await tx.$queryRaw<{ slug: string }[]>`
    SELECT a.slug FROM "Publication" a JOIN "Publication" b ON b.slug = a.slug
    WHERE a."sectionId" = ${from.id}::uuid AND b."sectionId" = ${into.id}::uuid LIMIT 1`
  if (twice !== undefined)
    throw new Invalid(
      `“${from.name}” and “${into.name}” both have an article at “${twice.slug}”: give one another slug.`,
    )
  await tx.article.updateMany({ where: { sectionId: from.id }, data: { sectionId: into.id } })
  await tx.publication.updateMany({ where: { sectionId: from.id }, data: { sectionId: into.id } })
  await tellOpenEditors(
    tx,
    rows.map(({ id }) => id),
    'sectionId',
    by,
  )
  return rows.length
}

/** The field gets a version as if somebody had saved it: whoever has it open is asked instead of bringing the old value back. */
async function tellOpenEditors(
  tx: Transaction,
  articleIds: string[],
  field: 'topics' | 'sectionId',
  by: string,
): Promise<void> {
  if (articleIds.length === 0) return
  await tx.$executeRaw`
    UPDATE "Article" SET "fieldVersions" = "fieldVersions" || jsonb_build_object(${field}::text, jsonb_build_object(
      'version', coalesce(("fieldVersions" -> ${field}::text ->> 'version')::int, 0) + 1, 'by', ${by}::text))
    WHERE id = ANY(${articleIds}::uuid[])`
  await tx.$executeRaw`SELECT count(pg_notify('standfirst_article', id)) FROM unnest(${articleIds}::text[]) AS id`
}
