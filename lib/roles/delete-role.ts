import type { z } from 'zod'
import { recordEvent } from '../audit'
import { noticeSessionsOf } from '../auth/session-notice'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid } from '../errors'
import { lockRoleToGive } from '../people/role-to-give'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { lockRole, lockRoles } from './load-role'
import type { DeleteRole } from './role-input'

/**
 * Deletes a role of the paper's own. Whoever has it gets another one in the same moment, or it stays.
 *
 * @throws NotFound
 * @throws Conflict when somebody has it and no other is named, and when it was changed since the page was opened
 * @throws Forbidden when it, or the one that people get, may what the actor may not
 * @throws Invalid for a built-in role
 */
export async function deleteRole(actor: Actor, { id, version, moveTo }: z.output<typeof DeleteRole>): Promise<void> {
  authorise(actor, 'role.edit')
  if (moveTo !== null) authorise(actor, 'people.changeRole')
  if (moveTo === id) throw new Invalid('Choose another role than the one that goes.')
  await transaction(async (tx) => {
    const acting = await lockRoles(tx, actor)
    // People before roles: in the order in which whoever gives a role holds them.
    const holders = await lockHolders(tx, id)
    const other = moveTo === null ? null : await lockRoleToGive(tx, acting, moveTo)
    const role = await lockRole(tx, acting, { id, version })
    if (role.isBuiltIn) throw new Invalid('This role came with the app and stays.')
    if (other !== null) await move(tx, acting, holders, { from: role, to: other })
    const left = await tx.person.count({ where: { role: id } })
    if (left > 0)
      throw new Conflict(
        `${left === 1 ? 'Somebody has' : `${left} people have`} the role “${role.name}”: give them another one first.`,
      )
    await tx.role.delete({ where: { id } })
    await recordEvent(tx, acting, {
      action: 'role.delete',
      thing: 'role',
      thingId: id,
      detail: {
        name: role.name,
        ...(other === null ? {} : { moved: holders.length, to: other.id, toName: other.name }),
      },
    })
  })
}

async function lockHolders(tx: Transaction, roleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Person" WHERE role = ${roleId} ORDER BY id FOR UPDATE`
  return rows.map(({ id }) => id)
}

type Named = { id: string; name: string }

async function move(tx: Transaction, actor: Actor, ids: string[], { from, to }: { from: Named; to: Named }) {
  await tx.person.updateMany({ where: { id: { in: ids } }, data: { role: to.id, roleSince: now() } })
  for (const thingId of ids) {
    await recordEvent(tx, actor, {
      action: 'people.changeRole',
      thing: 'person',
      thingId,
      detail: { from: from.id, fromName: from.name, to: to.id, toName: to.name },
    })
    await noticeSessionsOf(tx, thingId)
  }
}
