import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockTemplate } from './lock-template'

/**
 * Removes a template. Articles that were started from it stay, and nothing is asked of them for its sake any more.
 * @throws Forbidden, NotFound
 */
export async function deleteTemplate(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'template.edit')
  await transaction(async (tx) => {
    await lockTemplate(tx, id)
    const { name } = await tx.template.delete({ where: { id }, select: { name: true } })
    await recordEvent(tx, actor, { action: 'template.delete', thing: 'template', thingId: id, detail: { name } })
  })
}
