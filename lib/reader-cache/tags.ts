/**
 * The names under which pages are kept: a page carries the tag of everything that it read, and a change purges the tags of
 * everything that it changed.
 */
export const tag = {
  article: (id: string) => `article:${id}`,
  section: (id: string) => `section:${id}`,
  topic: (id: string) => `topic:${id}`,
  byline: (id: string) => `byline:${id}`,
  /** The address of a byline, as pages of articles print it. */
  signature: (id: string) => `signature:${id}`,
  /** The name and the address of a topic or a section, as pages of articles print them. */
  shelf: (id: string) => `shelf:${id}`,
  /** A series: its own page and the page of each of its parts. */
  series: (id: string) => `series:${id}`,
  /** A claim: its own page, and the box below each article that tells of it. */
  claim: (id: string) => `claim:${id}`,
  /** What became of the original of a post, by its address. */
  post: (url: string) => `post:${url}`,
  home: 'home',
  /** How a front is laid out: `home`, or the id of a section. */
  front: (key: string) => `front:${key}`,
  /** Feeds, sitemaps, search and every page that was not found: anything published may change them. */
  everything: 'everything',
  /** The banner. No page carries this: it is put in as a page is sent. */
  breaking: 'breaking',
  /** The list of notes to readers, and its feeds. */
  corrections: 'corrections',
  newsletters: 'newsletters',
  settings: 'settings',
} as const
