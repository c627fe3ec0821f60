import { z } from 'zod'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { EmailAddress } from './email-address'
import { isEmailTaken } from './is-email-taken'
import { PersonName } from './person-name'
import { lockRoleToGive, RoleId } from './role-to-give'
import { welcomeInvited } from './welcome-invited'

export const InvitePerson = z.strictObject({ name: PersonName, email: EmailAddress, role: RoleId })

/**
 * Invites somebody by mail. The person and the byline are there at once, so that articles can carry the name; signing in
 * begins with the link.
 *
 * @throws Conflict when somebody has this e-mail already
 */
export async function invitePerson(actor: Actor, input: z.output<typeof InvitePerson>): Promise<{ id: string }> {
  authorise(actor, 'people.invite')
  const id = newId()
  try {
    await transaction(async (tx) => {
      const role = await lockRoleToGive(tx, actor, input.role)
      await tx.person.create({
        data: { id, name: input.name, email: input.email, role: input.role, status: 'INVITED', createdAt: now() },
      })
      await welcomeInvited(tx, actor, { id, name: input.name, email: input.email, role })
    })
  } catch (error) {
    if (isEmailTaken(error)) throw new Conflict('Somebody with this e-mail address is in the list already.')
    throw error
  }
  await nudgeMail()
  return { id }
}
