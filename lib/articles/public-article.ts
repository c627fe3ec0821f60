import type { CorrectedAs } from '@/lib/corrections/correction-kinds'
import type { Prisma } from '@/lib/db/database'
import { EditionMetadata } from './edition-metadata'
import { pathOf } from './paths'

/** A picture that a live edition shows. */
export type PublicPicture = { id: string; alt: string; width: number; height: number; widths: number[] }

/** A public article as lists show it. */
export type Teaser = {
  id: string
  /** "/section/slug", as it is now. */
  path: string
  /** As it stands above the article. */
  headline: string
  /** As cards and lists have room for it: the short headline, or the headline where nobody wrote one. */
  cardHeadline: string
  kicker: string
  /** The trail text, or the standfirst where nobody wrote one. */
  trailText: string
  section: { id: string; slug: string; name: string }
  bylines: EditionMetadata['bylines']
  picture: PublicPicture | null
  publishedAt: Date
  /** When readers last got something else to read; null while that was never. */
  updatedAt: Date | null
  /** That it was corrected, or is retracted, and since when; null where it stands as it was. */
  corrected: { as: CorrectedAs; at: Date } | null
  /** What it covers goes on. */
  isLive: boolean
}

/** What lists read of a publication. The document stays in the database. */
export const teaserColumns = {
  articleId: true,
  slug: true,
  firstPublishedAt: true,
  updatedAt: true,
  correctedAs: true,
  correctedAt: true,
  section: { select: { id: true, slug: true, name: true } },
  edition: { select: { number: true, metadata: true } },
} as const satisfies Prisma.PublicationSelect

export type TeaserRow = Prisma.PublicationGetPayload<{ select: typeof teaserColumns }>

/** Newest first; the id settles two articles of one instant. */
export const newestFirst = [
  { firstPublishedAt: 'desc' },
  { articleId: 'desc' },
] as const satisfies Prisma.PublicationOrderByWithRelationInput[]

/** The list entry of a live edition. */
export function teaserOf(row: TeaserRow): Teaser {
  return teaserWith(row, EditionMetadata.parse(row.edition.metadata))
}

/** The same for who has read the edition's metadata. */
export function teaserWith(row: TeaserRow, metadata: EditionMetadata): Teaser {
  return {
    id: row.articleId,
    path: pathOf(row.section.slug, row.slug),
    headline: metadata.headline,
    cardHeadline: metadata.shortHeadline || metadata.headline,
    kicker: metadata.kicker,
    trailText: metadata.trailText || metadata.standfirst,
    section: row.section,
    bylines: metadata.bylines,
    picture: metadata.mainImage,
    publishedAt: row.firstPublishedAt,
    corrected:
      row.correctedAs === null || row.correctedAt === null
        ? null
        : { as: row.correctedAs === 'RETRACTION' ? 'RETRACTION' : 'CORRECTION', at: row.correctedAt },
    isLive: metadata.isLive,
    updatedAt: row.edition.number > 1 && row.updatedAt > row.firstPublishedAt ? row.updatedAt : null,
  }
}
