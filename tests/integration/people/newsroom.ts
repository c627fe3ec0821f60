import { vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import type { Entered } from '@/lib/auth/enter'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { createPerson } from '@/lib/people/create-person'
import type { Actor, BuiltInRole, PersonActor } from '@/lib/policy/actor'

export const PASSWORD = 'a quiet river at dawn'
export const SYSTEM: Actor = { kind: 'system', name: 'tests' }
export const NOBODY: Actor = { kind: 'nobody' }

let number = 0

/** A person of this role who has signed in, as the actor that a door would hand to a use case. */
export async function enter(role: BuiltInRole, name = 'Ada Park'): Promise<PersonActor & { secret: string }> {
  number++
  const email = `person-${number}@newsroom.test`
  await createPerson(SYSTEM, { name, email, role, password: PASSWORD })
  return enterAgain(email)
}

/** Signs the person in from one more browser. */
export async function enterAgain(
  email: string,
  address = `192.0.2.${number % 250}`,
): Promise<PersonActor & { secret: string }> {
  const signedIn = await signIn({ address, userAgent: 'Tests/1.0', formerSecret: null }, { email, password: PASSWORD })
  if (signedIn?.kind !== 'in') throw new Error(`${email} could not sign in`)
  const actor = await checkSession(signedIn.secret)
  if (actor.kind !== 'person') throw new Error('the session is not live')
  return { ...actor, secret: signedIn.secret }
}

/** The secret in the link of the newest mail to this address. */
export async function linkFromMail(to: string): Promise<string> {
  const mail = await database().mail.findFirstOrThrow({ where: { to }, orderBy: { id: 'desc' } })
  const secret = /\/(?:invite|reset)\/([\w-]{43})/.exec(mail.text)?.[1]
  if (!secret) throw new Error('there is no link in this mail')
  return secret
}

/** Moves the app's clock; the database's rows stay. Undone by vi.useRealTimers(). */
export function hoursLater(hours: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 60 * 60 * 1000 })
}

/** The names of what was recorded about a person, oldest first. */
export async function recordedAbout(personId: string): Promise<string[]> {
  const events = await database().auditEvent.findMany({ where: { thingId: personId }, orderBy: { id: 'asc' } })
  return events.map((event) => event.action)
}

/** The secret of the session that came of signing in; empty where none did. */
export function secretOf(entered: Entered | null): string {
  return entered?.kind === 'in' ? entered.secret : ''
}
