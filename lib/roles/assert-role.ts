import type { Transaction } from '../db/database'
import { Forbidden, Invalid } from '../errors'
import { ACTION_WORDS } from '../policy/action-words'
import type { Actor } from '../policy/actor'
import { changedRights } from '../policy/compare-rights'
import { exceeding } from '../policy/exceeding'
import { refusal } from '../shelves/refusal'
import type { LoadedRole } from './load-role'
import type { RoleInput } from './role-input'

/**
 * Asks everything that can be wrong with a role as somebody wants it. The caller holds `lockRoles`.
 * @param own the role as it stands, null for a new one
 * @throws Invalid that says which field and why
 * @throws Forbidden when it would may what the actor may not
 */
export async function assertRole(
  tx: Transaction,
  actor: Actor,
  input: RoleInput,
  own: LoadedRole | null,
): Promise<void> {
  if (own?.id === 'ADMINISTRATOR') assertFixed(input, own)
  await assertNameFree(tx, input.name, own)
  const [first] = exceeding(actor, input.grants)
  if (first !== undefined)
    throw new Forbidden(`You cannot give what you may not do yourself: ${ACTION_WORDS[first].label.toLowerCase()}.`)
}

function assertFixed(input: RoleInput, own: LoadedRole): void {
  const isSame = input.name === own.name && input.description === own.description
  if (!isSame || changedRights(own.rights, input.grants).length > 0)
    throw new Invalid('Administrators may do everything. Only their second factor can be chosen.')
}

async function assertNameFree(tx: Transaction, name: string, own: LoadedRole | null): Promise<void> {
  const [taken] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "Role" WHERE lower(name) = lower(${name}) AND id IS DISTINCT FROM ${own?.id ?? null}`
  if (taken !== undefined) throw refusal('name', 'taken', `There is a role “${taken.name}” already.`)
}
