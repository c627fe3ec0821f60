/** The schemes that a link of ours may have. Everything else (javascript:, data:, file:, vbscript: ...) is refused. */
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address as it may be printed, or null when it may not be.
 * Browsers ignore tabs, line ends and leading controls inside a scheme, so the text is judged as a browser would read it.
 */
export function safeUrl(text: string): string | null {
  if (text.length > 2048) return null
  const known = judged.get(text)
  if (known !== undefined) return known
  const address = judge(text)
  if (judged.size >= JUDGED_MOST) judged.clear()
  judged.set(text, address)
  return address
}

/** A document names the same ones each time it is read, and reading an address costs more than reading the words around it. */
const judged = new Map<string, string | null>()
const JUDGED_MOST = 500

function judge(text: string): string | null {
  // Controls and white space: everything up to and including U+0020, and U+007F.
  const seen = [...text].filter((character) => character > ' ' && character !== '\u007f').join('')
  try {
    const url = new URL(seen)
    if (!SAFE_SCHEMES.has(url.protocol)) return null
    if ((url.protocol === 'http:' || url.protocol === 'https:') && url.username + url.password !== '') return null
    return url.href
  } catch {
    return null
  }
}

/** As safeUrl, for addresses that must be a page: http and https only. */
export function safePageUrl(text: string): string | null {
  const href = safeUrl(text)
  return href !== null && /^https?:/.test(href) ? href : null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for an id as lib/ids.ts makes them. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
