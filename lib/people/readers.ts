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
  bylineId: string | null
  bylineSlug: string | null
  desks: { id: string; name: string; isLead: boolean }[]
  /** What they prove besides the password. */
  secondFactor: { hasApp: boolean; passkeys: number }
}

/** What lists say of these people, in the order of the ids. */
export async function readListed(ids: readonly string[]): Promise<ListedPerson[]> {
  const rows = await database().person.findMany({ where: { id: { in: [...ids] } }, select: listed })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? []).map(toListed)
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
  byline: { select: { id: true, slug: true } },
  desks: {
    orderBy: { desk: { position: 'asc' } },
    select: { isLead: true, desk: { select: { id: true, name: true } } },
  },
  totpSecret: { select: { confirmedAt: true } },
  _count: { select: { passkeys: true } },
  invitations: {
    where: { purpose: 'JOIN', usedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { expiresAt: true },
  },
} as const

type Row = Omit<ListedPerson, 'invitedUntil' | 'bylineId' | 'bylineSlug' | 'roleName' | 'desks' | 'secondFactor'> & {
  heldRole: { name: string }
  byline: { id: string; slug: string } | null
  desks: { isLead: boolean; desk: { id: string; name: string } }[]
  totpSecret: { confirmedAt: Date | null } | null
  _count: { passkeys: number }
  invitations: { expiresAt: Date }[]
}

function toListed({ byline, invitations, heldRole, desks, totpSecret, _count, ...person }: Row): ListedPerson {
  return {
    ...person,
    roleName: heldRole.name,
    invitedUntil: invitations[0]?.expiresAt ?? null,
    bylineId: byline?.id ?? null,
    bylineSlug: byline?.slug ?? null,
    desks: desks.map(({ isLead, desk }) => ({ ...desk, isLead })),
    secondFactor: { hasApp: totpSecret?.confirmedAt != null, passkeys: _count.passkeys },
  }
}
