import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { tellOpenTabs } from './tell-open-tabs'

/** Takes a word out of the house dictionary. One that is gone already stays gone. */
export async function removeWord(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'style.edit')
  await transaction(async (tx) => {
    const { count } = await tx.dictionaryWord.deleteMany({ where: { id } })
    if (count === 0) return
    await recordEvent(tx, actor, { action: 'style.removeWord', thing: 'dictionaryWord', thingId: id })
    await tellOpenTabs(tx)
  })
}
