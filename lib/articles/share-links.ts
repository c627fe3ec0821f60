/** Where a link to an article can be taken by a link: no script of anybody's, and nothing is asked before a reader follows one. */
export type ShareLink = { name: string; href: string }

/**
 * @param address the whole address of the article
 * @param mail what mail is called; the others are names
 */
export function shareLinks(address: string, mail: string): ShareLink[] {
  const url = encodeURIComponent(address)
  return [
    { name: mail, href: `mailto:?body=${url}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${url}` },
    { name: 'Facebook', href: `https://facebook.com/sharer.php?u=${url}` },
    { name: 'Bluesky', href: `https://bsky.app/intent/compose?text=${url}` },
  ]
}
