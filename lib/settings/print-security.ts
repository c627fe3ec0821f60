import { now } from '../clock'
import { endsAt } from '../reader-cache/record'
import type { Settings } from './paper-settings'
import { contactUri } from './security-contact'

const MONTHS_AHEAD = 7

/**
 * The file that says whom to tell of a hole (RFC 9116); null where the paper names nobody. It holds for half a year and more, and is made anew each
 * month: within a month everybody gets the same bytes, and no answer is kept beyond.
 * @param origin scheme, host and port of the site
 */
export function printSecurity({ securityContact, language }: Settings, origin: string): string | null {
  if (securityContact === '') return null
  endsAt(firstOfMonth(1))
  const lines = [
    `Contact: ${contactUri(securityContact)}`,
    `Expires: ${firstOfMonth(MONTHS_AHEAD).toISOString()}`,
    `Preferred-Languages: ${language}`,
    // The format has no place for an address that can be listened in on.
    ...(origin.startsWith('https:') ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
    '',
  ]
  return lines.join('\r\n')
}

/** The first instant of a month of UTC. @param ahead how many months from this one */
function firstOfMonth(ahead: number): Date {
  const today = now()
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1))
}
