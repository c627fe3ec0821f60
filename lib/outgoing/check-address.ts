import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { OutgoingError } from './outgoing-error'
import { isPublicAddress } from './public-address'

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>

/** Names under `.test` and the `address:port` of this machine that stands in for them. Empty in production. */
export type TestHosts = ReadonlyMap<string, { address: string; port: number }>

/** Where to connect to, and what for. The addresses are the ones that were checked: nobody resolves the name again. */
export type Target = { url: URL; hostname: string; addresses: readonly string[]; port: number }

/**
 * Refuses whatever is not a web page of the public Internet. The URL parser has already written octal, hexadecimal, short
 * and percent-encoded hosts in one way, so what is judged here is what would be connected to.
 *
 * @throws OutgoingError
 */
export async function checkAddress(
  address: string | URL,
  { resolve, testHosts }: { resolve: Resolve; testHosts: TestHosts },
): Promise<Target> {
  const url = parse(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutgoingError('refused-scheme')
  if (url.username !== '' || url.password !== '') throw new OutgoingError('refused-credentials')
  // The URL parser drops the port that a scheme has anyway.
  if (url.port !== '' && url.port !== '80' && url.port !== '443') throw new OutgoingError('refused-port')
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (hostname === '') throw new OutgoingError('bad-address')
  const standIn = testHosts.get(hostname)
  if (standIn !== undefined) return { url, hostname, addresses: [standIn.address], port: standIn.port }
  const addresses = isIP(hostname) === 0 ? await addressesOf(hostname, resolve) : [hostname]
  // One private record among public ones is enough: which of them would be taken is not ours to say.
  if (!addresses.every(isPublicAddress)) throw new OutgoingError('address-refused')
  return { url, hostname, addresses, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) }
}

/** Names that nobody on the Internet has (RFC 6761, RFC 8375 and what is used like them): no name server hears of them. */
const RESERVED = /(^|\.)(test|example|invalid|localhost|local|internal|home\.arpa)$/

/** As the system resolves names, all records. */
export async function resolveName(hostname: string): Promise<readonly string[]> {
  if (RESERVED.test(hostname)) return []
  const records = await lookup(hostname, { all: true, order: 'ipv4first' })
  return records.map((record) => record.address)
}

function parse(address: string | URL): URL {
  try {
    return new URL(address)
  } catch (error) {
    throw new OutgoingError('bad-address', { cause: error })
  }
}

async function addressesOf(hostname: string, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await resolve(hostname).catch((error: unknown) => {
    throw new OutgoingError('not-found-host', { cause: error })
  })
  if (addresses.length === 0) throw new OutgoingError('not-found-host')
  return addresses
}
