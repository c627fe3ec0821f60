/** Where a link to an article can be taken by a link: no script of anybody's, and nothing is asked before a reader follows one. */
export type ShareLink = { name: string; href: string }

/** @param address the whole address of the article */
export function shareLinks(address: string): ShareLink[] {
  const url = encodeURIComponent(address)
  return [
    { name: 'Mail', href: `mailto:?body=${url}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${url}` },
    { name: 'Facebook', href: `https://facebook.com/sharer.php?u=${url}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${url}` },
  ]
}
