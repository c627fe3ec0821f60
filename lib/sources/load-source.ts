import type { Transaction } from '../db/database'
import { Conflict, Forbidden, NotFound } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { can, type Owned } from '../policy/policy'
import type { Action } from '../policy/table'

export type LoadedSource = NonNullable<Awaited<ReturnType<typeof read>>>

/**
 * A source with the people named on it, held until the transaction ends.
 * @throws NotFound
 */
export async function lockSource(tx: Transaction, id: string): Promise<LoadedSource> {
  await tx.$queryRaw`SELECT 1 FROM "Source" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const source = await read(tx, id)
  if (source === null) throw new NotFound('This source does not exist.')
  return source
}

function read(tx: Transaction, id: string) {
  return tx.source.findUnique({ where: { id }, include: { readers: { select: { personId: true } } } })
}

/** Whose a source is: of the people named on it. */
export function namedOn({ readers }: Pick<LoadedSource, 'readers'>): Owned {
  return { ownerIds: readers.map(({ personId }) => personId) }
}

/**
 * The person who acts, who has to be named on the source. No role opens it, and the system is nobody.
 * @throws Forbidden
 */
export function authoriseNamed(actor: Actor, action: Action, source: Pick<LoadedSource, 'readers'>): PersonActor {
  if (actor.kind !== 'person' || !can(actor, action, namedOn(source)))
    throw new Forbidden('Only the people named on this source may do that.')
  return actor
}

/** @throws Conflict when the source is not as it was seen any more */
export function refuseUnseen(source: Pick<LoadedSource, 'version'>, base: number): void {
  if (source.version !== base)
    throw new Conflict('Somebody else changed this source meanwhile. Load the page again to see how it is now.')
}
