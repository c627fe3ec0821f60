import type { BuiltInRole, PersonActor } from '@/lib/policy/actor'
import { builtInGrants } from '@/lib/policy/role-grants'

/** Somebody with a built-in role that nobody changed, as whoever acts. */
export function personActor(
  role: BuiltInRole,
  { id = 'me', name = 'A', email = 'a@b.example', sessionId = 's', deskIds = [] }: Partial<PersonActor> = {},
): PersonActor {
  const grants = builtInGrants(role)
  return { kind: 'person', id, name, email, role, roleName: role.toLowerCase(), grants, deskIds, sessionId }
}
