import { lastToTouch } from '../audit'
import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { BUILT_IN_WORDS, isBuiltInRole } from '../policy/built-in-roles'
import { changedRights } from '../policy/compare-rights'
import { exceeding } from '../policy/exceeding'
import { authorise } from '../policy/policy'
import { rightsInWords } from '../policy/rights-in-words'
import { ACTIONS, builtInGrants, grantsOf } from '../policy/role-grants'
import type { Grants } from '../policy/table'
import type { RoleGrants } from './role-input'
import { seatFields, seatsOf } from './seats'

/** A role in the list of them. */
export type ListedRole = {
  id: string
  name: string
  description: string
  isBuiltIn: boolean
  /** How many have it, who may sign in or are invited. */
  people: number
  /** Of a built-in role, how many rights are others than those it came with; null for the paper's own. */
  changed: number | null
  needsSecondFactor: boolean
  graceDays: number
}

/** The built-in roles first, then the paper's own by their names. */
export async function listKeptRoles(actor: Actor): Promise<ListedRole[]> {
  authorise(actor, 'role.edit')
  const rows = await database().role.findMany({
    orderBy: [{ isBuiltIn: 'desc' }, { createdAt: 'asc' }, { name: 'asc' }],
    include: { _count: { select: { people: { where: { status: { not: 'DEACTIVATED' } } } } } },
  })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    description: row.description,
    isBuiltIn: row.isBuiltIn,
    people: row._count.people,
    changed: isBuiltInRole(row.id) ? changedRights(builtInGrants(row.id), grantsOf(row)).length : null,
    needsSecondFactor: row.needsSecondFactor,
    graceDays: row.graceDays,
  }))
}

/** A role as its form opens it. */
export type KeptRole = {
  id: string
  version: number
  name: string
  description: string
  isBuiltIn: boolean
  grants: RoleGrants
  needsSecondFactor: boolean
  graceDays: number
  /** What it came with, for a built-in role. */
  original: { name: string; description: string; grants: RoleGrants } | null
  /** Everybody with it, those included who were deactivated: while there is somebody, it stays. */
  people: { id: string; name: string }[]
  /** Who changed it last; "Somebody" where nobody knows. */
  changedBy: string
  /** It may nothing that the actor may not. */
  canEdit: boolean
}

/** @throws NotFound */
export async function getRole(actor: Actor, id: string): Promise<KeptRole> {
  authorise(actor, 'role.edit')
  const row = await database().role.findUnique({
    where: { id },
    include: { people: { orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } } },
  })
  if (row === null) throw new NotFound('This role does not exist any more.')
  const grants = grantsOf(row)
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    description: row.description,
    isBuiltIn: row.isBuiltIn,
    grants: whole(grants),
    needsSecondFactor: row.needsSecondFactor,
    graceDays: row.graceDays,
    original: isBuiltInRole(row.id) ? { ...BUILT_IN_WORDS[row.id], grants: whole(builtInGrants(row.id)) } : null,
    people: row.people,
    changedBy: (await lastToTouch(database(), 'role', id)) || 'Somebody',
    canEdit: exceeding(actor, grants).length === 0,
  }
}

/** Every role with its rights, and those that a new one begins with. */
export async function listRolesToCopy(
  actor: Actor,
): Promise<{ empty: RoleGrants; roles: Pick<KeptRole, 'id' | 'name' | 'grants'>[] }> {
  authorise(actor, 'role.edit')
  const rows = await database().role.findMany({
    orderBy: [{ isBuiltIn: 'desc' }, { createdAt: 'asc' }, { name: 'asc' }],
  })
  return {
    empty: whole({ 'newsroom.enter': 'any' }),
    roles: rows.map((row) => ({ id: row.id, name: row.name, grants: whole(grantsOf(row)) })),
  }
}

/** What a person may do and may not, desk by desk, in sentences. @throws NotFound */
export async function getRightsOf(actor: Actor, personId: string): Promise<{ may: string[]; mayNot: string[] }> {
  authorise(actor, 'people.list')
  const person = await database().person.findUnique({
    where: { id: personId },
    select: { heldRole: { select: { id: true, isBuiltIn: true, grants: true } }, ...seatFields },
  })
  if (person === null) throw new NotFound()
  return rightsInWords({ grants: grantsOf(person.heldRole), seats: seatsOf(person.desks) })
}

/** With a word for each right. */
function whole(grants: Grants): RoleGrants {
  return Object.fromEntries(ACTIONS.map((action) => [action, grants[action] ?? 'no'])) as RoleGrants
}
