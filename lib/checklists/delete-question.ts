import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockChecklists } from './lock-checklists'

export const DeleteQuestion = z.strictObject({ id: z.uuid() })

/** Asks a question no more, and forgets its ticks; what editions were answered stays with them. One that is gone already stays gone. */
export async function deleteQuestion(actor: Actor, { id }: z.infer<typeof DeleteQuestion>): Promise<void> {
  authorise(actor, 'checklist.edit')
  await transaction(async (tx) => {
    await lockChecklists(tx)
    const rule = await tx.checklistRule.findUnique({ where: { id } })
    if (rule === null || rule.check !== null) return
    await tx.checklistRule.delete({ where: { id } })
    const detail = { question: rule.question, templateId: rule.templateId }
    await recordEvent(tx, actor, { action: 'checklist.deleteQuestion', thing: 'checklistRule', thingId: id, detail })
  })
}
