/** A film is as wide as the text; what is only heard needs its buttons. */
type Shape = 'film' | 'sound'

/** Where a player comes from, and how its address is made of a page's. Nothing that a provider sends has a part in it. */
const players: readonly { host: string; shape: Shape; page: RegExp; address: (id: string) => string }[] = [
  {
    host: 'https://www.youtube-nocookie.com',
    shape: 'film',
    page: /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?![\w-])/,
    address: (id) => `/embed/${id}`,
  },
  {
    host: 'https://player.vimeo.com',
    shape: 'film',
    page: /^https:\/\/(?:vimeo\.com\/|player\.vimeo\.com\/video\/)(\d{1,12})(?!\d)/,
    address: (id) => `/video/${id}?dnt=1`,
  },
  {
    host: 'https://open.spotify.com',
    shape: 'sound',
    page: /^https:\/\/open\.spotify\.com\/((?:track|album|episode|show|playlist)\/[A-Za-z0-9]{22})(?![A-Za-z0-9])/,
    address: (id) => `/embed/${id}`,
  },
  {
    host: 'https://w.soundcloud.com',
    shape: 'sound',
    page: /^https:\/\/(soundcloud\.com\/[\w-]+\/[\w-]+)/,
    address: (id) => `/player/?url=${encodeURIComponent(`https://${id}`)}`,
  },
]

/** What readers' pages may frame, for their Content-Security-Policy. */
export const frameHosts: readonly string[] = players.map(({ host }) => host)

/** The player for a page; null where we know none. */
export function originalFrame(url: string): { address: string; shape: Shape } | null {
  for (const { host, shape, page, address } of players) {
    const id = page.exec(url)?.[1]
    if (id !== undefined) return { address: `${host}${address(id)}`, shape }
  }
  return null
}
