/** The headlines of an article, and the one above its text. */
export type HeadlineField = 'headline' | 'shortHeadline' | 'searchHeadline' | 'socialHeadline' | 'mailHeadline'

type Room = { name: string; place: string; most: number }

/**
 * About how many characters of a headline are seen where it is read, if a letter is half as wide as it is high. The editor measures
 * each in its own letters, on surfaces.ts beside its boxes; a server has none to measure with, and a test keeps the two together.
 */
export const HEADLINE_ROOM: Record<HeadlineField, Room> = {
  headline: { name: 'headline', place: 'fit above the text on a phone', most: 101 },
  shortHeadline: { name: 'short headline', place: 'fit on a card', most: 56 },
  searchHeadline: { name: 'headline for search engines', place: 'are seen in search results', most: 60 },
  socialHeadline: { name: 'headline for social networks', place: 'are seen on social cards', most: 119 },
  mailHeadline: { name: 'headline for mail', place: 'are seen in a phone’s mail', most: 40 },
}
