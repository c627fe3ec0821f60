import { readFile } from 'node:fs/promises'
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { join } from 'node:path'
import { Reader } from 'mmdb-lib'
import { z } from 'zod'
import { log } from '../log'
import { isPublicAddress } from '../outgoing/public-address'

const FILE = 'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'

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

/**
 * Where an address is, in words that somebody can judge: "this machine", "a private network", "the same network as you are in now", or
 * a country. Nobody outside is asked: the countries stand in a file that comes with the app, whose data may be some months old and is
 * now and then wrong (docs/places.md).
 *
 * @param address as `clientAddress` gives it
 * @param here that of whoever reads it, where there is somebody
 */
export async function placeWords(address: string, here: string | null = null): Promise<string> {
  const host = address.replace(/\/64$/, '')
  if (host === '127.0.0.1') return 'this machine'
  if (address === here && address !== 'unknown') return 'the same network as you are in now'
  if (isIPv4(host) ? homes.check(host, 'ipv4') : isIPv6(host) && homes.check(host, 'ipv6')) return 'a private network'
  return (isPublicAddress(host) ? await countryOf(host) : null) ?? 'an unknown place'
}

async function countryOf(host: string): Promise<string | null> {
  const found = Found.safeParse((await countries())?.get(host))
  if (!found.success) return null
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(found.data.country_code)
  return name ?? null
}

const Found = z.object({ country_code: z.string().regex(/^[A-Z]{2}$/) })

type Countries = { get(host: string): unknown }

let loaded: Promise<Countries | null> | undefined

/** Seven megabytes: read when they are first asked for, and once. */
function countries(): Promise<Countries | null> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Countries | null> {
  try {
    return new Reader(await readFile(join(/* turbopackIgnore: true */ process.cwd(), FILE)))
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the file of countries cannot be read')
    return null
  }
}
