import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret } from '@/lib/ids'
import type { Actor } from '@/lib/policy/actor'
import { IDLE_SECONDS, SEEN_SECONDS } from './session-lifetime'

/**
 * Who is behind a session's secret at this moment: nobody, unless the session's row is there, has not run out, and its
 * person is active. Asked on every request, so that ending a session or deactivating a person works on the next one.
 */
export async function checkSession(secret: string): Promise<Actor> {
  const at = now()
  const session = await database().session.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: {
      id: true,
      expiresAt: true,
      lastSeenAt: true,
      person: { select: { id: true, name: true, email: true, role: true, status: true } },
    },
  })
  if (!session || session.expiresAt <= at || isIdle(session.lastSeenAt, at)) return { kind: 'nobody' }
  const { person } = session
  if (person.status !== 'ACTIVE') return { kind: 'nobody' }
  if (secondsBetween(session.lastSeenAt, at) >= SEEN_SECONDS) await writeSeen(session.id, person.id, at)
  return {
    kind: 'person',
    id: person.id,
    name: person.name,
    email: person.email,
    role: person.role,
    sessionId: session.id,
  }
}

function isIdle(lastSeenAt: Date, at: Date): boolean {
  return secondsBetween(lastSeenAt, at) >= IDLE_SECONDS
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
