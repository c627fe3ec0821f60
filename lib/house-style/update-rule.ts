import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict, NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { refuseTwin } from './refuse-twin'
import { StyleRuleInput } from './style-rule-input'
import { lockHouseStyle, tellOpenTabs } from './tell-open-tabs'

export const UpdateRule = z.strictObject({
  id: z.uuid(),
  /** When the rule that the person saw was last changed. */
  seenAt: z.coerce.date(),
  rule: StyleRuleInput,
})

/**
 * Writes a rule anew.
 * @throws NotFound when it was deleted meanwhile
 * @throws Conflict when somebody changed it meanwhile, or it would be the twin of another
 */
export async function updateRule(actor: Actor, { id, seenAt, rule }: z.output<typeof UpdateRule>): Promise<void> {
  authorise(actor, 'style.edit')
  await transaction(async (tx) => {
    await lockHouseStyle(tx)
    const before = await tx.styleRule.findUnique({ where: { id } })
    if (before === null) throw new NotFound('Somebody deleted this rule meanwhile.')
    if (before.updatedAt.getTime() !== seenAt.getTime()) {
      throw new Conflict('Somebody changed this rule meanwhile. Close this and look at it first.')
    }
    await refuseTwin(tx, rule, id)
    await tx.styleRule.update({ where: { id }, data: { ...rule, updatedAt: now() } })
    await recordEvent(tx, actor, {
      action: 'style.updateRule',
      thing: 'styleRule',
      thingId: id,
      detail: { find: rule.find, from: before.find, isPattern: rule.isPattern },
    })
    await tellOpenTabs(tx)
  })
}
