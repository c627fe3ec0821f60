import type { Numbers } from '../numbers'

/** Lists of articles: sections, topics, authors, and their feeds. */
export const lists = ({ plain }: Numbers) => ({
  pages: 'Pages',
  first: 'First page',
  newer: 'Newer',
  older: 'Older',
  page: (number: number) => `Page ${plain(number)}`,
  titleOfPage: (name: string, number: number) => `${name}, page ${plain(number)}`,
  searchOlder: 'What is older, the search finds.',
  nothing: 'Nothing has been published here yet.',
  newest: 'The newest',
  topic: 'Topic',
  author: 'Author',
  aboutSection: (section: string) => `News and reports: ${section}.`,
  sectionsWithin: (section: string) => `Sections within ${section}`,
  aboutTopic: (topic: string) => `Articles about ${topic}.`,
  topicsWithin: 'Topics within this one',
  byAuthor: (author: string) => `Articles by ${author}.`,
  contacts: (author: string) => `How to reach ${author}`,
  /** In a feed, in the place of a headline. */
  withdrawn: 'Withdrawn',
})
