import type { z } from 'zod'
import { type Transaction, transaction } from '../db/database'
import { ACTION_WORDS, GRANT_WORDS } from '../policy/action-words'
import type { Actor } from '../policy/actor'
import { changedRights, effectOn } from '../policy/compare-rights'
import { authorise } from '../policy/policy'
import { assertRole } from './assert-role'
import { lockRole, lockRoles } from './load-role'
import type { PreviewRole } from './role-input'
import { seatFields, seatsOf } from './seats'

export type RolePreview = {
  /** Each right that would be another, and how far it reaches before and after, in words. */
  rights: { label: string; from: string; to: string }[]
  /** Whom it touches, and how. Whoever gains and loses nothing is not here. */
  people: { id: string; name: string; gains: string[]; loses: string[] }[]
  /** How many have the role, who may sign in or are invited. */
  holders: number
  /** `asks`: everybody with the role has to set a second factor up; `stops`: nobody has to any more. */
  secondFactor: 'asks' | 'stops' | null
}

/**
 * Who would gain and lose what if the role became as the form says. Nothing is saved. Refuses what saving would refuse.
 *
 * @throws NotFound, Conflict, Forbidden, Invalid
 */
export async function previewRole(actor: Actor, input: z.output<typeof PreviewRole>): Promise<RolePreview> {
  authorise(actor, 'role.edit')
  return transaction(async (tx) => {
    const acting = await lockRoles(tx, actor)
    const role = input.id === null ? null : await lockRole(tx, acting, { id: input.id, version: input.version })
    await assertRole(tx, acting, input, role)
    const changes = changedRights(role?.rights ?? {}, input.grants)
    const holders = role === null ? [] : await readHolders(tx, role.id)
    const needed = role?.needsSecondFactor ?? false
    return {
      rights: changes.map(({ action, from, to }) => ({
        label: ACTION_WORDS[action].label,
        from: GRANT_WORDS[from],
        to: GRANT_WORDS[to],
      })),
      people: holders
        .map(({ id, name, seats }) => ({ id, name, ...effectOn(seats, changes) }))
        .filter(({ gains, loses }) => gains.length + loses.length > 0),
      holders: holders.length,
      secondFactor: needed === input.needsSecondFactor ? null : input.needsSecondFactor ? 'asks' : 'stops',
    }
  })
}

async function readHolders(tx: Transaction, roleId: string) {
  const people = await tx.person.findMany({
    where: { role: roleId, status: { not: 'DEACTIVATED' } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, ...seatFields },
  })
  return people.map(({ id, name, desks }) => ({ id, name, seats: seatsOf(desks) }))
}
