import { tag } from '../reader-cache/tags'
import type { EditionMetadata } from './edition-metadata'
import type { LoadedArticle } from './load-article'

/**
 * What readers' pages may show of an article, before and after a change: exactly those are made anew. Pages that only
 * point at it (cards, linked words) carry its own tag.
 * @param others.thread the articles of its thread, before and after: each page of them tells of the others
 * @param others.series the tags of its series: each part says which one it is of how many
 * @param others.feeds the tags of feeds that get or lose a tombstone of it
 * @param others.menus the tags of every page, where a menu got or lost an entry by it
 * @param others.claims the tags of the claims that it tells, or told
 * @param others.corrections the tag of the list of notes to readers, where it gets or loses one of them
 */
export function publicationTags(
  article: LoadedArticle,
  after: EditionMetadata | null,
  others: {
    thread: string[]
    series: string[]
    feeds: string[]
    claims: string[]
    menus: string[]
    corrections: string[]
  },
): string[] {
  const before = article.publication
  return [
    ...new Set([
      tag.article(article.id),
      ...others.thread.map(tag.article),
      ...others.series,
      ...others.feeds,
      ...others.claims,
      ...others.menus,
      ...others.corrections,
      tag.home,
      tag.everything,
      ...(before === null
        ? []
        : [
            tag.section(before.sectionId),
            ...before.topics.map(({ topicId }) => tag.topic(topicId)),
            ...before.bylines.map(({ bylineId }) => tag.byline(bylineId)),
          ]),
      ...(after === null
        ? []
        : [
            tag.section(after.section.id),
            ...after.topics.map(({ id }) => tag.topic(id)),
            ...after.bylines.map(({ id }) => tag.byline(id)),
          ]),
    ]),
  ]
}
