import type { Pieces } from '../pieces'

/** The search page. The words before the colon are the same in every language. */
export const search = {
  title: 'Search',
  about: (paper: string) =>
    `Search everything that ${paper} has published: words, authors, sections, topics and dates.`,
  titleOf: (typed: string) => `Search: ${typed}`,
  allArticles: 'All articles',
  words: 'Words to search for',
  button: 'Search',
  narrowing: 'Section, time, order',
  section: 'Section',
  allSections: 'All sections',
  after: 'Published from',
  before: 'Published before',
  order: 'Order',
  bestMatch: 'Best match',
  newestFirst: 'Newest first',
  help: {
    title: 'What it understands',
    examples: [
      ['"river ferry"', 'these words together'],
      ['ferry -night', 'not with this word'],
      ['author:verhoeve', 'by this person'],
      ['section:politics', 'in this section'],
      ['topic:"ports and shipping"', 'on this topic'],
      ['after:2026-03 before:2026-06', 'first published from March to the end of May'],
    ] as [typed: string, meaning: string][],
  },
  notes: {
    empty: (operator: string) => `Nothing stands behind “${operator}:”.`,
    noDate: (typed: string) => `“${typed}” is no date. Write it as 2026, 2026-11 or 2026-11-28.`,
  },
  didYouMean: <Part>(spelling: Part): Pieces<Part> => ['Did you mean ', spelling, '?'],
  foundInstead: <Part>(spelling: Part): Pieces<Part> => [
    'Nothing has just these words. This is what was found for ',
    spelling,
    '.',
  ],
  nothing: 'Nothing was found. Fewer words find more.',
  nothingFor: <Part>(typed: Part): Pieces<Part> => ['Nothing was found for ', typed, '. Fewer words find more.'],
  cut: <Part>(newestFirst: (words: string) => Part): Pieces<Part> => [
    'Older articles were not compared. ',
    newestFirst('Newest first'),
    ' shows all.',
  ],
}
