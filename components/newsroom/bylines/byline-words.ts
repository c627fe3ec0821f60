import type { BylineValues } from '@/lib/bylines/byline'

/** What the fields of a byline are called. */
export const BYLINE_WORDS: Record<keyof BylineValues, string> = {
  name: 'Name',
  jobTitle: 'What they do',
  picture: 'Photograph',
  biography: 'Biography',
  email: 'E-mail for readers',
  profiles: 'Elsewhere on the web',
}

/** A field as people read it; empty where nothing is said. */
export function bylineInWords(field: keyof BylineValues, values: BylineValues): string {
  if (field === 'picture') return values.picture === null ? '' : values.picture.alt || 'A photograph'
  if (field === 'profiles') return values.profiles.join(', ')
  return values[field]
}
