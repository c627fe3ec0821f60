import { env } from '../env'

/**
 * The services through which browsers are told, and nobody else is: an endpoint is an address that a stranger sends us. What begins with a
 * dot is any name below it.
 */
const SERVICES = [
  // Chrome, Samsung Internet, Opera, Brave
  'fcm.googleapis.com',
  // Firefox
  '.push.services.mozilla.com',
  // Safari
  '.push.apple.com',
  // Edge on Windows
  '.notify.windows.com',
] as const

/** Whether this is the address of a browser at a push service that we know: https, no port, no name and password. */
export function isPushEndpoint(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '' || url.port !== '') return false
  // A test plays a push service under a name that nobody can own.
  if (env().OUTGOING_TEST_HOSTS.has(url.hostname)) return url.protocol === 'http:'
  if (url.protocol !== 'https:') return false
  return SERVICES.some((service) =>
    service.startsWith('.') ? url.hostname.endsWith(service) : url.hostname === service,
  )
}
