import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { refuseTakenName, refusingTakenName } from './free-name'
import { lockTemplate } from './lock-template'
import type { AboutTemplate } from './template-input'

/**
 * Renames a template, says something else about it, or asks for other fields: those are asked of its articles from now on.
 * @throws Forbidden, NotFound
 * @throws Conflict when another template has this name
 */
export async function changeTemplate(actor: Actor, input: AboutTemplate & { id: string }): Promise<void> {
  authorise(actor, 'template.edit')
  const { id, name, description, requiredFields } = input
  await refusingTakenName(() =>
    transaction(async (tx) => {
      await lockTemplate(tx, id)
      await refuseTakenName(tx, name, id)
      await tx.template.update({ where: { id }, data: { name, description, requiredFields, updatedAt: now() } })
      await recordEvent(tx, actor, { action: 'template.change', thing: 'template', thingId: id })
    }),
  )
}
