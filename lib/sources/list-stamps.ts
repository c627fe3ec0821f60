import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { Stamp } from './stamp'
import { stampsOf } from './stamps-of'

/**
 * The stamps of claims, by id: "two independent sources", "documents seen". Every id that was asked for has at least one.
 * @throws Forbidden
 */
export async function listStamps(actor: Actor, claimIds: readonly string[]): Promise<Map<string, Stamp[]>> {
  authorise(actor, 'claim.read')
  return stampsOf(database(), claimIds)
}
