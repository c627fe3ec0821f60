import type { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { endAllBut } from '@/lib/auth/end-sessions'
import { LIMITS } from '@/lib/auth/limits'
import { countTry } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { hashSecret } from '@/lib/ids'
import { actorOf } from './actor-of'
import { closeMailedLinks, deadLink, type EmailChangeLink } from './confirm-email-change'
import { isEmailTaken } from './is-email-taken'
import { lockPerson } from './lock-person'

/**
 * Gives somebody the address back that they had before a change, whatever it was changed to since: whoever took the account over may have
 * changed it more than once. Every session ends, and with it goes what was tied to the account or asked for since.
 *
 * @param address where the request comes from
 * @throws Conflict when the link is no good, or somebody else has that address meanwhile
 * @throws RateLimited
 */
export async function undoEmailChange(
  address: string,
  { token }: z.output<typeof EmailChangeLink>,
): Promise<{ email: string }> {
  await countTry(LIMITS.linkUse, address)
  try {
    return { email: await transaction((tx) => undo(tx, token)) }
  } catch (error) {
    if (isEmailTaken(error)) throw new Conflict('Somebody else here has this address by now. Tell an administrator.')
    throw error
  }
}

async function undo(tx: Transaction, token: string): Promise<string> {
  const at = now()
  const [undone] = await tx.emailChange.updateManyAndReturn({
    where: { undoHash: hashSecret(token), undoneAt: null, expiresAt: { gt: at } },
    data: { undoneAt: at },
    select: { personId: true, oldEmail: true, confirmedAt: true },
  })
  if (!undone?.confirmedAt) throw deadLink()
  const person = await lockPerson(tx, undone.personId)
  if (person.status !== 'ACTIVE') throw deadLink()
  const since = { gte: undone.confirmedAt }
  await tx.person.update({ where: { id: person.id }, data: { email: undone.oldEmail } })
  const sessions = await endAllBut(tx, person.id, null)
  await closeMailedLinks(tx, person.id)
  // Later changes: neither to be confirmed nor to be undone to an address that was never this person's.
  await tx.emailChange.deleteMany({ where: { personId: person.id, undoneAt: null, createdAt: since } })
  // None is known any more: on one of them somebody else signed in.
  await tx.device.deleteMany({ where: { personId: person.id } })
  await tx.externalIdentity.deleteMany({ where: { personId: person.id, createdAt: since } })
  const detail = { sessions }
  await recordEvent(tx, actorOf(person), {
    action: 'people.undoEmailChange',
    thing: 'person',
    thingId: person.id,
    detail,
  })
  return undone.oldEmail
}
