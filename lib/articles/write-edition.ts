import type { EditionChecklist } from '../checklists/edition-checklist'
import type { correctedState } from '../corrections/add-correction'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'
import { printText } from '../document/print-text'
import { referencesOf } from '../document/resolved'
import type { EditionMetadata } from './edition-metadata'
import { WORDS_MOST } from './index-drafts'
import type { LoadedArticle } from './load-article'

// The rows of a publication: the edition, and what points at it. All of it in the transaction of who publishes.

export type CutEdition = { id: string; number: number; publishedAt: Date }

/** Writes what readers get, which nothing changes any more. */
export async function cutEdition(
  tx: Transaction,
  { id, number, publishedAt }: CutEdition,
  of: { articleId: string; version: number; document: Document; metadata: EditionMetadata; publishedById: string },
): Promise<void> {
  const { articleId, version, document, metadata, publishedById } = of
  await sqlOn(tx)`
    INSERT INTO "Edition" (id, "articleId", number, version, document, metadata, "publishedAt", "publishedById")
    VALUES (${id}::uuid, ${articleId}::uuid, ${number}, ${version}, ${JSON.stringify(document)}::jsonb,
      ${JSON.stringify(metadata)}::jsonb, ${publishedAt}::timestamptz, ${publishedById}::uuid)`
}

/** Writes what the newsroom wants to know of it later: the checklist as it was, and why something on it was passed over. */
export async function recordEdition(
  tx: Transaction,
  { id }: CutEdition,
  checklist: EditionChecklist,
  overrideReason: string | undefined,
): Promise<void> {
  await sqlOn(tx)`
    INSERT INTO "EditionRecord" ("editionId", checklist, "overrideReason")
    VALUES (${id}::uuid, ${JSON.stringify(checklist)}::jsonb, ${overrideReason ?? null})`
}

type Corrected = Pick<Awaited<ReturnType<typeof correctedState>>, 'correctedAs' | 'correctedAt'>

/** Lets readers have the edition, and lists and search find the article by it. */
export async function pointPublicationAt(
  tx: Transaction,
  article: LoadedArticle,
  edition: CutEdition,
  next: { document: Document; metadata: EditionMetadata; corrected: Corrected; isNotable: boolean },
): Promise<void> {
  const { document, metadata, corrected, isNotable } = next
  const articleId = article.id
  const firstPublishedAt = article.firstPublishedAt ?? edition.publishedAt
  // When readers last got something else to read: now, or when they got what they have.
  const updatedAt = isNotable ? edition.publishedAt : (article.publication?.updatedAt ?? edition.publishedAt)
  const words = printText(document).slice(0, WORDS_MOST)
  const { correctedAs, correctedAt } = corrected
  // One that is there is changed, and not offered anew: its stems would be found twice, once for the row that is not taken.
  if (article.publication !== null)
    await sqlOn(tx)`
      UPDATE "Publication" SET "editionId" = ${edition.id}::uuid, "sectionId" = ${metadata.section.id}::uuid, slug = ${metadata.slug},
        headline = ${metadata.headline}, words = ${words}, "firstPublishedAt" = ${firstPublishedAt}::timestamptz,
        "updatedAt" = ${updatedAt}::timestamptz, "correctedAs" = ${correctedAs}::"CorrectionKind", "correctedAt" = ${correctedAt}::timestamptz
      WHERE "articleId" = ${articleId}::uuid`
  // A new one is its own thread until rethread has looked at the others.
  else
    await sqlOn(tx)`
      INSERT INTO "Publication" ("articleId", "editionId", "sectionId", slug, headline, words, "threadId", "firstPublishedAt",
        "updatedAt", "correctedAs", "correctedAt")
      VALUES (${articleId}::uuid, ${edition.id}::uuid, ${metadata.section.id}::uuid, ${metadata.slug}, ${metadata.headline},
        ${words}, ${articleId}::uuid, ${firstPublishedAt}::timestamptz, ${updatedAt}::timestamptz, ${correctedAs}::"CorrectionKind",
        ${correctedAt}::timestamptz)`
  const before = article.publication
  const topicIds = metadata.topics.map(({ id }) => id)
  if (!hasSame(before?.topics.map(({ topicId }) => topicId) ?? [], topicIds)) {
    await tx.publicationTopic.deleteMany({ where: { articleId } })
    await tx.publicationTopic.createMany({
      data: topicIds.map((topicId) => ({ articleId, topicId, firstPublishedAt })),
    })
  }
  const bylineIds = metadata.bylines.map(({ id }) => id)
  if (!hasSame(before?.bylines.map(({ bylineId }) => bylineId) ?? [], bylineIds)) {
    await tx.publicationByline.deleteMany({ where: { articleId } })
    await tx.publicationByline.createMany({
      data: bylineIds.map((bylineId) => ({ articleId, bylineId, firstPublishedAt })),
    })
  }
  const mediaIds = [
    ...new Set([...referencesOf(document).mediaIds, ...(metadata.mainImage === null ? [] : [metadata.mainImage.id])]),
  ]
  if (!hasSame(before?.media.map(({ mediaId }) => mediaId) ?? [], mediaIds)) {
    await tx.publicationMedia.deleteMany({ where: { articleId } })
    await tx.publicationMedia.createMany({ data: mediaIds.map((mediaId) => ({ articleId, mediaId })) })
  }
}

function hasSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && after.every((id) => before.includes(id))
}
