import { z } from 'zod'
import { guardedFetch, type Ways } from '../outgoing/guarded-fetch'

const MOST_BYTES = 200_000

const words = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ?? '').slice(0, most))
    .catch('')

/** What we read of an oEmbed answer (oembed.com, section 2.3.4); what is missing is empty. */
const OEmbed = z.object({
  type: z.enum(['photo', 'video', 'link', 'rich']),
  title: words(2_000),
  author_name: words(2_000),
  author_url: words(2_048),
  provider_name: words(500),
  html: words(MOST_BYTES),
})
export type OEmbed = z.output<typeof OEmbed>

/** The answer is not one: the status that came with it, and why as a word of lib/outside-links/link-words.ts. */
export type NoAnswer = { status: number | null; reason: string }

/**
 * Asks an oEmbed endpoint about an address.
 * @throws OutgoingError when there is no answer
 */
export async function askProvider(endpoint: string, url: string, ways?: Ways): Promise<OEmbed | NoAnswer> {
  const address = new URL(endpoint)
  if (!address.searchParams.has('url')) address.searchParams.set('url', url)
  address.searchParams.set('format', 'json')
  const { status, body } = await guardedFetch(
    address.href,
    { accept: 'application/json', mostBytes: MOST_BYTES, totalMilliseconds: 8_000 },
    ways,
  )
  if (status >= 400) return noAnswer(status)
  const read = OEmbed.safeParse(jsonIn(body.toString('utf8')))
  return read.success ? read.data : { status: null, reason: 'bad-encoding' }
}

/** What a status of 400 or more says. */
export function noAnswer(status: number): NoAnswer {
  return { status, reason: REASONS[status] ?? (status >= 500 ? 'server-error' : 'refused-us') }
}

const REASONS: Record<number, string> = { 404: 'not-found', 410: 'gone', 429: 'busy' }

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
