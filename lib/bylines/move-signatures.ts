import type { Transaction } from '../db/database'

type Names = { from: { id: string }; into: { id: string }; by: string }

/**
 * Gives every article of one byline the other instead, in the draft and before readers. One that has both keeps the earlier place. The
 * caller holds the articles.
 *
 * @param by who is named to whoever has the bylines open
 */
export async function moveSignatures(tx: Transaction, articleIds: string[], { from, into, by }: Names): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ArticleByline" kept SET position = least(kept.position, gone.position) FROM "ArticleByline" gone
    WHERE kept."articleId" = gone."articleId" AND kept."bylineId" = ${into.id}::uuid AND gone."bylineId" = ${from.id}::uuid`
  await tx.$executeRaw`
    DELETE FROM "ArticleByline" gone USING "ArticleByline" kept
    WHERE kept."articleId" = gone."articleId" AND kept."bylineId" = ${into.id}::uuid AND gone."bylineId" = ${from.id}::uuid`
  await tx.$executeRaw`
    DELETE FROM "PublicationByline" gone USING "PublicationByline" kept
    WHERE kept."articleId" = gone."articleId" AND kept."bylineId" = ${into.id}::uuid AND gone."bylineId" = ${from.id}::uuid`
  await tx.articleByline.updateMany({ where: { bylineId: from.id }, data: { bylineId: into.id } })
  await tx.publicationByline.updateMany({ where: { bylineId: from.id }, data: { bylineId: into.id } })
  await tellOpenEditors(tx, articleIds, by)
}

/** The field gets a version as if somebody had saved it: whoever has it open is asked instead of bringing the old value back. */
async function tellOpenEditors(tx: Transaction, articleIds: string[], by: string): Promise<void> {
  if (articleIds.length === 0) return
  await tx.$executeRaw`
    UPDATE "Article" SET "fieldVersions" = "fieldVersions" || jsonb_build_object('bylines', jsonb_build_object(
      'version', coalesce(("fieldVersions" -> 'bylines' ->> 'version')::int, 0) + 1, 'by', ${by}::text))
    WHERE id = ANY(${articleIds}::uuid[])`
  await tx.$executeRaw`SELECT count(pg_notify('standfirst_article', id)) FROM unnest(${articleIds}::text[]) AS id`
}
