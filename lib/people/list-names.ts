import { database } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'

/** What everybody in the newsroom may know of everybody else. */
export type NamedPerson = { id: string; name: string; isActive: boolean }

/** Everybody who ever had a login, in the order of their names: those who left are still the authors of what they wrote. */
export async function listNames(actor: Actor): Promise<NamedPerson[]> {
  authorise(actor, 'newsroom.enter')
  const people = await database().person.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, status: true },
    take: 5000,
  })
  return people.map(({ id, name, status }) => ({ id, name, isActive: status === 'ACTIVE' }))
}
