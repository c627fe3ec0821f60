/** What a feed is called below the page that it is of. */
export const FEED_FILES = ['feed.xml', 'atom.xml', 'feed.json'] as const
