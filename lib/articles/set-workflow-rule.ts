import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readWorkflowRule } from './read-workflow-rule'
import { WORKFLOW_RULE_KEY, WORKFLOW_RULES } from './workflow-rule'

export const SetWorkflowRule = z.strictObject({
  rule: z.enum(WORKFLOW_RULES),
  /** The rule that the person saw. */
  seen: z.enum(WORKFLOW_RULES),
})

/**
 * Says what has to happen before anything goes out. It holds from now on, for what is scheduled too.
 * @throws Conflict when somebody changed the rule meanwhile
 */
export async function setWorkflowRule(actor: Actor, { rule, seen }: z.infer<typeof SetWorkflowRule>): Promise<void> {
  authorise(actor, 'workflow.edit')
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst workflow'))`
    const before = await readWorkflowRule(tx)
    if (before === rule) return
    if (before !== seen) throw new Conflict('Somebody changed the rule meanwhile. Look at it again first.')
    await tx.setting.upsert({
      where: { key: WORKFLOW_RULE_KEY },
      create: { key: WORKFLOW_RULE_KEY, value: rule },
      update: { value: rule },
    })
    const detail = { rule, before }
    await recordEvent(tx, actor, { action: 'workflow.setRule', thing: 'setting', thingId: WORKFLOW_RULE_KEY, detail })
  })
}
