import { z } from 'zod'
import { EditionSource, sourceOf } from './edition-source'
import { LiveCoverage } from './live-coverage'
import type { LoadedArticle } from './load-article'
import { pathOf } from './paths'

/** The fields of an edition, frozen with it: what readers see around the text, whatever happens to the article later. */
export const EditionMetadata = z.object({
  headline: z.string(),
  standfirst: z.string(),
  slug: z.string(),
  kicker: z.string(),
  trailText: z.string(),
  // Editions that were cut before these fields existed have none of them; empty means the document's own headline.
  dateline: z.string().default(''),
  shortHeadline: z.string().default(''),
  searchHeadline: z.string().default(''),
  socialHeadline: z.string().default(''),
  mailHeadline: z.string().default(''),
  followsId: z.string().nullable().default(null),
  section: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  topics: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string() })),
  bylines: z.array(z.object({ id: z.string(), slug: z.string(), name: z.string(), role: z.string() })),
  source: EditionSource.nullable(),
  isNotRepublished: z.boolean().default(false),
  isLive: z.boolean().default(false),
  /** Written by the publication, of an article that is live or was. */
  live: LiveCoverage.optional(),
  mainImage: z
    .object({
      id: z.string(),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
      width: z.number(),
      height: z.number(),
      widths: z.array(z.number()),
    })
    .nullable(),
})
export type EditionMetadata = z.infer<typeof EditionMetadata>

/**
 * What an edition of this article would freeze now. `publishIssues` has made sure of section and slug.
 * @param titles from the document of the edition, which may be older than the draft
 */
export function metadataOf(article: LoadedArticle, titles: { headline: string; standfirst: string }): EditionMetadata {
  const { section, slug } = article
  if (section === null || slug === null) throw new Error(`Article ${article.id} has no address`)
  return {
    ...titles,
    slug,
    ...frozenFields(article),
    section: { id: section.id, slug: section.slug, name: section.name },
    topics: article.topics.map(({ topic }) => ({ id: topic.id, slug: topic.slug, name: topic.name })),
  }
}

/** The fields that need no address: what an approval and a signature are about. */
export const FrozenFields = EditionMetadata.omit({
  headline: true,
  standfirst: true,
  slug: true,
  section: true,
  topics: true,
  live: true,
})
export type FrozenFields = z.infer<typeof FrozenFields>

/** As {@link metadataOf}, of an article that may have no address yet. */
export function frozenFields(article: LoadedArticle): FrozenFields {
  const { mainImage } = article
  return {
    kicker: article.kicker,
    trailText: article.trailText,
    dateline: article.dateline,
    shortHeadline: article.shortHeadline,
    searchHeadline: article.searchHeadline,
    socialHeadline: article.socialHeadline,
    mailHeadline: article.mailHeadline,
    followsId: article.followsId,
    bylines: article.bylines.map(({ byline, role }) => ({ id: byline.id, slug: byline.slug, name: byline.name, role })),
    source: sourceOf(article),
    isNotRepublished: article.isNotRepublished,
    isLive: article.isLive,
    mainImage:
      mainImage === null
        ? null
        : {
            id: mainImage.id,
            alt: article.mainImageAlt,
            caption: article.mainImageCaption,
            credit: article.mainImageCredit,
            width: mainImage.width,
            height: mainImage.height,
            widths: mainImage.widths,
          },
  }
}

/** Where readers find the edition that this metadata belongs to. */
export function editionPath(metadata: EditionMetadata): string {
  return pathOf(metadata.section.slug, metadata.slug)
}
