import { IDLE_SECONDS } from '@/lib/auth/session-lifetime'
import { now } from '@/lib/clock'
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

export type LiveSession = { id: string; userAgent: string; address: string; createdAt: Date; lastSeenAt: Date }

/**
 * One person with the browsers that are signed in at the moment, the last one used first.
 * @throws NotFound
 */
export async function getPerson(actor: Actor, id: string): Promise<ListedPerson & { sessions: LiveSession[] }> {
  authorise(actor, 'people.list')
  const person = await database().person.findUnique({ where: { id }, select: listed })
  if (!person) throw new NotFound()
  const at = now()
  const sessions = await database().session.findMany({
    where: { personId: id, expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - IDLE_SECONDS * 1000) } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  })
  return {
    ...toListed(person),
    sessions: sessions.map((session) => ({
      ...session,
      userAgent: session.userAgent ?? '',
      address: session.address ?? '',
    })),
  }
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
