import { generateJsonFeed } from 'feedsmith'
import { bylinePath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { wordsFor } from '@/lib/site-words/words-for'
import { type FeedInput, feedDescription, feedHtml, feedId, feedTitle, newestFirst } from './feed-input'
import type { Tombstone } from './tombstones'

/** The newest articles with their full text or a summary of it, as JSON Feed 1.1. */
export function printJsonFeed(input: FeedInput): string {
  const { subject, settings, articles, tombstones, origin } = input
  const { withdrawn } = wordsFor(settings.language).lists
  const items = newestFirst<ReturnType<typeof itemOf> | ReturnType<typeof withdrawnItem>>([
    ...articles.map((article) => ({ at: article.publishedAt, item: itemOf(article, input) })),
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

function itemOf(article: PublicArticle, input: FeedInput) {
  const { metadata } = article
  const { origin } = input
  const html = feedHtml(article, input)
  return {
    id: feedId(article.id),
    url: origin + article.path,
    ...(metadata.source?.url ? { external_url: metadata.source.url } : {}),
    title: article.headline,
    // The format wants one of the two contents: a summary alone is the text.
    ...(html === null ? { content_text: article.trailText || article.headline } : { content_html: html }),
    summary: article.trailText,
    date_published: article.publishedAt,
    date_modified: article.updatedAt ?? article.publishedAt,
    tags: [article.section.name, ...metadata.topics.map(({ name }) => name)],
    authors: article.bylines.map(({ name, slug }) => ({ name, url: origin + bylinePath(slug) })),
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
