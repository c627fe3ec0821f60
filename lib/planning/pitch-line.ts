import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { insertLine } from './insert-line'
import type { LineInput } from './line-input'
import { assertThere, dateOf, dueInstant } from './line-values'
import { ownedBy } from './owned-by'

/**
 * Puts a line on the plan: an article without text. Whoever may commission and names somebody commissions it at once; anybody else
 * pitches, and may name themselves.
 *
 * @throws Forbidden when the actor may not pitch, or not ask the person whom they name
 * @throws Invalid when a desk, a person or a template is not there, or the due time is none
 */
export async function pitchLine(actor: Actor, input: LineInput): Promise<{ id: string; state: string }> {
  authorise(actor, 'article.create')
  if (actor.kind !== 'person') throw new Forbidden('Only a person pitches.')
  const line = await transaction(async (tx) => {
    await assertThere(tx, input)
    const owned = await ownedBy(tx, actor.id, input.deskId)
    if (input.ownerId !== null && input.ownerId !== actor.id) authorise(actor, 'article.assign', owned)
    const isCommissioned = input.ownerId !== null && can(actor, 'article.commission', owned)
    const state = isCommissioned ? ('COMMISSIONED' as const) : ('PITCHED' as const)
    const { timeZone } = await readSettings(tx)
    const plan = {
      ...input,
      plannedFor: dateOf(input.plannedFor),
      dueAt: dueInstant(input.dueAt, timeZone),
      state,
    }
    return { ...(await insertLine(tx, actor, { plan, createdById: actor.id })), state }
  })
  await nudgeMail()
  return line
}
