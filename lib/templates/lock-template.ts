import type { Transaction } from '../db/database'
import { NotFound } from '../errors'

/** Holds a template until the transaction ends. @throws NotFound */
export async function lockTemplate(tx: Transaction, id: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Template" WHERE id = ${id}::uuid FOR UPDATE`
  if (found.length === 0) throw new NotFound('This template does not exist any more.')
}
