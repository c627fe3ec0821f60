import { database, transaction } from '@/lib/db/database'
import { openLink } from './one-time-link'

/**
 * The path of a link with which the first administrator of an empty newsroom is made: "/invite/...". It works once, for two
 * days; each call makes another one and the one before stops working. Null when there is somebody already.
 */
export async function openSetUp(): Promise<string | null> {
  if ((await database().person.count()) > 0) return null
  const secret = await transaction((tx) => openLink(tx, 'SET_UP', null))
  return `/invite/${secret}`
}
