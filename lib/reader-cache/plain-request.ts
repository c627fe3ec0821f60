/** A request for a page, of which only what decides about a kept answer is read. */
export type PlainRequest = { url: string; headers: Readonly<Partial<Record<ReadHeader, string>>> }

type ReadHeader = 'host' | 'connection' | 'accept-encoding' | 'if-none-match' | 'user-agent' | 'sec-purpose'

const mostBytes = 8_192

/** One head from its first byte to its last (RFC 9112, 2.1): a blank line stands at its end and nowhere else. */
const head = /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e]*\r\n)+\r\n$/

/** Headers that may announce a body, change what the connection is, or ask for something else than the page. */
const unusual =
  /\r\n(?:content-length|transfer-encoding|te|trailer|expect|upgrade|http2-settings|proxy-connection|range|if-range):/i

const read = /\r\n(host|connection|accept-encoding|if-none-match|user-agent|sec-purpose):[\t ]*([\t\x20-\x7e]*)/gi

/**
 * Reads a request that no two programs can read in two ways: the whole head of a GET and nothing behind it.
 * @param chunk what came over the connection since the last request
 * @returns null for everything else, which is not to say that it is wrong
 */
export function readPlainRequest(chunk: Buffer): PlainRequest | null {
  if (chunk.length > mostBytes) return null
  const text = chunk.toString('latin1')
  const url = head.exec(text)?.[1]
  if (url === undefined || unusual.test(text)) return null
  const headers: Partial<Record<ReadHeader, string>> = {}
  for (const [, given = '', value = ''] of text.matchAll(read)) {
    const name = given.toLowerCase() as ReadHeader
    if (headers[name] !== undefined) return null
    headers[name] = value.trimEnd()
  }
  const staysOpen = headers.connection === undefined || headers.connection.toLowerCase() === 'keep-alive'
  return headers.host && staysOpen ? { url, headers } : null
}
