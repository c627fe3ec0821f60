import { countTry, forgetTries } from '@/lib/auth/rate-limits'
import { countSignIn, forgetSignIns } from '@/lib/auth/sign-in-limits'
import { type FirstFactor, type SecondFactor, startSession } from '@/lib/auth/start-session'
import type { Visit } from '@/lib/auth/visit'
import { database, type Transaction, transaction } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import { checkPasskey, type PasskeyUse } from '@/lib/passkeys/check-passkey'
import { recoveryCodeMail } from './factor-mail'
import { APP_CODES, APP_CODES_A_DAY } from './limits'
import { countAnswer, getPending, type Pending, pendingEnded } from './pending-sign-in'
import { type Refused, recordRefusal } from './record-refusal'
import { spendRecoveryCode } from './recovery-codes'
import { spendAppCode } from './spend-app-code'

/** What somebody shows after the first factor. */
export type Shown =
  | { kind: 'totp'; code: string }
  | { kind: 'recovery'; code: string }
  | { kind: 'passkey'; use: Omit<PasskeyUse, 'verified'> }

const REFUSED: Record<SecondFactor, Refused> = { totp: 'code', recovery: 'recovery', passkey: 'passkey' }

/**
 * Lets in whoever shows the second factor of a sign-in that waits for it, in the browser that began it.
 *
 * @param secret of that browser's cookie
 * @returns whose session it is, and its secret
 * @throws Gone when the sign-in has ended: it took too long, too many answers were wrong, it is done, or there is none in this browser
 * @throws Invalid when what was shown is not right
 * @throws RateLimited
 */
export async function answerPending(
  visit: Visit,
  secret: string | undefined,
  shown: Shown,
): Promise<{ personId: string; secret: string }> {
  const pending = await getPending(secret)
  const tries = { account: pending.email, personId: pending.personId, address: visit.address }
  await countSignIn(tries)
  if (shown.kind === 'totp') await countCode(pending.personId)
  const left = await countAnswer(pending.id)
  if (left === null) throw pendingEnded()
  const sessionSecret = await transaction((tx) => letIn(tx, visit, pending, shown))
  if (sessionSecret === null) {
    await recordRefusal(database(), { personId: pending.personId, what: REFUSED[shown.kind], address: visit.address })
    throw left === 0 ? pendingEnded() : new Invalid(refusal(shown.kind, left))
  }
  await forgetSignIns(tries)
  if (shown.kind === 'totp') await forgetTries(APP_CODES, pending.personId)
  await nudgeMail()
  return { personId: pending.personId, secret: sessionSecret }
}

/** Tries of whoever knows the password, from wherever: the sign-ins that they begin anew do not add up to more. */
export async function countCode(personId: string): Promise<void> {
  await countTry(APP_CODES, personId)
  await countTry(APP_CODES_A_DAY, personId)
}

async function letIn(tx: Transaction, visit: Visit, pending: Pending, shown: Shown): Promise<string | null> {
  // Whatever changes somebody's second factor holds the person: it is either done, or not begun.
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${pending.personId}::uuid FOR UPDATE`
  if ((await tx.pendingSignIn.count({ where: { id: pending.id } })) === 0) return null
  if (!(await isRight(tx, pending, shown))) return null
  await tx.pendingSignIn.deleteMany({ where: { id: pending.id } })
  const { personId, method } = pending
  return startSession(tx, personId, visit, { method: method as FirstFactor, secondFactor: shown.kind })
}

async function isRight(tx: Transaction, { personId }: Pending, shown: Shown): Promise<boolean> {
  if (shown.kind === 'totp') return spendAppCode(tx, personId, shown.code)
  if (shown.kind === 'passkey')
    return (await checkPasskey(tx, { ...shown.use, verified: 'welcome' }, personId)) !== null
  const left = await spendRecoveryCode(tx, personId, shown.code)
  if (left === null) return false
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true, email: true } })
  await queueMail(tx, recoveryCodeMail(person, left))
  return true
}

function refusal(kind: SecondFactor, left: number): string {
  const more = left === 1 ? 'You can try once more.' : `You can try ${left} more times.`
  if (kind === 'passkey') return `This passkey is not one of yours here, or it took too long. ${more}`
  if (kind === 'recovery') return `This is not one of your recovery codes, or it was used before. ${more}`
  return `This is not the code that your app shows now. Each code works once: wait for the next one. ${more}`
}
