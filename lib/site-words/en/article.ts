import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

/** What stands around the text of an article. */
export const article = ({ plain, plural }: Numbers) => ({
  /** Before names that have no other word before them. */
  by: 'By',
  betweenNames: ', ',
  beforeLastName: ' and ',
  /** Between those who did one thing and those who did another. */
  betweenRoles: '; ',
  notPublished: 'Not published',
  published: <Part>(time: Part): Pieces<Part> => ['Published ', time],
  updated: <Part>(time: Part): Pieces<Part> => ['Updated ', time],
  live: 'Live',
  /** What a screen reader hears when a page took in an entry by itself. */
  newEntry: 'New: ',
  topics: 'Topics',
  moreIn: (section: string) => `More in ${section}`,
  age: {
    old: (years: number) =>
      `This story is more than ${plural(years, { one: 'a year', other: `${plain(years)} years` })} old.`,
    published: <Part>(date: Part): Pieces<Part> => ['It was published on ', date, '.'],
    updated: <Part>(date: Part): Pieces<Part> => ['It was last updated on ', date, '.'],
  },
  source: {
    from: <Part>(publisher: Part): Pieces<Part> => ['Source: ', publisher],
    original: (publisher: string) => `Originally published by ${publisher}.`,
    rewritten: (publisher: string) => `Written from a report originally published by ${publisher}.`,
    licence: (licence: string) => `Licence: ${licence}.`,
    added: (words: string) => `What we added: ${words}`,
  },
  thread: {
    name: 'Thread',
    latest: <Part>(story: Part): Pieces<Part> => ['Latest: ', story],
    follows: <Part>(story: Part): Pieces<Part> => ['This follows: ', story],
    soFar: 'The story so far',
  },
  series: {
    name: 'Series',
    all: (series: string) => `All parts of the series ${series}.`,
    part: (number: number) => `Part ${plain(number)}`,
    place: <Part>(number: number, total: number, series: Part): Pieces<Part> => [
      `Part ${plain(number)} of ${plain(total)} · `,
      series,
    ],
    previous: <Part>(part: Part): Pieces<Part> => ['Previous: ', part],
    next: <Part>(part: Part): Pieces<Part> => ['Next: ', part],
  },
})
