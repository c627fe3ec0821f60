import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockChecklists } from './lock-checklists'

export const MoveQuestion = z.strictObject({ id: z.uuid(), to: z.enum(['up', 'down']) })

/**
 * Moves a question one place up or down among those of its kind. At the end nothing happens.
 * @throws NotFound when it was deleted meanwhile
 */
export async function moveQuestion(actor: Actor, { id, to }: z.infer<typeof MoveQuestion>): Promise<void> {
  authorise(actor, 'checklist.edit')
  await transaction(async (tx) => {
    await lockChecklists(tx)
    const rule = await tx.checklistRule.findUnique({ where: { id } })
    if (rule === null || rule.check !== null) throw new NotFound('Somebody deleted this question meanwhile.')
    const order = await tx.checklistRule.findMany({
      where: { templateId: rule.templateId, check: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const from = order.findIndex((each) => each.id === id)
    const other = order[from + (to === 'up' ? -1 : 1)]
    if (other === undefined) return
    const moved = order.map((each) => (each.id === id ? other : each.id === other.id ? { id } : each))
    for (const [position, each] of moved.entries())
      await tx.checklistRule.update({ where: { id: each.id }, data: { position } })
    const detail = { moved: to }
    await recordEvent(tx, actor, { action: 'checklist.moveQuestion', thing: 'checklistRule', thingId: id, detail })
  })
}
