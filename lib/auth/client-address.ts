import { isIPv4, isIPv6 } from 'node:net'

/**
 * Set on every request by scripts/server.ts from the connection itself, or by what the proxy in front says where there is
 * one to be trusted. X-Forwarded-For as it arrives is not read: anybody may write there what he likes.
 */
export const ADDRESS_HEADER = 'x-standfirst-address'

/**
 * Where a request comes from, as tries are counted: an IPv4 address, or the /64 that one subscriber of IPv6 has. Requests of
 * unknown origin share one name.
 */
export function clientAddress(headers: Headers): string {
  return countedAddress(headers.get(ADDRESS_HEADER)?.trim() ?? '')
}

/** An address as tries are counted for it. @param given as a socket or a proxy of ours says it */
export function countedAddress(given: string): string {
  const address = given.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '')
  if (isIPv4(address)) return address
  // The machine itself, by whichever of its two names.
  if (address === '::1') return '127.0.0.1'
  return isIPv6(address) ? networkOf(address) : 'unknown'
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array<string>(Math.max(0, missing)).fill('0'), ...back]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
