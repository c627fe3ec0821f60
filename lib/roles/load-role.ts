import { lastToTouch } from '../audit'
import type { Transaction } from '../db/database'
import { Conflict, Forbidden, NotFound } from '../errors'
import { actorFields, actorOf } from '../people/actor-of'
import type { Actor } from '../policy/actor'
import { exceeding } from '../policy/exceeding'
import { authorise } from '../policy/policy'
import { grantsOf } from '../policy/role-grants'
import type { Grants } from '../policy/table'
import type { SeenRole } from './role-input'

export type LoadedRole = NonNullable<Awaited<ReturnType<typeof read>>> & { rights: Grants }

/**
 * Whoever changes roles comes one after the other until the transaction ends, and acts with the rights that they have then: of two who take
 * the right from each other, one has it.
 *
 * @returns the actor, with the rights of now
 * @throws Forbidden
 */
export async function lockRoles(tx: Transaction, actor: Actor): Promise<Actor> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst_roles'))`
  if (actor.kind !== 'person') return actor
  const person = await tx.person.findFirst({ where: { id: actor.id, status: 'ACTIVE' }, select: actorFields })
  const acting = person === null ? ({ kind: 'nobody' } as const) : actorOf(person, actor.sessionId)
  authorise(acting, 'role.edit')
  return acting
}

/**
 * The role as it is now, held until the transaction ends: nobody gets it while it changes.
 *
 * @throws NotFound
 * @throws Conflict when it was changed since the form was opened
 * @throws Forbidden when it may what the actor may not
 */
export async function lockRole(tx: Transaction, actor: Actor, { id, version }: SeenRole): Promise<LoadedRole> {
  await tx.$queryRaw`SELECT 1 FROM "Role" WHERE id = ${id} FOR UPDATE`
  const role = await read(tx, id)
  if (role === null) throw new NotFound('This role does not exist any more.')
  const rights = grantsOf(role)
  if (exceeding(actor, rights).length > 0)
    throw new Forbidden(`The role “${role.name}” may do what you may not: only somebody with those rights changes it.`)
  if (role.version !== version) {
    const by = (await lastToTouch(tx, 'role', id)) || 'Somebody'
    throw new Conflict(
      `${by} changed the role “${role.name}” meanwhile. Nothing of yours is lost: look at it again, then save.`,
    )
  }
  return { ...role, rights }
}

function read(tx: Transaction, id: string) {
  return tx.role.findUnique({ where: { id } })
}
