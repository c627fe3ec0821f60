import type { Transaction } from '@/lib/db/database'
import { grantsOf } from '@/lib/policy/role-grants'
import type { Action } from '@/lib/policy/table'

/** The ids of the roles with this right, on whatever it may be. */
export async function rolesThat(tx: Transaction, action: Action): Promise<string[]> {
  const roles = await tx.role.findMany({ select: { id: true, isBuiltIn: true, grants: true } })
  return roles.filter((role) => (grantsOf(role)[action] ?? 'no') !== 'no').map(({ id }) => id)
}
