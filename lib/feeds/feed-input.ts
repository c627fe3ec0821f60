import type { FeedSubject } from '@/lib/articles/machine-readers'
import { bylinePath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { correctionPath } from '@/lib/corrections/correction-path'
import type { ListedCorrection, PublicCorrection } from '@/lib/corrections/readers'
import { escapeHtml, printHtml } from '@/lib/document/print-html'
import type { Resolved } from '@/lib/document/resolved'
import type { Settings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'
import type { Tombstone } from './tombstones'

/** What every format of a feed is printed from. */
export type Feed = {
  settings: Settings
  /** Null for the feed of the whole paper. */
  subject: FeedSubject | null
  entries: readonly FeedEntry[]
  /** What the feed carried and readers have not any more. */
  tombstones: readonly Tombstone[]
  /** Scheme, host and port of the site. */
  origin: string
}

/** One entry, whatever it is of. Addresses are whole. */
export type FeedEntry = {
  id: string
  url: string
  title: string
  summary: string
  /** All its words; null where a feed has the summary alone. */
  html: string | null
  publishedAt: Date
  updatedAt: Date
  categories: readonly string[]
  authors: readonly { name: string; url: string }[]
  /** Where the words are from, if they are not the paper's own. */
  source: { name: string; url: string } | null
}

type ArticlesInput = Omit<Feed, 'entries'> & {
  articles: readonly PublicArticle[]
  /** What the articles point at. */
  resolved: Resolved
}

/** The feed of articles, with their full text or a summary of it, as the paper says. */
export function feedOfArticles({ articles, resolved, ...feed }: ArticlesInput): Feed {
  const { settings, origin } = feed
  return {
    ...feed,
    entries: articles.map((article) => ({
      id: article.id,
      url: origin + article.path,
      title: article.headline,
      summary: article.trailText,
      html:
        settings.feeds === 'summary'
          ? null
          : printHtml(article.document, {
              resolved,
              origin,
              language: settings.language,
              dateline: article.metadata.dateline,
            }) + notesAsHtml(article.corrections, settings.language),
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt ?? article.publishedAt,
      categories: [article.section.name, ...article.metadata.topics.map(({ name }) => name)],
      authors: article.bylines.map(({ name, slug }) => ({ name, url: origin + bylinePath(slug) })),
      source: article.metadata.source?.url
        ? { name: article.metadata.source.name, url: article.metadata.source.url }
        : null,
    })),
  }
}

/** The feed of notes to readers: each is an entry of its own, under the headline that its article has now. */
export function feedOfCorrections({
  notes,
  ...feed
}: Omit<Feed, 'entries'> & { notes: readonly ListedCorrection[] }): Feed {
  const words = wordsFor(feed.settings.language).corrections
  return {
    ...feed,
    entries: notes.map(({ id, kind, text, at, article }) => ({
      id,
      url: feed.origin + correctionPath(article.path, id),
      title: `${words.kinds[kind]}: ${article.headline}`,
      summary: text,
      html: `<p>${escapeHtml(text)}</p>`,
      publishedAt: at,
      updatedAt: at,
      categories: [words.kinds[kind]],
      // A note is the paper's, whoever wrote it.
      authors: [{ name: feed.settings.name, url: `${feed.origin}/` }],
      source: null,
    })),
  }
}

/** Below the words of an article, as on its page. */
function notesAsHtml(notes: readonly PublicCorrection[], language: string): string {
  const { kinds } = wordsFor(language).corrections
  return notes
    .map(({ kind, text }) => `<p><strong>${escapeHtml(kinds[kind])}:</strong> ${escapeHtml(text)}</p>`)
    .join('')
}

/** The id of an article or a shelf in feeds, not its address: an article that moves stays the same to whoever has read it. */
export function feedId(id: string): string {
  return `urn:uuid:${id}`
}

export function feedTitle({ subject, settings }: Pick<Feed, 'subject' | 'settings'>): string {
  return subject === null || subject.name === '' ? settings.name : `${subject.name} | ${settings.name}`
}

export function feedDescription({ subject, settings }: Pick<Feed, 'subject' | 'settings'>): string {
  return subject?.description || settings.tagline || settings.name
}

/** When the feed last changed for whoever reads it; null where nothing stands in it. */
export function feedChangedAt({ entries, tombstones }: Pick<Feed, 'entries' | 'tombstones'>): Date | null {
  const changes = [...entries.map(({ updatedAt }) => updatedAt), ...tombstones.map(({ at }) => at)].map((at) =>
    at.getTime(),
  )
  return changes.length === 0 ? null : new Date(Math.max(...changes))
}

/** A withdrawal is news of its own day: it stands among what was published then. */
export function newestFirst<Item>(items: readonly { at: Date; item: Item }[]): Item[] {
  return items.toSorted((a, b) => b.at.getTime() - a.at.getTime()).map(({ item }) => item)
}
