import type { FieldName } from '../articles/fields'

/** Fields around the text that a template may fill in. What belongs to one article alone (slug, picture, names) is none of them. */
export const TEMPLATE_FIELDS = [
  'sectionId',
  'kicker',
  'topics',
  'dateline',
  'commissionedWords',
  'trailText',
  'sourceName',
] as const satisfies FieldName[]
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** Fields that articles of a template may have to have. Section, slug and byline every article must have: nobody has to ask. */
export const REQUIRED_FIELDS = [
  'kicker',
  'topics',
  'dateline',
  'commissionedWords',
  'shortHeadline',
  'searchHeadline',
  'socialHeadline',
  'mailHeadline',
  'trailText',
  'mainImage',
  'sourceName',
  'sourceUrl',
] as const satisfies FieldName[]
export type RequiredField = (typeof REQUIRED_FIELDS)[number]

/** What a field is called where people read it. */
export const FIELD_WORDS: Record<RequiredField | TemplateField, string> = {
  sectionId: 'Section',
  kicker: 'Kicker',
  topics: 'Topics',
  dateline: 'Dateline',
  commissionedWords: 'Commissioned length',
  shortHeadline: 'Short headline',
  searchHeadline: 'Search headline',
  socialHeadline: 'Social headline',
  mailHeadline: 'Mail headline',
  trailText: 'Trail text',
  mainImage: 'Main image',
  sourceName: 'Source name',
  sourceUrl: 'Source address',
}
