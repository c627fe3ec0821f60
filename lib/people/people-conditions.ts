import { now } from '@/lib/clock'
import { Prisma } from '@/lib/db/database'
import type { PeopleFactor, PeopleFilter, PeopleSeen, PeopleState } from './people-filter'

const DAY = 24 * 60 * 60 * 1000

/** The conditions on "Person" p that a filter makes, without the one on the state: lists count each state beside the others. */
export function peopleConditions({ words, role, desk, seen, factor }: PeopleFilter): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(words === undefined ? [] : [holdsWords(words)]),
      ...(role === undefined ? [] : [Prisma.sql`p.role = ${role}`]),
      ...(desk === undefined ? [] : [isAtDesk(desk)]),
      ...(seen === undefined ? [] : [wasSeen(seen)]),
      ...(factor === undefined ? [] : [hasFactor(factor)]),
    ],
    ' AND ',
  )
}

/** The state of "Person" p, as {@link PeopleState} calls it. */
export function stateColumn(): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN p.status = 'ACTIVE' THEN 'active'
    WHEN p.status = 'DEACTIVATED' THEN 'deactivated'
    WHEN EXISTS (
      SELECT 1 FROM "Invitation" i
      WHERE i."personId" = p.id AND i.purpose = 'JOIN' AND i."usedAt" IS NULL AND i."expiresAt" > ${now()}
    ) THEN 'invited'
    ELSE 'ranOut' END`
}

function holdsWords(words: string): Prisma.Sql {
  const part = words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return Prisma.sql`(
    standfirst_plain(p.name) LIKE '%' || standfirst_plain(${part}) || '%' OR p.email LIKE '%' || lower(${part}) || '%')`
}

function isAtDesk(desk: string): Prisma.Sql {
  return desk === 'none'
    ? Prisma.sql`NOT EXISTS (SELECT 1 FROM "DeskMember" m WHERE m."personId" = p.id)`
    : Prisma.sql`EXISTS (SELECT 1 FROM "DeskMember" m WHERE m."personId" = p.id AND m."deskId" = ${desk}::uuid)`
}

function wasSeen(seen: PeopleSeen): Prisma.Sql {
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY)
  switch (seen) {
    case 'never':
      return Prisma.sql`p."lastSeenAt" IS NULL`
    case 'week':
      return Prisma.sql`p."lastSeenAt" >= ${daysAgo(7)}`
    case 'month':
      return Prisma.sql`p."lastSeenAt" < ${daysAgo(30)}`
    case 'quarter':
      return Prisma.sql`p."lastSeenAt" < ${daysAgo(90)}`
  }
}

function hasFactor(factor: PeopleFactor): Prisma.Sql {
  const hasApp = Prisma.sql`EXISTS (
    SELECT 1 FROM "TotpSecret" t WHERE t."personId" = p.id AND t."confirmedAt" IS NOT NULL)`
  const hasPasskey = Prisma.sql`EXISTS (SELECT 1 FROM "Passkey" k WHERE k."personId" = p.id)`
  if (factor === 'none') return Prisma.sql`NOT ${hasApp} AND NOT ${hasPasskey}`
  return factor === 'app' ? hasApp : hasPasskey
}
