import { createHash } from 'node:crypto'
import { recordEvent } from '../audit'
import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid, TooLarge } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { mimeOf } from './evidence-kind'
import { EVIDENCE_FILES_MOST, sizeProblem } from './evidence-limits'
import { cleanFileName } from './evidence-name'
import { authoriseEvidence } from './evidence-rights'
import { asListed, type ListedFile, listedFile } from './listed-files'
import { lockClaimOf } from './survivor'

/**
 * Keeps a file that shows what was said, behind an event of a claim. It goes with the event wherever that goes. The same bytes sent
 * again, after an answer was lost, make nothing twice. The audit log has the id of the file, and not its name.
 *
 * @throws NotFound when the event is gone, Forbidden
 * @throws Invalid when it is empty, TooLarge over 10 MB, Conflict behind ten others, RateLimited
 */
export async function keepEvidenceFile(
  actor: Actor,
  { eventId, name, bytes }: { eventId: string; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<ListedFile> {
  refuseSize(bytes.byteLength)
  if (actor.kind === 'person') await countTry(LIMITS.uploadEvidence, actor.id)
  return transaction(async (tx) => {
    // Of two who send the tenth file at once, the second is told.
    const claimId = await lockClaimOf(tx, eventId)
    await authoriseEvidence(tx, actor, eventId)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const known = await tx.evidenceFile.findUnique({
      where: { eventId_sha256: { eventId, sha256 } },
      select: listedFile,
    })
    if (known !== null) return asListed(known)
    await refuseTooMany(tx, eventId)
    const kept = { id: newId(), eventId, size: bytes.byteLength }
    const cleaned = cleanFileName(name)
    const file = await tx.evidenceFile.create({
      data: {
        ...kept,
        name: cleaned,
        mime: mimeOf(bytes, cleaned),
        sha256,
        bytes,
        createdAt: now(),
        createdById: actor.kind === 'person' ? actor.id : null,
      },
      select: listedFile,
    })
    const detail = { eventId, fileId: kept.id, size: kept.size }
    await recordEvent(tx, actor, { action: 'claim.keepFile', thing: 'claim', thingId: claimId, detail })
    return asListed(file)
  })
}

function refuseSize(size: number): void {
  const problem = sizeProblem(size)
  if (problem === null) return
  throw size === 0 ? new Invalid(problem) : new TooLarge(problem)
}

async function refuseTooMany(tx: Transaction, eventId: string): Promise<void> {
  if ((await tx.evidenceFile.count({ where: { eventId } })) >= EVIDENCE_FILES_MOST)
    throw new Conflict(`There are ${EVIDENCE_FILES_MOST} files here already, and no more are kept. Remove one first.`)
}
