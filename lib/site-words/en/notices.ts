import type { Pieces } from '../pieces'

type Link<Part> = (words: string) => Part

/** Pages in the place of what is not there. */
export const notices = {
  notFound: {
    title: 'Page not found',
    heading: 'There is no page at this address',
    text: 'The link may be wrong, or cut short. Searching may find what you came for.',
  },
  gone: {
    title: 'Article withdrawn',
    sign: 'Withdrawn',
    heading: 'The article that was here has been withdrawn',
    when: <Part>(paper: string, time: Part): Pieces<Part> => [`${paper} took it down on `, time, '.'],
    reason: 'The reason',
  },
  seriesGone: {
    title: 'Series ended',
    sign: 'Ended',
    heading: 'The series that was here has ended',
    when: <Part>(paper: string, date: Part): Pieces<Part> => [
      `${paper} closed it on `,
      date,
      '. Its articles are still at their own addresses.',
    ],
  },
  goOn: <Part>(front: Link<Part>, search: Link<Part>): Pieces<Part> => [
    front('Go to the front page'),
    ' or ',
    search('search'),
    '.',
  ],
  moved: {
    title: 'This page has another address',
    go: <Part>(there: Link<Part>): Pieces<Part> => [there('Go there'), '.'],
  },
  broken: {
    title: 'This page cannot be shown right now',
    text: 'Something went wrong on our side. It has been noted. Please try again in a minute.',
    front: 'Go to the front page',
  },
  /** For programs. */
  plain: {
    nothing: 'There is nothing here.',
    readOnly: 'This can only be read.',
    noFeed: 'There is no such feed.',
    seriesDeleted: 'This series was deleted, and its feed with it.',
    feedMoved: 'This feed has another address.',
    noSitemap: 'There is no such sitemap.',
    noCard: 'There is no such card.',
  },
}
