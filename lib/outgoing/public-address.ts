import { BlockList, isIP, isIPv4 } from 'node:net'

/** What of IPv4 is not the public Internet: the special-purpose registry of RFC 6890, multicast and what is reserved. */
const privateV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** What inside 2000::/3 is not public. Everything outside it is refused without being listed. */
const privateV6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
]

const refusedV4 = new BlockList()
for (const [net, bits] of privateV4) refusedV4.addSubnet(net, bits, 'ipv4')
const refusedV6 = new BlockList()
for (const [net, bits] of privateV6) refusedV6.addSubnet(net, bits, 'ipv6')

/** True for an IP address, as text, that stands on the public Internet. An address with a zone, or no address, is not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  if (isIPv4(address)) return !refusedV4.check(address, 'ipv4')
  const groups = groupsOf(address)
  const inner = innerV4(groups)
  if (inner !== null) return isPublicAddress(inner)
  const isGlobalUnicast = ((groups[0] ?? 0) & 0xe000) === 0x2000
  return isGlobalUnicast && !refusedV6.check(address, 'ipv6')
}

/** The IPv4 address that an IPv6 address leads to: mapped, through NAT64 (RFC 6052), through 6to4 (RFC 3056). */
function innerV4(groups: readonly number[]): string | null {
  const start = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':')
  if (start === '0:0:0:0:0:ffff' || start === '64:ff9b:0:0:0:0') return v4Of(groups[6] ?? 0, groups[7] ?? 0)
  if (groups[0] === 0x2002) return v4Of(groups[1] ?? 0, groups[2] ?? 0)
  return null
}

function v4Of(high: number, low: number): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
}

/** The eight groups of a valid IPv6 address. The URL parser writes every form in one way (RFC 5952). */
function groupsOf(address: string): number[] {
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail = ''] = written.split('::')
  const before = head === '' ? [] : head.split(':')
  const behind = tail === '' ? [] : tail.split(':')
  const zeros = Array<string>(8 - before.length - behind.length).fill('0')
  return [...before, ...zeros, ...behind].map((group) => Number.parseInt(group, 16))
}
