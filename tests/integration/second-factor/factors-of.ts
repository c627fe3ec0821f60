import { Secret, TOTP } from 'otpauth'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { addPasskey, askToMakePasskey } from '@/lib/passkeys/add-passkey'
import type { PersonActor } from '@/lib/policy/actor'
import { beginApp, confirmApp } from '@/lib/second-factor/set-up-app'
import { SoftwarePasskey } from '@/tests/support/software-passkey'

export const HOST = 'localhost:3130'
export const PARTY = { id: 'localhost', origin: `http://${HOST}` }
export const RP = { origin: PARTY.origin, rpId: PARTY.id }

/** The code that an app with this key shows. @param steps how many steps of 30 seconds from now */
export function codeOf(key: string, steps = 0): string {
  const timestamp = now().getTime() + steps * 30_000
  return TOTP.generate({ secret: Secret.fromBase32(key), timestamp })
}

/** Sets an app up. Its first code was of the step before, so that the present one is not used. */
export async function anApp(actor: PersonActor): Promise<{ key: string; recoveryCodes: string[] }> {
  const { key, ticket } = await beginApp(actor)
  const { recoveryCodes } = await confirmApp(actor, { ticket, code: codeOf(key, -1) })
  return { key, recoveryCodes: recoveryCodes ?? [] }
}

/** Adds a passkey. */
export async function aPasskey(
  actor: PersonActor,
  name = 'Laptop',
): Promise<{ passkey: SoftwarePasskey; id: string; recoveryCodes: string[] }> {
  const passkey = new SoftwarePasskey()
  const { secret, options } = await askToMakePasskey(actor, PARTY)
  const made = passkey.make({ challenge: options.challenge, ...RP })
  const { recoveryCodes } = await addPasskey(actor, { name, made }, { party: PARTY, secret })
  const { id } = await database().passkey.findUniqueOrThrow({ where: { credentialId: made.id } })
  return { passkey, id, recoveryCodes: recoveryCodes ?? [] }
}

/** So long ago did this session show last that it is they. */
export async function provenMinutesAgo(actor: PersonActor, minutes: number): Promise<void> {
  const provenAt = new Date(Date.now() - minutes * 60_000)
  await database().session.update({ where: { id: actor.sessionId }, data: { provenAt } })
}

/** What a role asks for, from a day on. */
export async function needSecondFactor(role: string, of: { since: Date; graceDays: number } | null): Promise<void> {
  const data =
    of === null
      ? { needsSecondFactor: false, secondFactorSince: null }
      : { needsSecondFactor: true, secondFactorSince: of.since, graceDays: of.graceDays }
  await database().role.update({ where: { id: role }, data })
}
