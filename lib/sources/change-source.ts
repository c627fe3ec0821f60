import type { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { purgeLocally } from '../reader-cache/purge'
import { checkReaders, checkTerms, originFor, withFreeCodeName } from './check-source'
import { refuseTelling } from './code-name'
import { authoriseNamed, type LoadedSource, lockSource, namedOn, refuseUnseen } from './load-source'
import { seal, unseal } from './seal'
import type { ChangeSealed, ChangeSource } from './source-input'
import { sourceKeys } from './source-keys'
import { claimsBehind, stampTags } from './stamp-tags'

/**
 * Changes what others may know of a source, and who is named on it. What everybody could read is not sealed afterwards.
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when somebody else changed it, or another source has the code name
 * @throws CannotOpen when the code name cannot be held against the name
 */
export async function changeSource(
  actor: Actor,
  { id, base, sameOriginAs, ...input }: z.output<typeof ChangeSource>,
): Promise<void> {
  const tags = await transaction(async (tx) => {
    const source = await lockSource(tx, id)
    authoriseNamed(actor, 'source.edit', source)
    refuseUnseen(source, base)
    checkTerms(input)
    const { codeName, kind, terms, isConfidential, isKnown } = input
    if (isConfidential && !source.isConfidential) throw cannotSeal()
    if (isConfidential && codeName !== source.codeName) refuseTelling(codeName, unseal(source, id, sourceKeys()).name)
    const before = [...namedOn(source).ownerIds]
    const readerIds = await checkReaders(tx, input.readerIds, before)
    const isAlone = sameOriginAs === null && (await tx.source.count({ where: { originId: source.originId } })) === 1
    const originId = isAlone ? source.originId : await originFor(tx, sameOriginAs === id ? null : sameOriginAs)
    const data = { codeName, kind, terms, isConfidential, isKnown, originId, version: { increment: 1 } }
    await withFreeCodeName(tx.source.update({ where: { id }, data }))
    await tx.sourceReader.deleteMany({ where: { sourceId: id, personId: { notIn: readerIds } } })
    const added = readerIds.filter((personId) => !before.includes(personId))
    await tx.sourceReader.createMany({ data: added.map((personId) => ({ sourceId: id, personId })) })
    const removed = before.filter((personId) => !readerIds.includes(personId))
    const wasOpened = source.isConfidential && !isConfidential
    const detail = { codeName, added, removed, ...(wasOpened ? { isConfidential } : {}) }
    await recordEvent(tx, actor, { action: 'source.edit', thing: 'source', thingId: id, detail })
    return stampTags(tx, await claimsBehind(tx, id))
  })
  purgeLocally(tags)
}

function cannotSeal(): Invalid {
  const message =
    'Everybody here could read this name. Put it down as a new source, with another code name, to seal it.'
  return new Invalid(message, [{ field: 'isConfidential', code: 'open', message, severity: 'blocking' }])
}

/**
 * Changes the name, the contact and the notes of a source. They are sealed anew, under the key of today.
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when somebody else changed it
 */
export async function changeSealed(
  actor: Actor,
  { id, base, ...secret }: z.output<typeof ChangeSealed>,
): Promise<void> {
  await transaction(async (tx) => {
    const source: LoadedSource = await lockSource(tx, id)
    authoriseNamed(actor, 'source.edit', source)
    refuseUnseen(source, base)
    const { codeName, isConfidential } = source
    if (isConfidential) refuseTelling(codeName, secret.name)
    const box = seal(secret, id, sourceKeys())
    await tx.source.update({ where: { id }, data: { ...box, version: { increment: 1 } } })
    await recordEvent(tx, actor, { action: 'source.changeSealed', thing: 'source', thingId: id, detail: { codeName } })
  })
}
