import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { purgeLocally } from '../reader-cache/purge'
import { authoriseNamed, lockSource, refuseUnseen } from './load-source'
import { claimsBehind, stampTags } from './stamp-tags'

/**
 * Takes a source out of the register for good: what is sealed, who is named, and that it stands behind claims. The claims stay, with the
 * stamps of what is left. The record keeps the code name, which tells nobody who it was. Copies of the database that were made before have it
 * still, under the key.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody changed it since
 */
export async function eraseSource(actor: Actor, { id, base }: { id: string; base: number }): Promise<void> {
  const tags = await transaction(async (tx) => {
    const source = await lockSource(tx, id)
    authoriseNamed(actor, 'source.edit', source)
    refuseUnseen(source, base)
    const claimIds = await claimsBehind(tx, id)
    await tx.source.delete({ where: { id } })
    const detail = { codeName: source.codeName, claims: claimIds.length }
    await recordEvent(tx, actor, { action: 'source.erase', thing: 'source', thingId: id, detail })
    return stampTags(tx, claimIds)
  })
  purgeLocally(tags)
}
