import { generateJsonFeed } from 'feedsmith'
import { wordsFor } from '@/lib/site-words/words-for'
import { type Feed, type FeedEntry, feedDescription, feedId, feedTitle, newestFirst } from './feed-input'
import type { Tombstone } from './tombstones'

/** A feed as JSON Feed 1.1. */
export function printJsonFeed(input: Feed): string {
  const { subject, settings, entries, tombstones, origin } = input
  const { withdrawn } = wordsFor(settings.language).lists
  const items = newestFirst<ReturnType<typeof itemOf> | ReturnType<typeof withdrawnItem>>([
    ...entries.map((entry) => ({ at: entry.publishedAt, item: itemOf(entry) })),
    ...tombstones.map((tombstone) => ({ at: tombstone.at, item: withdrawnItem(tombstone, withdrawn) })),
  ])
  const feed = generateJsonFeed({
    title: feedTitle(input),
    home_page_url: origin + (subject?.path ?? '/'),
    feed_url: `${origin}${subject?.path ?? ''}/feed.json`,
    description: feedDescription(input),
    ...(settings.hub === '' ? {} : { hubs: [{ type: 'WebSub', url: settings.hub }] }),
    language: settings.language,
    items,
  }) as object
  // The format wants the list, also where nothing stands in it.
  return JSON.stringify({ items: [], ...feed })
}

function itemOf({ id, url, title, summary, html, publishedAt, updatedAt, categories, authors, source }: FeedEntry) {
  return {
    id: feedId(id),
    url,
    ...(source === null ? {} : { external_url: source.url }),
    title,
    // The format wants one of the two contents: a summary alone is the text.
    ...(html === null ? { content_text: summary || title } : { content_html: html }),
    summary,
    date_published: publishedAt,
    date_modified: updatedAt,
    tags: [...categories],
    authors: [...authors],
  }
}

/** The id of the article, and an extension of the format by which a machine tells a withdrawal from a story of this title. */
function withdrawnItem({ id, at, notice }: Tombstone, withdrawn: string) {
  return {
    id: feedId(id),
    title: withdrawn,
    content_text: notice,
    date_published: at,
    date_modified: at,
    _withdrawn: { at: at.toISOString(), reason: notice },
  }
}
