import { database } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { assertPerson } from './change-factors'

export type OwnPasskey = { id: string; name: string; isBackedUp: boolean; createdAt: Date; lastUsedAt: Date | null }

/** What somebody can show besides a password. `codesLeft`: recovery codes that were not used. */
export type Factors = {
  hasPassword: boolean
  appSince: Date | null
  passkeys: OwnPasskey[]
  codesLeft: number
  isNeeded: boolean
}

/** One's own second factor. @throws NotSignedIn */
export function getOwnFactors(actor: Actor): Promise<Factors> {
  return readFactors(assertPerson(actor).id)
}

/** What somebody else has set up, in short: for whoever may take it away. @throws Forbidden */
export async function getFactorsOf(actor: Actor, personId: string): Promise<{ app: boolean; passkeys: number }> {
  authorise(actor, 'people.resetFactor')
  const { appSince, passkeys } = await readFactors(personId)
  return { app: appSince !== null, passkeys: passkeys.length }
}

async function readFactors(personId: string): Promise<Factors> {
  const person = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      passwordHash: true,
      heldRole: { select: { needsSecondFactor: true } },
      totpSecret: { select: { confirmedAt: true } },
      passkeys: {
        orderBy: { createdAt: 'asc' },
        select: { id: true, name: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  return {
    hasPassword: person.passwordHash !== null,
    appSince: person.totpSecret?.confirmedAt ?? null,
    passkeys: person.passkeys,
    codesLeft: person._count.recoveryCodes,
    isNeeded: person.heldRole.needsSecondFactor,
  }
}
