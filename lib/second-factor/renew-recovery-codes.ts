import { recordEvent } from '@/lib/audit'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { hasSecondFactor } from '@/lib/auth/enter'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { lockPerson } from '@/lib/people/lock-person'
import type { Actor } from '@/lib/policy/actor'
import { assertPerson } from './change-factors'
import { renewedCodesMail } from './factor-mail'
import { writeRecoveryCodes } from './recovery-codes'

/**
 * Makes ten new recovery codes. Those of before work no longer.
 *
 * @throws Conflict without a second factor that they could stand in for
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export async function renewRecoveryCodes(actor: Actor): Promise<{ recoveryCodes: string[] }> {
  const own = assertPerson(actor)
  await assertProvenLately(own)
  const recoveryCodes = await transaction(async (tx) => {
    const person = await lockPerson(tx, own.id)
    if (!(await hasSecondFactor(tx, own.id))) throw new Conflict('Set up an app for codes or a passkey first.')
    const codes = await writeRecoveryCodes(tx, own.id)
    await recordEvent(tx, own, { action: 'factor.renewCodes', thing: 'person', thingId: own.id })
    await queueMail(tx, renewedCodesMail(person))
    return codes
  })
  await nudgeMail()
  return { recoveryCodes }
}
