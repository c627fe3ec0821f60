import type { LinkReason } from './verdict'

const WORDS: Record<LinkReason, string> = {
  'not-found': 'the page does not exist',
  gone: 'the page was taken away',
  'refused-us': 'the site does not let us look',
  busy: 'the site asked us to come back later',
  'server-error': 'the site has trouble of its own',
  robots: 'the site asks robots to stay away',
  'bad-address': 'the address makes no sense',
  'refused-scheme': 'it leads on to something that is not a web page',
  'refused-credentials': 'the address holds a name or a password',
  'refused-port': 'the address has an unusual port',
  'address-refused': 'the address is not on the public web',
  'not-found-host': 'no site has this name',
  connection: 'the site does not answer',
  tls: 'the site’s certificate is not right',
  timeout: 'the site took too long',
  'too-many-redirects': 'it sends readers round in circles',
  'too-large': 'the page is very large',
  'refused-type': 'it is not a page',
  'bad-encoding': 'the page cannot be unpacked',
}

/** Why a link failed, as the end of a sentence: "404, the page does not exist". */
export function sayWhy(reason: string | null, status: number | null): string {
  const words = WORDS[reason as LinkReason] ?? 'for an unknown reason'
  return status === null ? words : `${status}, ${words}`
}
