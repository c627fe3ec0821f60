import { database } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'
import type { Document } from '@/lib/document/document'
import { type LinkedArticle, type LinkedNewsletter, type Resolved, referencesOf } from '@/lib/document/resolved'
import { readSeenPosts } from '@/lib/embeds/find-seen-post'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import type { PublicPicture, Teaser } from './public-article'
import { readTeasersOf } from './read-teasers'

/**
 * Fetches what documents point at. Only what is public is in the answer; the tags name the rest too, so that a page is
 * drawn again the moment a target is published.
 */
export async function resolveReferences(...documents: Document[]): Promise<Resolved> {
  const references = documents.map(referencesOf)
  const articleIds = [...new Set(references.flatMap((of) => of.articleIds))]
  const newsletterIds = [...new Set(references.flatMap((of) => of.newsletterIds))]
  const mediaIds = [...new Set(references.flatMap((of) => of.mediaIds))]
  const postUrls = [...new Set(references.flatMap((of) => of.postUrls))]
  recordTags(...articleIds.map((id) => tag.article(id)))
  recordTags(...postUrls.map((url) => tag.post(url)))
  if (newsletterIds.length > 0) recordTags(tag.newsletters)
  const [publications, newsletters, pictures, posts] = await Promise.all([
    readTeasersOf(articleIds),
    newsletterIds.length === 0
      ? []
      : sqlOn(database())<LinkedNewsletter>`
          SELECT id, slug, name, description, frequency FROM "Newsletter" WHERE id = ANY(${newsletterIds}::uuid[])`,
    mediaIds.length === 0
      ? []
      : sqlOn(database())<Omit<PublicPicture, 'alt'>>`
          SELECT id, width, height, widths FROM "MediaAsset" WHERE id = ANY(${mediaIds}::uuid[])`,
    readSeenPosts(postUrls),
  ])
  return {
    articles: new Map(publications.map((teaser) => [teaser.id, linkedArticle(teaser)])),
    newsletters: new Map(newsletters.map((newsletter) => [newsletter.id, newsletter])),
    pictures: new Map(pictures.map((picture) => [picture.id, picture])),
    posts,
  }
}

/** What a document says of an article that it points at. */
export function linkedArticle(teaser: Teaser): LinkedArticle {
  const { id, path, cardHeadline, kicker, trailText, section, publishedAt, updatedAt, corrected, isLive, picture } =
    teaser
  return {
    id,
    path,
    headline: cardHeadline,
    kicker,
    trailText,
    sectionName: section.name,
    publishedAt: publishedAt.toISOString(),
    updatedAt: updatedAt?.toISOString() ?? null,
    isLive,
    corrected: corrected === null ? null : { as: corrected.as, at: corrected.at.toISOString() },
    picture,
  }
}
