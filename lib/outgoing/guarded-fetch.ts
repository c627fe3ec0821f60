import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { env } from '@/lib/env'
import { askOnce, type Connect } from './ask-once'
import { checkAddress, type Resolve, resolveName, type TestHosts } from './check-address'
import { OutgoingError } from './outgoing-error'
import { readBody } from './read-body'
import { userAgent } from './user-agent'

export type Outgoing = {
  /** A redirect of what was posted is not followed: it is the answer. */
  method?: 'GET' | 'HEAD' | 'POST'
  /** `answer`: a redirect is not followed. So it has to be where headers of ours must not reach anybody else. */
  redirects?: 'follow' | 'answer'
  /** What the service asked needs to know; for POST, or where no redirect is followed. Nothing that comes from a reader's request. */
  headers?: Readonly<Record<string, string>>
  body?: Buffer
  accept?: string
  /** The most bytes of the body, after decompression. */
  mostBytes?: number
  /** What happens to more than that: the request fails, or the rest is not read. */
  whenLonger?: 'refuse' | 'cut'
  /** Media types, without parameters; any when left out. Asked only of an answer that has a body and is a success. */
  types?: readonly string[]
  headerMilliseconds?: number
  /** From the first look-up to the last byte, redirects included. */
  totalMilliseconds?: number
}

/** How names are found and sockets opened. Only a test says so. */
export type Ways = { resolve: Resolve; connect: Connect; testHosts: TestHosts }

export type Answer = { url: string; status: number; headers: IncomingMessage['headers']; body: Buffer }

const MOST_REDIRECTS = 3
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * The one way in which the server asks an address that somebody typed. Only the public web is asked; the address that was
 * checked is the one that is connected to; each redirect is checked as if it had been typed. Nothing of ours goes along but
 * the name of the product: no cookie, no authorization, no referrer.
 *
 * An answer of any status is an answer. @throws OutgoingError for everything else
 */
export async function guardedFetch(
  address: string,
  outgoing: Outgoing = {},
  ways: Ways = usualWays(),
): Promise<Answer> {
  const signal = AbortSignal.timeout(outgoing.totalMilliseconds ?? 15_000)
  let next: string | URL = address
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const target = await inTime(checkAddress(next, ways), signal)
    const response = await askOnce(target, {
      method: outgoing.method ?? 'GET',
      headers: headersOf(outgoing),
      body: outgoing.body,
      headerMilliseconds: outgoing.headerMilliseconds ?? 8_000,
      signal,
      connect: ways.connect,
    })
    const status = response.statusCode ?? 0
    const { location } = response.headers
    const isFollowed = outgoing.method !== 'POST' && outgoing.redirects !== 'answer'
    if (!REDIRECTS.has(status) || location === undefined || !isFollowed)
      return answerOf(target.url, response, outgoing, signal)
    response.destroy()
    next = followed(location, target.url)
  }
  throw new OutgoingError('too-many-redirects')
}

function usualWays(): Ways {
  return {
    resolve: resolveName,
    connect: (host, port) => connect({ host, port }),
    testHosts: env().OUTGOING_TEST_HOSTS,
  }
}

function headersOf({ accept, headers }: Outgoing): Record<string, string> {
  return { ...headers, 'User-Agent': userAgent(), Accept: accept ?? '*/*', 'Accept-Encoding': 'gzip, deflate, br' }
}

/** A look-up cannot be called off; its answer can be left. */
async function inTime<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  if (signal.aborted) throw new OutgoingError('timeout')
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new OutgoingError('timeout')), { once: true })
    work.then(resolve, reject)
  })
}

function followed(location: string, from: URL): URL {
  try {
    return new URL(location, from)
  } catch (error) {
    throw new OutgoingError('bad-address', { cause: error })
  }
}

async function answerOf(
  url: URL,
  response: IncomingMessage,
  { method, types, mostBytes, whenLonger }: Outgoing,
  signal: AbortSignal,
): Promise<Answer> {
  const status = response.statusCode ?? 0
  if (method === 'HEAD') {
    // It may say how a body would be packed, and has none to unpack.
    response.destroy()
    return { url: url.href, status, headers: response.headers, body: Buffer.alloc(0) }
  }
  const type = (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (types !== undefined && status < 400 && !types.includes(type)) {
    response.destroy()
    throw new OutgoingError('refused-type')
  }
  const body = await readBody(response, { mostBytes: mostBytes ?? 1_000_000, isCut: whenLonger === 'cut', signal })
  return { url: url.href, status, headers: response.headers, body }
}
