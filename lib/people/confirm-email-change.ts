import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { endAllBut } from '@/lib/auth/end-sessions'
import { LIMITS } from '@/lib/auth/limits'
import { countTry } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { hashSecret, newSecret } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { actorOf } from './actor-of'
import { emailChangedMail, UNDO_DAYS } from './email-change-mails'
import { isEmailTaken } from './is-email-taken'
import { lockPerson } from './lock-person'

export const EmailChangeLink = z.strictObject({ token: z.string().max(100) })

/**
 * From now on somebody signs in with the address behind whose mail this secret stood. Every session ends but the one that asked, links
 * that were mailed to the old address stop working, and it gets a mail with which it can take the change back.
 *
 * @param address where the request comes from
 * @throws Conflict when the link is no good, or somebody else has that address meanwhile
 * @throws RateLimited
 */
export async function confirmEmailChange(
  address: string,
  { token }: z.output<typeof EmailChangeLink>,
): Promise<{ email: string }> {
  await countTry(LIMITS.linkUse, address)
  try {
    const email = await transaction((tx) => change(tx, token))
    await nudgeMail()
    return { email }
  } catch (error) {
    if (isEmailTaken(error)) throw new Conflict('Somebody else here has this address by now. Choose another one.')
    throw error
  }
}

async function change(tx: Transaction, token: string): Promise<string> {
  const at = now()
  const undoSecret = newSecret()
  const [confirmed] = await tx.emailChange.updateManyAndReturn({
    where: { confirmHash: hashSecret(token), confirmedAt: null, expiresAt: { gt: at } },
    data: {
      confirmedAt: at,
      undoHash: hashSecret(undoSecret),
      expiresAt: new Date(at.getTime() + UNDO_DAYS * 24 * 60 * 60 * 1000),
    },
    select: { personId: true, sessionId: true, oldEmail: true, newEmail: true },
  })
  if (!confirmed) throw deadLink()
  const person = await lockPerson(tx, confirmed.personId)
  // The address changed in another way since this was asked.
  if (person.status !== 'ACTIVE' || person.email !== confirmed.oldEmail) throw deadLink()
  await tx.person.update({ where: { id: person.id }, data: { email: confirmed.newEmail } })
  const sessions = await endAllBut(tx, person.id, confirmed.sessionId)
  await closeMailedLinks(tx, person.id)
  const { oldEmail: to, newEmail } = confirmed
  await queueMail(tx, emailChangedMail({ to, name: person.name, newEmail, secret: undoSecret }))
  const detail = { sessions }
  await recordEvent(tx, actorOf(person), { action: 'people.changeEmail', thing: 'person', thingId: person.id, detail })
  return newEmail
}

/** Whoever reads an address that is no longer the person's comes in by none of them. */
export async function closeMailedLinks(tx: Transaction, personId: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { personId, purpose: 'RESET', usedAt: null } })
  await tx.signInLink.deleteMany({ where: { personId, usedAt: null } })
}

export function deadLink(): Conflict {
  return new Conflict('This link was used already, has run out, or is no longer needed.')
}
