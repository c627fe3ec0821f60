import { generateRssFeed } from 'feedsmith'
import type { PublicArticle } from '@/lib/articles/readers'
import { wordsFor } from '@/lib/site-words/words-for'
import { type FeedInput, feedChangedAt, feedDescription, feedHtml, feedId, feedTitle, newestFirst } from './feed-input'
import type { Tombstone } from './tombstones'
import { xmlText } from './xml-text'

/** The newest articles with their full text or a summary of it, as RSS 2.0. */
export function printRss(input: FeedInput): string {
  const { settings, subject, articles, tombstones, origin } = input
  const { withdrawn } = wordsFor(settings.language).lists
  const changedAt = feedChangedAt(input)
  return generateRssFeed({
    title: xmlText(feedTitle(input)),
    link: origin + (subject?.path ?? '/'),
    description: xmlText(feedDescription(input)),
    language: settings.language,
    ...(changedAt === null ? {} : { lastBuildDate: changedAt }),
    atom: {
      links: [
        { href: `${origin}${subject?.path ?? ''}/feed.xml`, rel: 'self', type: 'application/rss+xml' },
        ...(settings.hub === '' ? [] : [{ href: settings.hub, rel: 'hub' }]),
      ],
    },
    items: newestFirst([
      ...articles.map((article) => ({ at: article.publishedAt, item: itemOf(article, input) })),
      ...tombstones.map((tombstone) => ({ at: tombstone.at, item: withdrawnItem(tombstone, withdrawn) })),
    ]),
  })
}

function itemOf(article: PublicArticle, input: FeedInput) {
  const { metadata } = article
  const { origin } = input
  const html = feedHtml(article, input)
  return {
    title: xmlText(article.headline),
    link: origin + article.path,
    guid: { value: feedId(article.id), isPermaLink: false },
    description: xmlText(article.trailText),
    pubDate: article.publishedAt,
    categories: [article.section.name, ...metadata.topics.map(({ name }) => name)].map((name) => ({
      name: xmlText(name),
    })),
    dc: { creators: article.bylines.map(({ name }) => xmlText(name)) },
    atom: { updated: article.updatedAt ?? article.publishedAt },
    ...(html === null ? {} : { content: { encoded: xmlText(html) } }),
    ...(metadata.source?.url ? { source: { title: xmlText(metadata.source.name), url: metadata.source.url } } : {}),
  }
}

/** RSS has no word for what is gone: an item with the id of the article takes its place in readers that know it. No link: a slug is a headline. */
function withdrawnItem({ id, at, notice }: Tombstone, withdrawn: string) {
  return {
    title: withdrawn,
    guid: { value: feedId(id), isPermaLink: false },
    description: xmlText(notice),
    pubDate: at,
    atom: { updated: at },
  }
}
