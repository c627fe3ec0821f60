import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { CannotOpen } from '../errors'
import { log } from '../log'
import type { Actor } from '../policy/actor'
import { authoriseNamed, lockSource } from './load-source'
import { type Secret, unseal } from './seal'
import { sourceKeys } from './source-keys'

/**
 * The name, contact and notes of a source, for somebody who is named on it. That they looked is written down in the same transaction: who
 * gets the name stands in the log.
 * @throws NotFound, Forbidden
 * @throws CannotOpen when the key is missing, or what is sealed was changed or is another source's
 */
export async function revealSource(actor: Actor, { id }: { id: string }): Promise<Secret & { version: number }> {
  return transaction(async (tx) => {
    const source = await lockSource(tx, id)
    authoriseNamed(actor, 'source.reveal', source)
    const detail = { codeName: source.codeName }
    await recordEvent(tx, actor, { action: 'source.reveal', thing: 'source', thingId: id, detail })
    try {
      return { ...unseal(source, id, sourceKeys()), version: source.version }
    } catch (error) {
      if (error instanceof CannotOpen) log.error({ sourceId: id, keyId: source.keyId }, 'a source cannot be opened')
      throw error
    }
  })
}
