import { recordEvent } from '@/lib/audit'
import { database } from '@/lib/db/database'
import { log } from '@/lib/log'
import { actorFields } from '@/lib/people/actor-of'
import { EmailAddress } from '@/lib/people/email-address'
import { type Entered, enter } from './enter'
import { mayUsePassword } from './may-use-password'
import { knownDevice } from './meet-device'
import { verifyPassword } from './password'
import { countSignIn, forgetSignIns } from './sign-in-limits'
import type { Visit } from './visit'

/**
 * Lets in whoever knows the e-mail and the password; null for everybody else, without saying which was wrong.
 * What was typed and does not even look like an address takes as long as a wrong password. So does the right password of somebody who is
 * to come through another house: whether it is right is nobody's to know then.
 *
 * @throws RateLimited after too many tries
 */
export async function signIn(visit: Visit, input: { email: string; password: string }): Promise<Entered | null> {
  const email = EmailAddress.safeParse(input.email).data ?? null
  const person = email === null ? null : await findByEmail(email)
  const tried = {
    account: email ?? input.email,
    address: visit.address,
    deviceSecret: person === null ? null : await knownDevice(database(), person.id, visit),
  }
  await countSignIn(tried)
  const mayEnter = person?.status === 'ACTIVE' && (await mayUsePassword(person))
  const isRight = await verifyPassword(mayEnter ? person.passwordHash : null, input.password)
  const entered = mayEnter && isRight ? await enter(visit, person.id, 'password') : null
  if (entered === null) {
    log.info({ personId: person?.id ?? null }, 'a sign-in was refused')
    await recordRefusal(person?.id, visit.address)
    return null
  }
  await forgetSignIns(tried)
  return entered
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
  return database().person.findUnique({
    where: { email },
    select: { ...actorFields, passwordHash: true, status: true },
  })
}
