import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockChecklists } from './lock-checklists'
import { QuestionInput } from './question-input'

export const ChangeQuestion = QuestionInput.extend({
  id: z.uuid(),
  /** When the question that the person saw was last changed. */
  seenAt: z.coerce.date(),
})

/**
 * Words a question anew, or weighs it anew. Whoever ticked other words has answered another question: with new words it is asked again,
 * everywhere.
 *
 * @throws NotFound when it was deleted meanwhile
 * @throws Conflict when somebody changed it meanwhile
 */
export async function changeQuestion(
  actor: Actor,
  { id, seenAt, question, level }: z.output<typeof ChangeQuestion>,
): Promise<void> {
  authorise(actor, 'checklist.edit')
  await transaction(async (tx) => {
    await lockChecklists(tx)
    const before = await tx.checklistRule.findUnique({ where: { id } })
    if (before === null || before.check !== null) throw new NotFound('Somebody deleted this question meanwhile.')
    if (before.updatedAt.getTime() !== seenAt.getTime())
      throw new Conflict('Somebody changed this question meanwhile. Close this and look at it first.')
    await tx.checklistRule.update({ where: { id }, data: { question, level, updatedAt: now() } })
    const unticked =
      before.question === question ? 0 : (await tx.checklistTick.deleteMany({ where: { ruleId: id } })).count
    await recordEvent(tx, actor, {
      action: 'checklist.changeQuestion',
      thing: 'checklistRule',
      thingId: id,
      detail: { question, level, before: { question: before.question, level: before.level }, unticked },
    })
  })
}
