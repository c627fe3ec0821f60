import { encode } from 'uqr'
import { z } from 'zod'
import { assertProvenLately } from '@/lib/auth/assert-proven-lately'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { openText, sealText } from '@/lib/seal-text'
import { readSettings } from '@/lib/settings/settings'
import { AppCode, appKeyUri, newAppKey, stepOfCode } from './app-code'
import { assertPerson, changeFactors } from './change-factors'
import { codesWithFirst } from './last-factor'

const MINUTES_TO_CONFIRM = 60

/**
 * `key`: to be typed where the picture cannot be read. `picture`: the rows of the QR code, true for dark. `ticket`: the key again, sealed for
 * this session: nothing is stored before the first right code.
 */
export type AppToSetUp = { key: string; picture: boolean[][]; ticket: string }

/**
 * Makes a key for an app that shows codes. The app that is in use stays in use until a code of the new one is typed.
 *
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export async function beginApp(actor: Actor): Promise<AppToSetUp> {
  const person = assertPerson(actor)
  await assertProvenLately(person)
  const key = newAppKey()
  const { name } = await readSettings(database())
  const { data: picture } = encode(appKeyUri(key, { paper: name, email: person.email }), { ecc: 'M', border: 2 })
  const until = now().getTime() + MINUTES_TO_CONFIRM * 60 * 1000
  return { key, picture, ticket: sealText(JSON.stringify({ key, until }), 'totp', ownerOf(person)) }
}

export const ConfirmApp = z.strictObject({ ticket: z.string().min(1).max(1000), code: AppCode })

/**
 * Takes an app into use whose first code is right, in place of the one of before. With the first second factor come recovery codes.
 *
 * @returns the recovery codes; null where the person has some already
 * @throws Invalid when the code is wrong, or the key was made too long ago
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export function confirmApp(
  actor: Actor,
  { ticket, code }: z.output<typeof ConfirmApp>,
): Promise<{ recoveryCodes: string[] | null }> {
  return changeFactors(actor, async (tx, person) => {
    const at = now()
    const key = keyOf(ticket, ownerOf(person), at)
    const lastStep = stepOfCode(key, code, at)
    if (lastStep === null) throw wrongCode()
    const { count: former } = await tx.totpSecret.deleteMany({ where: { personId: person.id } })
    const sealed = sealText(key, 'totp', person.id)
    await tx.totpSecret.create({ data: { personId: person.id, sealed, lastStep, confirmedAt: at, createdAt: at } })
    const recoveryCodes = await codesWithFirst(tx, person.id)
    return former > 0
      ? {
          ...{ value: { recoveryCodes }, action: 'factor.replace', what: 'app' },
          subject: 'Your app for codes was replaced',
          sentence: 'Codes of another app are asked for from now on when you sign in to the newsroom.',
        }
      : {
          ...{ value: { recoveryCodes }, action: 'factor.add', what: 'app' },
          subject: 'An app for codes was added',
          sentence: 'A code of an app is asked for from now on when you sign in to the newsroom.',
        }
  })
}

/** What is sealed for one session is nothing to another. */
function ownerOf(person: { id: string; sessionId: string }): string {
  return `${person.id} ${person.sessionId}`
}

const Ticket = z.strictObject({ key: z.string(), until: z.number() })

function keyOf(ticket: string, owner: string, at: Date): string {
  const { key, until } = Ticket.parse(JSON.parse(opened(ticket, owner)))
  if (until <= at.getTime()) throw tooOld()
  return key
}

function opened(ticket: string, owner: string): string {
  try {
    return openText(ticket, 'totp', owner)
  } catch {
    throw tooOld()
  }
}

function tooOld(): Invalid {
  return new Invalid('This key was made too long ago, or for another session. Start again to get a new one.')
}

function wrongCode(): Invalid {
  const message =
    'This is not the code that the app shows now. Wait for the next one; if that is wrong too, check the clock of your phone.'
  return new Invalid(message, [{ field: 'code', code: 'wrong', message, severity: 'blocking' }])
}
