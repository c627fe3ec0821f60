import type { Answer } from './guarded-fetch'

const MARKS: readonly [label: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
]

/** How many bytes are searched for what a page says of itself (HTML, "prescan a byte stream"). */
const PRESCANNED = 1024

/**
 * The text of a page, in the encoding that is named first: by a byte order mark, by the Content-Type, by a `<meta>` near the
 * beginning. What names none, or one that nobody knows, is read as UTF-8.
 */
export function textOfPage({ headers, body }: Pick<Answer, 'headers' | 'body'>): string {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte))?.[0]
  const label = marked ?? charsetIn(headers['content-type'] ?? '') ?? charsetOfMeta(body) ?? 'utf-8'
  return decoderOf(label).decode(body)
}

/** Both `text/html; charset=x` and `<meta charset="x">`. */
function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([^\s"';>]+)/i.exec(text)?.[1] ?? null
}

/** What could be read as ASCII was not written in UTF-16, whatever it says. */
function charsetOfMeta(body: Buffer): string | null {
  const start = body.subarray(0, PRESCANNED).toString('latin1')
  const meta = start.match(/<meta\b[^>]*>/gi)?.find((tag) => charsetIn(tag) !== null)
  const label = meta === undefined ? null : charsetIn(meta)
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
