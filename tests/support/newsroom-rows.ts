import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { BuiltInRole, PersonActor } from '@/lib/policy/actor'
import { personActor } from './a-person-actor'

/** A person with a byline, straight into the tables: tests of articles need somebody, not the way they got in. */
export async function aPerson(
  role: BuiltInRole,
  name = `${role.toLowerCase()} ${newId().slice(-6)}`,
): Promise<PersonActor> {
  const id = newId()
  const email = `${id}@paper.example`
  const createdAt = new Date()
  await database().person.create({ data: { id, name, email, role, status: 'ACTIVE', createdAt } })
  await database().byline.create({ data: { id: newId(), slug: `byline-${id}`, name, personId: id, createdAt } })
  return personActor(role, { id, name, email, sessionId: newId() })
}

/** A section, with a name that is its slug. */
export async function aSection(slug = `section-${newId().slice(-12)}`): Promise<{ id: string; slug: string }> {
  const id = newId()
  await database().section.create({ data: { id, slug, name: slug, position: 0 } })
  return { id, slug }
}

export async function aTopic(): Promise<{ id: string; slug: string }> {
  const id = newId()
  const slug = `topic-${id.slice(-12)}`
  await database().topic.create({ data: { id, slug, name: slug } })
  return { id, slug }
}
