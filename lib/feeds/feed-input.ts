import type { FeedSubject } from '@/lib/articles/machine-readers'
import type { PublicArticle } from '@/lib/articles/readers'
import { printHtml } from '@/lib/document/print-html'
import type { Resolved } from '@/lib/document/resolved'
import type { Settings } from '@/lib/settings/settings'
import type { Tombstone } from './tombstones'

/** What every format of a feed is printed from. */
export type FeedInput = {
  settings: Settings
  /** Null for the feed of the whole paper. */
  subject: FeedSubject | null
  articles: readonly PublicArticle[]
  /** What the feed carried and readers have not any more. */
  tombstones: readonly Tombstone[]
  /** What the articles point at. */
  resolved: Resolved
  /** Scheme, host and port of the site. */
  origin: string
}

/** The id of an article or a shelf in feeds, not its address: an article that moves stays the same to whoever has read it. */
export function feedId(id: string): string {
  return `urn:uuid:${id}`
}

/** The words of an article as HTML; null where the paper gives feeds a summary alone. */
export function feedHtml(article: PublicArticle, { settings, resolved, origin }: FeedInput): string | null {
  if (settings.feeds === 'summary') return null
  return printHtml(article.document, {
    resolved,
    origin,
    language: settings.language,
    dateline: article.metadata.dateline,
  })
}

export function feedTitle({ subject, settings }: Pick<FeedInput, 'subject' | 'settings'>): string {
  return subject === null || subject.name === '' ? settings.name : `${subject.name} | ${settings.name}`
}

export function feedDescription({ subject, settings }: Pick<FeedInput, 'subject' | 'settings'>): string {
  return subject?.description || settings.tagline || settings.name
}

/** When the feed last changed for whoever reads it; null where nothing stands in it. */
export function feedChangedAt({ articles, tombstones }: Pick<FeedInput, 'articles' | 'tombstones'>): Date | null {
  const changes = [
    ...articles.map((article) => article.updatedAt ?? article.publishedAt),
    ...tombstones.map(({ at }) => at),
  ].map((at) => at.getTime())
  return changes.length === 0 ? null : new Date(Math.max(...changes))
}

/** A withdrawal is news of its own day: it stands among what was published then. */
export function newestFirst<Item>(items: readonly { at: Date; item: Item }[]): Item[] {
  return items.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ item }) => item)
}
