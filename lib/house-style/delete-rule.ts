import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { tellOpenTabs } from './tell-open-tabs'

/** Takes a rule out of the house style. One that is gone already stays gone. */
export async function deleteRule(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'style.edit')
  await transaction(async (tx) => {
    const rule = await tx.styleRule.findUnique({ where: { id } })
    const { count } = await tx.styleRule.deleteMany({ where: { id } })
    if (rule === null || count === 0) return
    await recordEvent(tx, actor, {
      action: 'style.deleteRule',
      thing: 'styleRule',
      thingId: id,
      detail: { find: rule.find },
    })
    await tellOpenTabs(tx)
  })
}
