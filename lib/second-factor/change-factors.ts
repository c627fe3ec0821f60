import { recordEvent } from '@/lib/audit'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { endSessions } from '@/lib/auth/end-sessions'
import { type Transaction, transaction } from '@/lib/db/database'
import { NotSignedIn } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { lockPerson } from '@/lib/people/lock-person'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { factorMail } from './factor-mail'

/** What was done, for the log and for the mail. */
export type FactorChange<Value> = {
  value: Value
  action: 'factor.add' | 'factor.replace' | 'factor.remove'
  what: 'app' | 'passkey'
  subject: string
  sentence: string
}

/**
 * Changes somebody's own second factor, whatever the change is: they have shown lately that it is they, nobody else changes it at the same
 * moment, every other session of theirs ends at once, they get a mail, and it stands in the log.
 *
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export async function changeFactors<Value>(
  actor: Actor,
  change: (tx: Transaction, person: PersonActor) => Promise<FactorChange<Value>>,
): Promise<Value> {
  const own = assertPerson(actor)
  await assertProvenLately(own)
  const value = await transaction(async (tx) => {
    const person = await lockPerson(tx, own.id)
    if (person.status !== 'ACTIVE') throw new NotSignedIn()
    const { value, action, what, subject, sentence } = await change(tx, own)
    const sessions = await endSessions(tx, own.id, own.sessionId)
    await recordEvent(tx, own, { action, thing: 'person', thingId: own.id, detail: { what, sessions } })
    await queueMail(tx, factorMail(person, subject, sentence))
    return value
  })
  await nudgeMail()
  return value
}

/** @throws NotSignedIn */
export function assertPerson(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw new NotSignedIn()
  return actor
}
