import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import { database, isUniqueViolation, type Transaction, transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { actorOf } from '@/lib/people/actor-of'
import { EmailAddress } from '@/lib/people/email-address'
import { lockPerson } from '@/lib/people/lock-person'
import type { OutsideIdentity } from './finish-sso'
import { identityLinkedMail } from './identity-linked-mail'
import { SsoProblem } from './sso-problem'

/**
 * The person who somebody of the other house is here. Who came before is known by the subject, whatever their address is now. Else it is
 * the person with exactly the address that the house has verified: they are tied together now, once, and the person is told by mail.
 *
 * @param house what people call it
 * @returns the id of an active person
 * @throws SsoProblem
 */
export async function findPersonOf(identity: OutsideIdentity, house: string): Promise<string> {
  const known = await findKnown(identity)
  if (known !== null) return known
  try {
    const personId = await transaction((tx) => tie(tx, identity, house))
    await nudgeMail()
    return personId
  } catch (error) {
    // Two came back at the same moment: the other one was first.
    const first = isUniqueViolation(error) ? await findKnown(identity) : null
    if (first !== null) return first
    throw error
  }
}

async function findKnown({ issuer, subject }: OutsideIdentity): Promise<string | null> {
  const known = await database().externalIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { id: true, person: { select: { id: true, status: true } } },
  })
  if (known === null) return null
  if (known.person.status !== 'ACTIVE') throw new SsoProblem('SsoDeactivated')
  await database().externalIdentity.updateMany({ where: { id: known.id }, data: { lastUsedAt: now() } })
  return known.person.id
}

async function tie(tx: Transaction, { issuer, subject, email, isEmailSaid }: OutsideIdentity, house: string) {
  if (email === null) throw new SsoProblem(isEmailSaid ? 'SsoUnverified' : 'SsoUnknown')
  const person = await lockByEmail(tx, email)
  if (person === null) throw new SsoProblem('SsoUnknown')
  if (person.status === 'DEACTIVATED') throw new SsoProblem('SsoDeactivated')
  const others = await tx.externalIdentity.findMany({
    where: { personId: person.id, issuer },
    select: { subject: true },
  })
  if (others.some((other) => other.subject === subject)) return person.id
  // The address is somebody else's at the house by now, and the account is not.
  if (others.length > 0) throw new SsoProblem('SsoOther')
  if (person.status === 'INVITED') await join(tx, person)
  const at = now()
  await tx.externalIdentity.create({
    data: { id: newId(), personId: person.id, issuer, subject, createdAt: at, lastUsedAt: at },
  })
  await queueMail(tx, identityLinkedMail({ to: person.email, name: person.name, house }))
  await recordEvent(tx, actorOf(person), {
    action: 'people.linkIdentity',
    thing: 'person',
    thingId: person.id,
    detail: { issuer },
  })
  return person.id
}

/** Letters that only look like others are none of ours: what EmailAddress does not take, nobody here has. */
async function lockByEmail(tx: Transaction, said: string) {
  const email = EmailAddress.safeParse(said)
  if (!email.success) return null
  const found = await tx.person.findUnique({ where: { email: email.data }, select: { id: true } })
  if (found === null) return null
  const person = await lockPerson(tx, found.id)
  return person.email === email.data ? person : null
}

/** Whoever was invited has joined by coming in. The mailed link is of no use any more. */
async function join(tx: Transaction, person: Awaited<ReturnType<typeof lockPerson>>): Promise<void> {
  await tx.person.update({ where: { id: person.id }, data: { status: 'ACTIVE' } })
  await tx.invitation.deleteMany({ where: { personId: person.id, usedAt: null } })
  await recordEvent(tx, actorOf(person), {
    action: 'people.acceptInvitation',
    thing: 'person',
    thingId: person.id,
    detail: { method: 'sso' },
  })
}
