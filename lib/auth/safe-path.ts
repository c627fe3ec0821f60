/** Where people go after signing in when nothing better is asked for. */
export const AFTER_SIGN_IN = '/desk'

/** Pages that make no sense to come back to. */
const NOT_A_PLACE = /^\/(api|login|invite|reset|_next)(\/|$)/

/**
 * A place of ours to go to next, whatever somebody asked for: a path with its query, never another host.
 *
 * @param asked `next` or `callbackUrl` as it came
 * @param ownHost "localhost:3000": a whole address is taken apart when it names this host
 */
export function safePath(asked: unknown, ownHost?: string): string {
  if (typeof asked !== 'string' || asked.length > 2000) return AFTER_SIGN_IN
  const path = withoutOwnHost(asked, ownHost)
  const [place = ''] = path.split(/[?#]/)
  if (!isPlainPath(path) || !isPlainPath(decodedFully(place))) return AFTER_SIGN_IN
  const url = new URL(path, 'http://here.invalid')
  if (url.host !== 'here.invalid' || !isPlainPath(url.pathname) || NOT_A_PLACE.test(url.pathname)) return AFTER_SIGN_IN
  return url.pathname + url.search
}

function withoutOwnHost(asked: string, ownHost: string | undefined): string {
  if (ownHost === undefined) return asked
  for (const scheme of ['http://', 'https://']) {
    const origin = scheme + ownHost
    if (asked === origin) return AFTER_SIGN_IN
    if (asked.startsWith(`${origin}/`)) return asked.slice(origin.length)
  }
  return asked
}

/** One slash in front, and none of the characters that browsers read as a second one or leave out. */
function isPlainPath(text: string): boolean {
  return /^\/(?!\/)/.test(text) && !/[\\\p{Cc}\p{Cf}\p{Z}]/u.test(text)
}

/** Somebody behind us may decode once more than we would, or take a full-width slash for a slash. */
function decodedFully(text: string): string {
  let decoded = text
  for (let round = 0; round < 5; round++) {
    try {
      const next = decodeURIComponent(decoded)
      if (next === decoded) return decoded.normalize('NFKC')
      decoded = next
    } catch {
      return '//'
    }
  }
  return '//'
}
