/**
 * Where every page for readers has room for the banner: an element without words, which the server in front replaces in the bytes that it
 * sends. No words of an article can be taken for it, because `<` is escaped in them.
 */
export const BANNER_PLACE = '<div data-banner=""></div>'

/** What stands there now. Another object whenever it says something else. */
export type Banner = {
  /** The path that it leads to. */
  path: string
  html: string
  /** On the page that it leads to: without the link. */
  htmlThere: string
}

/** @returns null where the page has no room for one: a feed, a picture */
export function putBanner(page: Buffer, html: string): Buffer | null {
  const at = page.indexOf(BANNER_PLACE)
  if (at === -1) return null
  return Buffer.concat([page.subarray(0, at), Buffer.from(html), page.subarray(at + BANNER_PLACE.length)])
}
