import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { database, type Transaction, transaction } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'
import { log } from '@/lib/log'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import { EmailAddress } from '@/lib/people/email-address'
import { verifyPassword } from './password'
import { SESSION_SECONDS } from './session-lifetime'
import { countSignIn, forgetSignIns } from './sign-in-limits'

/** Where somebody signs in from, and the session that this browser had before. */
export type Visit = { address: string; userAgent: string; formerSecret: string | null }

/**
 * Starts a session for whoever knows the e-mail and the password; null for everybody else, without saying which was wrong.
 * What was typed and does not even look like an address takes as long as a wrong password.
 *
 * @throws RateLimited after too many tries
 */
export async function signIn(
  visit: Visit,
  input: { email: string; password: string },
): Promise<{ personId: string; secret: string } | null> {
  const email = EmailAddress.safeParse(input.email).data ?? null
  const person = email === null ? null : await findByEmail(email)
  await countSignIn({ account: email ?? input.email, personId: person?.id ?? null, address: visit.address })
  const mayEnter = person?.status === 'ACTIVE'
  const isRight = await verifyPassword(mayEnter ? person.passwordHash : null, input.password)
  const secret = mayEnter && isRight ? await startSession(person.id, visit) : null
  if (!person || email === null || secret === null) {
    log.info({ personId: person?.id ?? null, address: visit.address }, 'a sign-in was refused')
    await recordRefusal(person?.id, visit.address)
    return null
  }
  await forgetSignIns({ account: email, address: visit.address })
  return { personId: person.id, secret }
}

/** Not what was typed: it may be a password in the wrong box. The limits on tries keep somebody from filling the log. */
async function recordRefusal(personId: string | undefined, address: string): Promise<void> {
  const thing = { thing: 'person', ...(personId === undefined ? {} : { thingId: personId }) }
  await recordEvent(
    database(),
    { kind: 'nobody' },
    { action: 'session.refuse', ...thing, detail: { address: address.slice(0, 100) } },
  )
}

function findByEmail(email: string) {
  return database().person.findUnique({ where: { email }, select: { id: true, passwordHash: true, status: true } })
}

/** Makes the row and returns the secret of which it holds the hash; null when the person was deactivated meanwhile. */
function startSession(personId: string, visit: Visit): Promise<string | null> {
  return transaction(async (tx) => {
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
        expiresAt: new Date(at.getTime() + SESSION_SECONDS * 1000),
      },
    })
    await tx.person.update({ where: { id: personId }, data: { lastSeenAt: at } })
    const actor = actorOf(person, id)
    await recordEvent(tx, actor, { action: 'session.start', thing: 'person', thingId: personId })
    return secret
  })
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
}

/** Locked, so that a deactivation at the same moment either ends this session too or is seen here. */
async function lockActivePerson(tx: Transaction, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
  return tx.person.findFirst({
    where: { id: personId, status: 'ACTIVE' },
    select: actorFields,
  })
}
