import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { lockHouseStyle, tellOpenTabs } from './tell-open-tabs'

export const SwitchRule = z.strictObject({ id: z.uuid(), isActive: z.boolean() })

/**
 * Switches a rule on or off. To the state that it is in already: nothing happens.
 * @throws NotFound when it was deleted meanwhile
 */
export async function switchRule(actor: Actor, { id, isActive }: z.output<typeof SwitchRule>): Promise<void> {
  authorise(actor, 'style.edit')
  await transaction(async (tx) => {
    await lockHouseStyle(tx)
    const rule = await tx.styleRule.findUnique({ where: { id } })
    if (rule === null) throw new NotFound('Somebody deleted this rule meanwhile.')
    if (rule.isActive === isActive) return
    await tx.styleRule.update({ where: { id }, data: { isActive, updatedAt: now() } })
    await recordEvent(tx, actor, { action: 'style.switchRule', thing: 'styleRule', thingId: id, detail: { isActive } })
    await tellOpenTabs(tx)
  })
}
