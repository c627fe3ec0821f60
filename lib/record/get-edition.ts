import { EditionMetadata } from '../articles/edition-metadata'
import { loadArticle } from '../articles/load-article'
import type { Teaser } from '../articles/public-article'
import type { PublicArticle } from '../articles/readers'
import { correctionsOf } from '../corrections/readers'
import { database } from '../db/database'
import { parseDocument } from '../document/document'
import type { Resolved } from '../document/resolved'
import { NotFound } from '../errors'
import { listNamesOf } from '../history/names-of'
import type { Actor } from '../policy/actor'
import { endOf, readWithdrawals } from './public-times'
import { findPublicAt, resolveAsOf, teaserOfEdition } from './resolve-as-of'

/** An edition as readers saw it, and what stands around it for the newsroom. */
export type PastEdition = {
  article: PublicArticle
  resolved: Resolved
  /** The story that it followed, where readers had that. */
  follows: Teaser | null
  number: number
  /** How many editions there are. */
  count: number
  publishedAt: Date
  publishedBy: string
  endedAt: Date | null
}

/**
 * The page of an article as readers saw it when this edition went out: also of one that was killed.
 * @throws NotFound
 */
export async function getEdition(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<PastEdition> {
  await loadArticle(database(), actor, articleId)
  const [edition, times, withdrawals] = await Promise.all([
    database().edition.findUnique({ where: { articleId_number: { articleId, number } } }),
    database().edition.findMany({
      where: { articleId },
      orderBy: { number: 'asc' },
      select: { number: true, publishedAt: true },
    }),
    readWithdrawals([articleId]),
  ])
  if (edition === null) throw new NotFound('There is no such edition of this article.')
  const { publishedAt } = edition
  const document = parseDocument(edition.document)
  const metadata = EditionMetadata.parse(edition.metadata)
  const { followsId } = metadata
  const [resolved, followed, names, corrections] = await Promise.all([
    resolveAsOf(document, publishedAt),
    findPublicAt(followsId === null ? [] : [followsId], publishedAt),
    listNamesOf([edition.publishedById]),
    correctionsOf(articleId, publishedAt),
  ])
  const firstAt = times[0]?.publishedAt ?? publishedAt
  const nextAt = times.find((other) => other.number > number)?.publishedAt
  return {
    article: {
      ...teaserOfEdition(articleId, { number, publishedAt, firstAt, metadata }, corrections),
      document,
      metadata,
      corrections,
    },
    resolved,
    follows: followsId === null ? null : (followed.get(followsId) ?? null),
    number,
    count: times.at(-1)?.number ?? number,
    publishedAt,
    publishedBy: names.get(edition.publishedById) ?? 'Somebody',
    endedAt: endOf(publishedAt, nextAt, withdrawals.get(articleId) ?? []),
  }
}
