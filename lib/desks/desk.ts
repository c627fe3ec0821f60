import type { Transaction } from '../db/database'
import { NotFound } from '../errors'

export type Desk = { id: string; slug: string; name: string }

/** Whoever changes desks comes one after the other until the transaction ends: an order is right only as a whole. */
export async function lockDesks(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst_desks'))`
}

/** @throws NotFound */
export async function getDesk(tx: Transaction, id: string): Promise<Desk> {
  const desk = await tx.desk.findUnique({ where: { id }, select: { id: true, slug: true, name: true } })
  if (desk === null) throw new NotFound('This desk does not exist any more.')
  return desk
}
