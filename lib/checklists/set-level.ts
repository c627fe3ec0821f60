import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockTemplate } from '../templates/lock-template'
import { CHECK_NAMES, LEVELS } from './checks'
import { lockChecklists } from './lock-checklists'

/** Null: as for all kinds of articles; for all kinds themselves, as it is built in. */
const Own = z.enum(LEVELS).nullable()

export const SetLevel = z.strictObject({
  /** The kind of article; null for all kinds. */
  templateId: z.uuid().nullable(),
  check: z.enum(CHECK_NAMES),
  level: Own,
  /** What the person saw there. */
  seen: Own,
})

/**
 * Says how a built-in check is weighed, for one kind of article or for all. It holds from now on, for what is scheduled too.
 * @throws NotFound when the kind was deleted meanwhile
 * @throws Conflict when somebody changed this level meanwhile
 */
export async function setLevel(
  actor: Actor,
  { templateId, check, level, seen }: z.infer<typeof SetLevel>,
): Promise<void> {
  authorise(actor, 'checklist.edit')
  await transaction(async (tx) => {
    await lockChecklists(tx)
    if (templateId !== null) await lockTemplate(tx, templateId)
    const rule = await tx.checklistRule.findFirst({ where: { templateId, check } })
    const before = rule?.level ?? null
    if (before === level) return
    if (before !== seen) throw new Conflict('Somebody changed this level meanwhile. Look at it again first.')
    const at = now()
    if (level === null) await tx.checklistRule.deleteMany({ where: { templateId, check } })
    else if (rule === null)
      await tx.checklistRule.create({
        data: { id: newId(), templateId, check, level, createdAt: at, updatedAt: at },
      })
    else await tx.checklistRule.update({ where: { id: rule.id }, data: { level, updatedAt: at } })
    await recordEvent(tx, actor, {
      action: 'checklist.setLevel',
      thing: 'checklist',
      ...(templateId === null ? {} : { thingId: templateId }),
      detail: { check, level, before },
    })
  })
}
