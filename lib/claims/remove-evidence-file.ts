import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authoriseEvidence } from './evidence-rights'

/**
 * Removes a file from behind an event, bytes and name.
 * @throws NotFound, Forbidden
 */
export async function removeEvidenceFile(actor: Actor, { id }: { id: string }): Promise<void> {
  await transaction(async (tx) => {
    const file = await tx.evidenceFile.findUnique({
      where: { id },
      select: { eventId: true, event: { select: { claimId: true } } },
    })
    if (file === null) throw new NotFound('This file is not here any more.')
    await authoriseEvidence(tx, actor, file.eventId)
    const { count } = await tx.evidenceFile.deleteMany({ where: { id } })
    if (count > 0) await recordRemoval(tx, actor, { id, eventId: file.eventId, claimId: file.event.claimId })
  })
}

/** Whoever takes an event off its claim removes its files with it: each is written down. Called before the event goes. */
export async function removeFilesOf(
  tx: Transaction,
  actor: Actor,
  { eventId, claimId }: { eventId: string; claimId: string },
): Promise<void> {
  const files = await tx.evidenceFile.findMany({ where: { eventId }, select: { id: true } })
  await tx.evidenceFile.deleteMany({ where: { eventId } })
  for (const { id } of files) await recordRemoval(tx, actor, { id, eventId, claimId })
}

type Removed = { id: string; eventId: string; claimId: string }

async function recordRemoval(tx: Transaction, actor: Actor, { id, eventId, claimId }: Removed): Promise<void> {
  const detail = { eventId, fileId: id }
  await recordEvent(tx, actor, { action: 'claim.removeFile', thing: 'claim', thingId: claimId, detail })
}
