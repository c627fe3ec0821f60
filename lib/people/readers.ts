import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'

export type ListedPerson = {
  id: string
  name: string
  email: string
  role: string
  roleName: string
  status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED'
  lastSeenAt: Date | null
  /** For somebody invited: until when the last link works. */
  invitedUntil: Date | null
  bylineSlug: string | null
}

/** Everybody, in the order of their names. A newsroom has few enough people for one page. */
export async function listPeople(actor: Actor): Promise<ListedPerson[]> {
  authorise(actor, 'people.list')
  const people = await database().person.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: listed,
    take: 2000,
  })
  return people.map(toListed)
}

/** @throws NotFound */
export async function getPerson(actor: Actor, id: string): Promise<ListedPerson> {
  authorise(actor, 'people.list')
  const person = await database().person.findUnique({ where: { id }, select: listed })
  if (!person) throw new NotFound()
  return toListed(person)
}

const listed = {
  id: true,
  name: true,
  email: true,
  role: true,
  heldRole: { select: { name: true } },
  status: true,
  lastSeenAt: true,
  byline: { select: { slug: true } },
  invitations: {
    where: { purpose: 'JOIN', usedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { expiresAt: true },
  },
} as const

type Row = Omit<ListedPerson, 'invitedUntil' | 'bylineSlug' | 'roleName'> & {
  heldRole: { name: string }
  byline: { slug: string } | null
  invitations: { expiresAt: Date }[]
}

function toListed({ byline, invitations, heldRole, ...person }: Row): ListedPerson {
  return {
    ...person,
    roleName: heldRole.name,
    invitedUntil: invitations[0]?.expiresAt ?? null,
    bylineSlug: byline?.slug ?? null,
  }
}
