import { generateRssFeed } from 'feedsmith'
import { wordsFor } from '@/lib/site-words/words-for'
import { type Feed, type FeedEntry, feedChangedAt, feedDescription, feedId, feedTitle, newestFirst } from './feed-input'
import type { Tombstone } from './tombstones'
import { xmlText } from './xml-text'

/** A feed as RSS 2.0. */
export function printRss(input: Feed): string {
  const { settings, subject, entries, tombstones, origin } = input
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
      ...entries.map((entry) => ({ at: entry.publishedAt, item: itemOf(entry) })),
      ...tombstones.map((tombstone) => ({ at: tombstone.at, item: withdrawnItem(tombstone, withdrawn) })),
    ]),
  })
}

function itemOf({ id, url, title, summary, html, publishedAt, updatedAt, categories, authors, source }: FeedEntry) {
  return {
    title: xmlText(title),
    link: url,
    guid: { value: feedId(id), isPermaLink: false },
    description: xmlText(summary),
    pubDate: publishedAt,
    categories: categories.map((name) => ({ name: xmlText(name) })),
    dc: { creators: authors.map(({ name }) => xmlText(name)) },
    atom: { updated: updatedAt },
    ...(html === null ? {} : { content: { encoded: xmlText(html) } }),
    ...(source === null ? {} : { source: { title: xmlText(source.name), url: source.url } }),
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
