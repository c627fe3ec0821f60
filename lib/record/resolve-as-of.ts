import { EditionMetadata, editionPath } from '../articles/edition-metadata'
import type { Teaser } from '../articles/public-article'
import { linkedArticle, resolveReferences } from '../articles/resolve-references'
import { correctedBy } from '../corrections/corrected-by'
import { correctionsOfEach, type PublicCorrection } from '../corrections/readers'
import { database } from '../db/database'
import type { Document } from '../document/document'
import type { SeenPost } from '../document/post-fate'
import { type Resolved, referencesOf } from '../document/resolved'
import { endOf, readWithdrawals } from './public-times'

/**
 * What a document points at, as readers had it at an instant: cards carry the headline and the picture of then, what was not
 * public is not there, what became of a post later is not said. Names of newsletters are today's.
 */
export async function resolveAsOf(document: Document, at: Date): Promise<Resolved> {
  const [today, articles] = await Promise.all([
    resolveReferences(document),
    findPublicAt(referencesOf(document).articleIds, at),
  ])
  return {
    ...today,
    articles: new Map([...articles].map(([id, teaser]) => [id, linkedArticle(teaser)])),
    posts: new Map([...today.posts].flatMap(([url, post]) => asSeenAt(url, post, at))),
  }
}

function asSeenAt(url: string, post: SeenPost, at: Date): [string, SeenPost][] {
  const told = (since: string | null) => (since !== null && new Date(since) <= at ? since : null)
  const seen = { ...post, changedAt: told(post.changedAt), deletedAt: told(post.deletedAt) }
  return seen.changedAt === null && seen.deletedAt === null ? [] : [[url, seen]]
}

/** The articles among these that readers had at an instant, as they had them. */
export async function findPublicAt(articleIds: readonly string[], at: Date): Promise<Map<string, Teaser>> {
  if (articleIds.length === 0) return new Map()
  const [editions, withdrawals, notes] = await Promise.all([
    database().edition.findMany({
      where: { articleId: { in: [...articleIds] }, publishedAt: { lte: at } },
      orderBy: [{ articleId: 'asc' }, { number: 'asc' }],
      select: { articleId: true, number: true, publishedAt: true, metadata: true },
    }),
    readWithdrawals(articleIds),
    correctionsOfEach(articleIds, at),
  ])
  const firsts = new Map(editions.filter(({ number }) => number === 1).map((edition) => [edition.articleId, edition]))
  const lasts = new Map(editions.map((edition) => [edition.articleId, edition]))
  const teasers = new Map<string, Teaser>()
  for (const [id, { number, publishedAt, metadata }] of lasts) {
    const endedAt = endOf(publishedAt, undefined, withdrawals.get(id) ?? [])
    if (endedAt !== null && endedAt <= at) continue
    const firstAt = firsts.get(id)?.publishedAt ?? publishedAt
    const edition = { number, publishedAt, firstAt, metadata: EditionMetadata.parse(metadata) }
    teasers.set(id, teaserOfEdition(id, edition, notes.get(id) ?? []))
  }
  return teasers
}

/** What lists would have said of an edition while it was live. */
export function teaserOfEdition(
  id: string,
  edition: { number: number; publishedAt: Date; firstAt: Date; metadata: EditionMetadata },
  /** The notes that readers had by then, the newest first. */
  notes: readonly PublicCorrection[],
): Teaser {
  const { number, publishedAt, firstAt, metadata } = edition
  return {
    id,
    path: editionPath(metadata),
    headline: metadata.headline,
    cardHeadline: metadata.shortHeadline || metadata.headline,
    kicker: metadata.kicker,
    trailText: metadata.trailText || metadata.standfirst,
    section: metadata.section,
    bylines: metadata.bylines,
    picture: metadata.mainImage,
    publishedAt: firstAt,
    updatedAt: number > 1 ? publishedAt : null,
    corrected: correctedBy(notes),
    isLive: metadata.isLive,
  }
}
