import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'
import { hashSecret } from '@/lib/ids'
import type { Actor } from '@/lib/policy/actor'
import { grantsOf } from '@/lib/policy/role-grants'
import { SIGN_IN } from '@/lib/settings/sign-in-settings'
import { DUTY, type Duty, secondFactorDueAt } from './second-factor-due'
import { SEEN_SECONDS, sessionLimitsOf } from './session-lifetime'

/**
 * Who is behind a session's secret at this moment: nobody, unless the session's row is there, has not run out, and its
 * person is active; and what their role lets them do. Asked on every request, in one statement, so that ending a session,
 * deactivating a person, changing a role or asking a role for a second factor works on the next one.
 */
export async function checkSession(secret: string): Promise<Actor> {
  const at = now()
  const [session] = await sqlOn(database())<Row>`
    SELECT s.id AS "sessionId", s."expiresAt", s."lastSeenAt", s."createdAt",
           (SELECT value FROM "Setting" WHERE key = ${SIGN_IN.keys.idleHours}) AS "idleHours",
           (SELECT value FROM "Setting" WHERE key = ${SIGN_IN.keys.absoluteDays}) AS "absoluteDays",
           p.id, p.name, p.email, p.role, p.status::text AS status,
           r.name AS "roleName", r."isBuiltIn", r.grants, ${DUTY},
           ARRAY(SELECT m."deskId"::text FROM "DeskMember" m WHERE m."personId" = p.id) AS "deskIds"
    FROM "Session" s JOIN "Person" p ON p.id = s."personId" JOIN "Role" r ON r.id = p.role
    WHERE s."tokenHash" = ${hashSecret(secret)}`
  if (!session || isOver(session, at)) return { kind: 'nobody' }
  if (session.status !== 'ACTIVE') return { kind: 'nobody' }
  const { sessionId, id, name, email, role, roleName, isBuiltIn, grants, deskIds } = session
  if (secondsBetween(session.lastSeenAt, at) >= SEEN_SECONDS) await writeSeen(sessionId, id, at)
  const person = { kind: 'person' as const, id, name, email, role, roleName, deskIds, sessionId }
  const dueAt = secondFactorDueAt(session)
  if (dueAt === null) return { ...person, grants: grantsOf({ id: role, isBuiltIn, grants }) }
  const isOverdue = dueAt <= at
  // Whoever had time to set the second factor up, and has not, may do nothing but that.
  const held = isOverdue ? {} : grantsOf({ id: role, isBuiltIn, grants })
  return { ...person, grants: held, secondFactor: { dueAt, isOverdue } }
}

type Row = {
  sessionId: string
  expiresAt: Date
  lastSeenAt: Date
  createdAt: Date
  idleHours: unknown
  absoluteDays: unknown
  id: string
  name: string
  email: string
  role: string
  status: string
  roleName: string
  isBuiltIn: boolean
  grants: unknown
  deskIds: string[]
} & Duty

function isOver(session: Row, at: Date): boolean {
  const { idleSeconds, absoluteSeconds } = sessionLimitsOf(session)
  if (session.expiresAt <= at || secondsBetween(session.createdAt, at) >= absoluteSeconds) return true
  return secondsBetween(session.lastSeenAt, at) >= idleSeconds
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000
}

/**
 * Of many requests in the same second one writes. The others neither wait for it nor hold a connection: with twenty people in one
 * article they all come at once.
 */
async function writeSeen(sessionId: string, personId: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - SEEN_SECONDS * 1000)
  await database().$executeRaw`
    WITH due AS (
      SELECT id FROM "Session" WHERE id = ${sessionId}::uuid AND "lastSeenAt" <= ${before} FOR UPDATE SKIP LOCKED
    ), seen AS (
      UPDATE "Session" SET "lastSeenAt" = ${at} FROM due WHERE "Session".id = due.id RETURNING 1
    )
    UPDATE "Person" SET "lastSeenAt" = ${at} WHERE id = ${personId}::uuid AND EXISTS (SELECT 1 FROM seen)`
}
