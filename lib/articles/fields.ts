import { z } from 'zod'
import { isId, safePageUrl } from '../document/addresses'
import type { LoadedArticle } from './load-article'
import { sourceFieldsOf, sourceSchemas } from './source-fields'

const line = (most: number) =>
  z
    .string()
    .max(most, `At most ${most} characters fit here.`)
    .regex(/^[^\n\r\u2028\u2029]*$/, 'One line, please.')

const id = z.string().refine(isId, 'This is not an id.')

/** The fields around the text: what each may hold. They are saved one by one, each with its own version. */
export const fieldSchemas = {
  slug: z
    .string()
    .max(120, 'At most 120 characters fit here.')
    .regex(
      /^([a-z0-9]+(-[a-z0-9]+)*)?$/,
      'Small letters, digits and single hyphens make an address: river-ferry-returns.',
    ),
  sectionId: id.nullable(),
  kicker: line(60),
  trailText: z.string().max(500, 'At most 500 characters fit here.'),
  dateline: line(120),
  // The headline of each surface; empty means the document's own.
  shortHeadline: line(80),
  searchHeadline: line(120),
  socialHeadline: line(160),
  mailHeadline: line(120),
  commissionedWords: z
    .number('This is a number of words.')
    .int('A whole number of words, please.')
    .min(1, 'At least 1 word.')
    .max(100_000, 'At most 100,000 words.')
    .nullable(),
  /** The earlier article that this one follows. */
  followsId: id.nullable(),
  sourceName: line(120),
  sourceUrl: line(2048)
    .refine(
      (url) => url.trim() === '' || safePageUrl(url.trim()) !== null,
      'This is not a web address. It begins with https:// or http://.',
    )
    .transform((url) => (url.trim() === '' ? '' : (safePageUrl(url.trim()) ?? ''))),
  isSourceCanonical: z.boolean(),
  /** Kept out of what others may reprint. */
  isNotRepublished: z.boolean(),
  /** It covers what goes on. */
  isLive: z.boolean(),
  ...sourceSchemas,
  mainImage: z
    .object({ mediaId: id, alt: line(1000), caption: line(1000), credit: line(200) })
    .strict()
    .nullable(),
  topics: z.array(id).max(20, 'At most 20 topics.').refine(isSet, 'Each topic once.'),
  bylines: z
    .array(z.object({ bylineId: id, role: line(60) }).strict())
    .max(20, 'At most 20 bylines.')
    .refine((bylines) => isSet(bylines.map(({ bylineId }) => bylineId)), 'Each name once.'),
} as const

export type FieldName = keyof typeof fieldSchemas
export type FieldValues = { [Name in FieldName]: z.output<(typeof fieldSchemas)[Name]> }
export type FieldVersions = Partial<Record<FieldName, { version: number; by: string }>>

export const FIELD_NAMES = Object.keys(fieldSchemas) as [FieldName, ...FieldName[]]

/** What stands in the fields now. */
export function fieldsOf(article: LoadedArticle): FieldValues {
  return {
    slug: article.slug ?? '',
    sectionId: article.sectionId,
    kicker: article.kicker,
    trailText: article.trailText,
    dateline: article.dateline,
    shortHeadline: article.shortHeadline,
    searchHeadline: article.searchHeadline,
    socialHeadline: article.socialHeadline,
    mailHeadline: article.mailHeadline,
    commissionedWords: article.commissionedWords,
    followsId: article.followsId,
    sourceName: article.sourceName,
    sourceUrl: article.sourceUrl,
    isSourceCanonical: article.isSourceCanonical,
    isNotRepublished: article.isNotRepublished,
    isLive: article.isLive,
    ...sourceFieldsOf(article),
    mainImage:
      article.mainImageId === null
        ? null
        : {
            mediaId: article.mainImageId,
            alt: article.mainImageAlt,
            caption: article.mainImageCaption,
            credit: article.mainImageCredit,
          },
    topics: article.topics.map(({ topic }) => topic.id),
    bylines: article.bylines.map(({ byline, role }) => ({ bylineId: byline.id, role })),
  }
}

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
