import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { Actor } from '@/lib/policy/actor'
import { freeBylineSlug } from './byline-slug'
import { lockRoleToGive } from './role-to-give'

/** Writes an active person with a byline into the caller's transaction. */
export async function addPerson(
  tx: Transaction,
  actor: Actor,
  of: { name: string; email: string; role: string; passwordHash: string; jobTitle?: string; biography?: string },
): Promise<{ id: string; bylineId: string }> {
  const id = newId()
  const bylineId = newId()
  const createdAt = now()
  const { name, email, role, passwordHash, jobTitle = '', biography = '' } = of
  const { name: roleName } = await lockRoleToGive(tx, actor, role)
  await tx.person.create({ data: { id, name, email, role, passwordHash, status: 'ACTIVE', createdAt } })
  const slug = await freeBylineSlug(tx, name)
  await tx.byline.create({ data: { id: bylineId, slug, name, jobTitle, biography, personId: id, createdAt } })
  await recordEvent(tx, actor, { action: 'people.create', thing: 'person', thingId: id, detail: { role, roleName } })
  return { id, bylineId }
}
