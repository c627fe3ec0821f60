import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { checkReaders, checkTerms, originFor, withFreeCodeName } from './check-source'
import { refuseTelling } from './code-name'
import { seal } from './seal'
import type { CreateSource } from './source-input'
import { sourceKeys } from './source-keys'

/**
 * Puts a source on the register. Whoever does is named on it. What is sealed reaches the database only sealed, whether the source is
 * confidential or not.
 * @throws Forbidden, Invalid, NotFound
 * @throws Conflict when another source has the code name
 * @throws CannotOpen when the server has no key
 */
export async function createSource(actor: Actor, input: z.output<typeof CreateSource>): Promise<{ id: string }> {
  authorise(actor, 'source.create')
  if (actor.kind !== 'person') throw new Forbidden('Only a person has sources.')
  const { codeName, kind, terms, isConfidential, isKnown, name, contact, notes } = input
  checkTerms(input)
  if (isConfidential) refuseTelling(codeName, name)
  const id = newId()
  const box = seal({ name, contact, notes }, id, sourceKeys())
  return transaction(async (tx) => {
    const readerIds = await checkReaders(tx, [actor.id, ...input.readerIds])
    const originId = await originFor(tx, input.sameOriginAs)
    const data = { id, codeName, kind, terms, isConfidential, isKnown, originId, ...box, createdAt: now() }
    await withFreeCodeName(tx.source.create({ data }))
    await tx.sourceReader.createMany({ data: readerIds.map((personId) => ({ sourceId: id, personId })) })
    const detail = { codeName, isConfidential, readers: readerIds }
    await recordEvent(tx, actor, { action: 'source.create', thing: 'source', thingId: id, detail })
    return { id }
  })
}
