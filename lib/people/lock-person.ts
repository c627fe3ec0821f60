import type { Transaction } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { actorFields } from './actor-of'

/**
 * The person as they are now, held until the transaction ends: what is decided on their role and status stays true.
 *
 * @throws NotFound
 */
export async function lockPerson(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.person.findUnique({
    where: { id },
    select: { ...actorFields, status: true, passwordHash: true },
  })
  if (!person) throw new NotFound('This person does not exist, or is no longer in the list.')
  return person
}
