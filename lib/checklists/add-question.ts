import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockTemplate } from '../templates/lock-template'
import { lockChecklists } from './lock-checklists'
import { QuestionInput } from './question-input'

/** More than that nobody reads before publishing. */
const QUESTIONS_MOST = 30

export const AddQuestion = QuestionInput.extend({
  /** The kind of article that is asked; null for all kinds. */
  templateId: z.uuid().nullable(),
})

/**
 * Adds a question, below the others of its kind. Articles are asked it from now on.
 * @throws NotFound when the kind was deleted meanwhile
 * @throws Conflict when there are too many
 */
export async function addQuestion(
  actor: Actor,
  { templateId, question, level }: z.output<typeof AddQuestion>,
): Promise<{ id: string }> {
  authorise(actor, 'checklist.edit')
  return transaction(async (tx) => {
    await lockChecklists(tx)
    if (templateId !== null) await lockTemplate(tx, templateId)
    const asked = await tx.checklistRule.findMany({
      where: { templateId, check: null },
      orderBy: { position: 'desc' },
      select: { position: true },
    })
    if (asked.length >= QUESTIONS_MOST)
      throw new Conflict(`There are ${QUESTIONS_MOST} questions already. Delete one that nobody needs.`)
    const id = newId()
    const at = now()
    const position = (asked[0]?.position ?? -1) + 1
    await tx.checklistRule.create({
      data: { id, templateId, question, level, position, createdAt: at, updatedAt: at },
    })
    const detail = { question, level, templateId }
    await recordEvent(tx, actor, { action: 'checklist.addQuestion', thing: 'checklistRule', thingId: id, detail })
    return { id }
  })
}
