import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import { SESSION_SECONDS } from './session-lifetime'
import { noticeSessionsOf } from './session-notice'
import type { Visit } from './visit'

/** How somebody said who they are. */
export type FirstFactor = 'password' | 'passkey' | 'link' | 'sso'
/** What they showed besides. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery'

/**
 * Starts a session for somebody who has shown all that was asked for, and ends the one that this browser had before.
 *
 * @returns the secret of which the row holds the hash; null when the person was deactivated meanwhile
 */
export async function startSession(
  tx: Transaction,
  personId: string,
  visit: Visit,
  shown: { method: FirstFactor; secondFactor: SecondFactor | null },
): Promise<string | null> {
  const person = await lockActivePerson(tx, personId)
  if (!person) return null
  const at = now()
  const secret = newSecret()
  const id = newId()
  if (visit.formerSecret) await endFormer(tx, visit.formerSecret)
  await tx.session.create({
    data: {
      id,
      personId,
      tokenHash: hashSecret(secret),
      address: visit.address,
      userAgent: visit.userAgent.slice(0, 300),
      createdAt: at,
      lastSeenAt: at,
      provenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_SECONDS * 1000),
      ...shown,
    },
  })
  await tx.person.update({ where: { id: personId }, data: { lastSeenAt: at } })
  await recordEvent(tx, actorOf(person, id), {
    action: 'session.start',
    thing: 'person',
    thingId: personId,
    detail: { method: shown.method, ...(shown.secondFactor === null ? {} : { secondFactor: shown.secondFactor }) },
  })
  return secret
}

/** Whoever was signed in on this browser before is not any more. */
async function endFormer(tx: Transaction, secret: string): Promise<void> {
  const former = await tx.session.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: { id: true, person: { select: actorFields } },
  })
  if (!former) return
  await tx.session.deleteMany({ where: { id: former.id } })
  const actor = actorOf(former.person, former.id)
  await recordEvent(tx, actor, { action: 'session.end', thing: 'person', thingId: actor.id })
  await noticeSessionsOf(tx, actor.id)
}

/** Locked, so that a deactivation at the same moment either ends this session too or is seen here. */
async function lockActivePerson(tx: Transaction, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
  return tx.person.findFirst({ where: { id: personId, status: 'ACTIVE' }, select: actorFields })
}
