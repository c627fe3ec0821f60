import { z } from 'zod'
import { type Transaction, transaction } from '@/lib/db/database'
import { KnownError } from '@/lib/errors'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { sendInvitationAgain } from './resend-invitation'
import { takeInvitationBack } from './revoke-invitation'

export const SeveralPeople = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) })

/** What became of several invitations at once. `left`: whose could not be touched, and why. */
export type ManyInvitations = { done: number; left: { name: string; why: string }[] }

/** Sends every one of these another link. Who has accepted meanwhile is left out, and named. @throws Forbidden */
export function resendInvitations(actor: Actor, input: z.output<typeof SeveralPeople>): Promise<ManyInvitations> {
  return forEach(actor, input.ids, sendInvitationAgain)
}

/** Takes all of these back. Who has accepted meanwhile is left out, and named. @throws Forbidden */
export function revokeInvitations(actor: Actor, input: z.output<typeof SeveralPeople>): Promise<ManyInvitations> {
  return forEach(actor, input.ids, takeInvitationBack)
}

async function forEach(
  actor: Actor,
  ids: readonly string[],
  work: (tx: Transaction, actor: Actor, id: string) => Promise<void>,
): Promise<ManyInvitations> {
  authorise(actor, 'people.invite')
  const result = await transaction(async (tx) => {
    const outcome: ManyInvitations = { done: 0, left: [] }
    // In one order, so that two who do the same wait for each other and do not stand in each other's way.
    for (const id of [...new Set(ids)].sort()) {
      try {
        await work(tx, actor, id)
        outcome.done++
      } catch (error) {
        if (!(error instanceof KnownError)) throw error
        outcome.left.push(await nameOf(tx, id))
      }
    }
    return outcome
  })
  await nudgeMail()
  return result
}

async function nameOf(tx: Transaction, id: string): Promise<{ name: string; why: string }> {
  const person = await tx.person.findUnique({ where: { id }, select: { name: true } })
  return person === null
    ? { name: 'somebody', why: 'no longer in the list' }
    : { name: person.name, why: 'has accepted' }
}
