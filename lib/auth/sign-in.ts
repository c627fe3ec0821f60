import { recordEvent } from '@/lib/audit'
import { database } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'
import { hashSecret } from '@/lib/ids'
import { log } from '@/lib/log'
import type { ActorRow } from '@/lib/people/actor-of'
import { EmailAddress } from '@/lib/people/email-address'
import { type Entered, enter } from './enter'
import { mayUsePassword } from './may-use-password'
import { verifyPassword } from './password'
import { countSignIn, forgetSignIns } from './sign-in-limits'
import type { Visit } from './visit'

/**
 * Lets in whoever knows the e-mail and the password; null for everybody else, without saying which was wrong.
 * What was typed and does not even look like an address takes as long as a wrong password. So does the right password of somebody who is
 * to come through another house: whether it is right is nobody's to know then. And the database is asked the same of everybody, known or
 * not: two questions more for those who are here could be told from outside by a few dozen tries.
 *
 * @throws RateLimited after too many tries
 */
export async function signIn(visit: Visit, input: { email: string; password: string }): Promise<Entered | null> {
  const email = EmailAddress.safeParse(input.email).data ?? null
  const person = await findByEmail(email ?? '', visit)
  const tried = {
    account: email ?? input.email,
    address: visit.address,
    deviceSecret: person?.knowsDevice ? (visit.deviceSecret ?? null) : null,
  }
  await countSignIn(tried)
  const mayEnter = await mayUsePassword(person?.status === 'ACTIVE' ? person : null)
  const isRight = await verifyPassword(mayEnter ? (person?.passwordHash ?? null) : null, input.password)
  const entered = person && mayEnter && isRight ? await enter(visit, person.id, 'password') : null
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

type Known = ActorRow & { passwordHash: string | null; status: string; knowsDevice: boolean }

/** Who has this address, and whether they have signed in on this browser before. In one statement, whether there is somebody or not. */
async function findByEmail(email: string, { deviceSecret }: Visit): Promise<Known | undefined> {
  const [person] = await sqlOn(database())<Known>`
    SELECT p.id, p.name, p.email, p.role, p.status::text AS status, p."passwordHash",
           json_build_object('id', r.id, 'name', r.name, 'isBuiltIn', r."isBuiltIn", 'grants', r.grants) AS "heldRole",
           ARRAY(SELECT json_build_object('deskId', m."deskId") FROM "DeskMember" m WHERE m."personId" = p.id) AS desks,
           EXISTS (SELECT 1 FROM "Device" d WHERE d."personId" = p.id AND d."tokenHash" = ${hashSecret(deviceSecret ?? '')})
             AS "knowsDevice"
    FROM "Person" p JOIN "Role" r ON r.id = p.role
    WHERE p.email = ${email}`
  return person
}
