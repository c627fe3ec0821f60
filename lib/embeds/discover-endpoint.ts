import { Parser } from 'htmlparser2'
import { guardedFetch, type Ways } from '../outgoing/guarded-fetch'
import { textOfPage } from '../outgoing/text-of-page'
import { type NoAnswer, noAnswer } from './ask-provider'

const MOST_BYTES = 500_000

/**
 * The oEmbed address that a page names for itself (oembed.com, section 4), or null. What it says is as little to be trusted as
 * the page: it is asked through the guard like any other.
 *
 * @throws OutgoingError when the page cannot be read
 */
export async function discoverEndpoint(url: string, ways?: Ways): Promise<string | NoAnswer | null> {
  const page = await guardedFetch(
    url,
    {
      accept: 'text/html',
      types: ['text/html', 'application/xhtml+xml'],
      mostBytes: MOST_BYTES,
      whenLonger: 'cut',
      totalMilliseconds: 8_000,
    },
    ways,
  )
  if (page.status >= 400) return noAnswer(page.status)
  const href = hrefIn(textOfPage(page))
  return href !== null && URL.canParse(href, page.url) ? new URL(href, page.url).href : null
}

function hrefIn(html: string): string | null {
  let href: string | null = null
  const parser = new Parser(
    {
      onopentag(name, { rel = '', type = '', href: to }) {
        const isOurs = name === 'link' && /\balternate\b/i.test(rel) && /^application\/json\+oembed\b/i.test(type)
        if (isOurs && to) href ??= to
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return href
}
