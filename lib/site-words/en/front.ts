import type { Pieces } from '../pieces'

/** Fronts, and what their containers are called where they have no title. */
export const front = {
  top: 'Top article',
  moreTop: 'More top articles',
  more: 'More articles',
  latest: 'Latest',
  opinion: 'Opinion',
  live: 'As it happens',
  mostRead: 'Most read',
  updated: <Part>(time: Part): Pieces<Part> => ['Updated ', time],
  nothing: 'The first article is being written.',
}
