import { createHmac } from 'node:crypto'
import { env } from '../env'

/**
 * What the record keeps of an address: whoever has the address, and the server's key, can tell that it was this one; nobody can read it out
 * again, or try all addresses against it with a copy of the database alone.
 */
export function hashAddress(address: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`privacy-address:${address}`).digest('hex')
}
