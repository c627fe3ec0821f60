import { EditionMetadata, editionPath } from '../articles/edition-metadata'
import type { LoadedArticle } from '../articles/load-article'
import { pathOf } from '../articles/paths'
import type { Transaction } from '../db/database'
import { newId } from '../ids'
import { tellWebhooks } from './tell-webhooks'

/**
 * Writes down that an article was taken from readers: for programs that ask (/api/v1/events) and for those that are told. Numbers are given one
 * after the other, so that who has read up to one has missed none before it: the next waits for this transaction. Therefore the last statement of it.
 * @param article as it was before
 */
export async function noteWithdrawal(
  tx: Transaction,
  article: LoadedArticle,
  { kind, at, reason }: { kind: 'article.unpublished' | 'article.killed'; at: Date; reason: string },
): Promise<void> {
  const eventId = newId()
  const path = await lastPathOf(tx, article)
  await tellWebhooks(tx, { eventId, kind, articleId: article.id, at, detail: { path, reason } })
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst withdrawals'))`
  await tx.withdrawal.create({ data: { id: eventId, kind, articleId: article.id, at, reason } })
}

/** Where readers had it last. */
async function lastPathOf(tx: Transaction, { id, publication }: LoadedArticle): Promise<string> {
  if (publication !== null) return pathOf(publication.section.slug, publication.slug)
  const last = await tx.edition.findFirst({
    where: { articleId: id },
    orderBy: { number: 'desc' },
    select: { metadata: true },
  })
  return last === null ? '/' : editionPath(EditionMetadata.parse(last.metadata))
}
