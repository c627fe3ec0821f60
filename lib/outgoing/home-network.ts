import { BlockList, isIPv4, isIPv6 } from 'node:net'

const homes = new BlockList()
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  homes.addSubnet(net, bits, 'ipv4')
homes.addSubnet('fc00::', 7, 'ipv6')
homes.addSubnet('fe80::', 10, 'ipv6')

/** True for an IP address, as text, of a network that many houses and offices have within (RFC 1918, RFC 4193, RFC 6598, link-local). */
export function isHomeNetwork(address: string): boolean {
  return isIPv4(address) ? homes.check(address, 'ipv4') : isIPv6(address) && homes.check(address, 'ipv6')
}
