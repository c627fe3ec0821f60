import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict, Forbidden } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { RULES_MOST } from './readers'
import { refuseTwin } from './refuse-twin'
import type { StyleRuleInput } from './style-rule-input'
import { lockHouseStyle, tellOpenTabs } from './tell-open-tabs'

/**
 * Adds a rule to the house style. Open drafts are checked with it at once.
 * @throws Conflict when there is such a rule already, or there are too many
 */
export async function createRule(actor: Actor, input: StyleRuleInput): Promise<{ id: string }> {
  authorise(actor, 'style.edit')
  if (actor.kind !== 'person') throw new Forbidden('Only a person writes rules.')
  return transaction(async (tx) => {
    await lockHouseStyle(tx)
    await refuseTwin(tx, input)
    if ((await tx.styleRule.count()) >= RULES_MOST) {
      throw new Conflict(`There are ${RULES_MOST} rules already. Delete one that nobody needs.`)
    }
    const id = await insertRule(tx, actor, input)
    await tellOpenTabs(tx)
    return { id }
  })
}

async function insertRule(tx: Transaction, actor: PersonActor, input: StyleRuleInput): Promise<string> {
  const id = newId()
  const at = now()
  await tx.styleRule.create({ data: { id, ...input, createdById: actor.id, createdAt: at, updatedAt: at } })
  await recordEvent(tx, actor, {
    action: 'style.createRule',
    thing: 'styleRule',
    thingId: id,
    detail: { find: input.find, isPattern: input.isPattern },
  })
  return id
}
