import { database } from '../../db/database'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'

/** A secret address that is alive. The address itself is not known any more. */
export type Feed = { id: string; deskName: string | null; createdAt: Date; lastReadAt: Date | null }

/** The actor's own, the oldest first. @throws Forbidden */
export async function listFeeds(actor: Actor): Promise<Feed[]> {
  authorise(actor, 'plan.read')
  if (actor.kind !== 'person') return []
  const rows = await database().calendarFeed.findMany({
    where: { personId: actor.id, revokedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, deskId: true, createdAt: true, lastReadAt: true },
  })
  const desks = await database().desk.findMany({
    where: { id: { in: rows.flatMap(({ deskId }) => deskId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(desks.map(({ id, name }) => [id, name]))
  return rows.map(({ deskId, ...row }) => ({
    ...row,
    deskName: deskId === null ? null : (names.get(deskId) ?? 'A desk that is gone'),
  }))
}
