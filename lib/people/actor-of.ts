import type { PersonActor } from '@/lib/policy/actor'
import { grantsOf } from '@/lib/policy/role-grants'

/** What {@link actorOf} has to know of a person: for queries. */
export const actorFields = {
  id: true,
  name: true,
  email: true,
  role: true,
  heldRole: { select: { id: true, name: true, isBuiltIn: true, grants: true } },
  desks: { select: { deskId: true } },
} as const

type ActorRow = {
  id: string
  name: string
  email: string
  role: string
  heldRole: { id: string; name: string; isBuiltIn: boolean; grants: unknown }
  desks: readonly { deskId: string }[]
}

/**
 * A person as whoever acts.
 * @param sessionId empty where no session is behind it: a job that acts for somebody
 */
export function actorOf({ id, name, email, role, heldRole, desks }: ActorRow, sessionId = ''): PersonActor {
  return {
    kind: 'person',
    ...{ id, name, email, role, sessionId },
    roleName: heldRole.name,
    grants: grantsOf(heldRole),
    deskIds: desks.map(({ deskId }) => deskId),
  }
}
