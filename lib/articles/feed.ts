import { generateRssFeed } from 'feedsmith'
import { printHtml } from '@/lib/document/print-html'
import type { Resolved } from '@/lib/document/resolved'
import type { Settings } from '@/lib/settings/settings'
import type { FeedSubject } from './machine-readers'
import type { PublicArticle } from './readers'

type FeedInput = {
  settings: Settings
  /** Null for the feed of the whole paper. */
  subject: FeedSubject | null
  articles: readonly PublicArticle[]
  /** What the articles point at. */
  resolved: Resolved
  /** Scheme, host and port of the site. */
  origin: string
}

/** The newest articles with their full text, as RSS 2.0. */
export function printFeed({ settings, subject, articles, resolved, origin }: FeedInput): string {
  const front = origin + (subject?.path ?? '/')
  const self = `${origin}${subject?.path ?? ''}/feed.xml`
  const changes = articles.map((article) => (article.updatedAt ?? article.publishedAt).getTime())
  return generateRssFeed({
    title: xmlText(subject === null ? settings.name : `${subject.name} | ${settings.name}`),
    link: front,
    description: xmlText(subject?.description || settings.tagline || settings.name),
    language: settings.language,
    ...(changes.length === 0 ? {} : { lastBuildDate: new Date(Math.max(...changes)) }),
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: articles.map((article) => item(article, resolved, origin)),
  })
}

function item(article: PublicArticle, resolved: Resolved, origin: string) {
  const { metadata } = article
  return {
    title: xmlText(article.headline),
    link: origin + article.path,
    // The id, not the address: an article that moves stays the same article to whoever has read it.
    guid: { value: `urn:uuid:${article.id}`, isPermaLink: false },
    description: xmlText(article.trailText),
    pubDate: article.publishedAt,
    categories: [article.section.name, ...metadata.topics.map(({ name }) => name)].map((name) => ({
      name: xmlText(name),
    })),
    dc: { creators: article.bylines.map(({ name }) => xmlText(name)) },
    atom: { updated: article.updatedAt ?? article.publishedAt },
    content: { encoded: xmlText(printHtml(article.document, { resolved, origin, dateline: metadata.dateline })) },
    ...(metadata.source?.url ? { source: { title: xmlText(metadata.source.name), url: metadata.source.url } } : {}),
  }
}

/** XML 1.0 has no place for most control characters nor for half a surrogate pair, however they are written. */
function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''))
}
