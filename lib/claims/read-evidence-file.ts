import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/**
 * A file behind an event, for somebody of the newsroom. That they took it is written down in the same transaction.
 * @throws NotSignedIn, Forbidden, NotFound
 */
export async function readEvidenceFile(
  actor: Actor,
  { id }: { id: string },
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  authorise(actor, 'claim.read')
  return transaction(async (tx) => {
    const file = await tx.evidenceFile.findUnique({
      where: { id },
      select: { name: true, bytes: true, eventId: true, event: { select: { claimId: true } } },
    })
    if (file === null) throw new NotFound('This file is not here any more.')
    const detail = { eventId: file.eventId, fileId: id }
    await recordEvent(tx, actor, { action: 'claim.readFile', thing: 'claim', thingId: file.event.claimId, detail })
    return { name: file.name, bytes: file.bytes }
  })
}
