import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Reader } from 'mmdb-lib'
import { z } from 'zod'
import { log } from '../log'
import { isHomeNetwork } from '../outgoing/home-network'
import { isPublicAddress } from '../outgoing/public-address'

const FILE = 'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'

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
  if (isHomeNetwork(host)) return 'a private network'
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
