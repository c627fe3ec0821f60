/** Where a player comes from, and how its address is made of a page's. Nothing that a provider sends has a part in it. */
const players: readonly { host: string; page: RegExp; address: (id: string) => string }[] = [
  {
    host: 'https://www.youtube-nocookie.com',
    page: /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?![\w-])/,
    address: (id) => `/embed/${id}`,
  },
  {
    host: 'https://player.vimeo.com',
    page: /^https:\/\/(?:vimeo\.com\/|player\.vimeo\.com\/video\/)(\d{1,12})(?!\d)/,
    address: (id) => `/video/${id}?dnt=1`,
  },
  {
    host: 'https://open.spotify.com',
    page: /^https:\/\/open\.spotify\.com\/((?:track|album|episode|show|playlist)\/[A-Za-z0-9]{22})(?![A-Za-z0-9])/,
    address: (id) => `/embed/${id}`,
  },
  {
    host: 'https://w.soundcloud.com',
    page: /^https:\/\/(soundcloud\.com\/[\w-]+\/[\w-]+)/,
    address: (id) => `/player/?url=${encodeURIComponent(`https://${id}`)}`,
  },
]

/** What readers' pages may frame, for their Content-Security-Policy. */
export const frameHosts: readonly string[] = players.map(({ host }) => host)

/** The address of the player for a page; null where we know none. */
export function originalFrame(url: string): string | null {
  for (const { host, page, address } of players) {
    const id = page.exec(url)?.[1]
    if (id !== undefined) return `${host}${address(id)}`
  }
  return null
}
