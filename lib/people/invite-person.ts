import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { LIMITS } from '@/lib/auth/limits'
import { countTry } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { freeBylineSlug } from './byline-slug'
import { EmailAddress } from './email-address'
import { invitationMail } from './invitation-mail'
import { isEmailTaken } from './is-email-taken'
import { openLink } from './one-time-link'
import { PersonName } from './person-name'
import { lockRoleToGive, RoleId } from './role-to-give'

export const InvitePerson = z.strictObject({ name: PersonName, email: EmailAddress, role: RoleId })

/**
 * Invites somebody by mail. The person and the byline are there at once, so that articles can carry the name; signing in
 * begins with the link.
 *
 * @throws Conflict when somebody has this e-mail already
 * @throws RateLimited
 */
export async function invitePerson(actor: Actor, input: z.output<typeof InvitePerson>): Promise<{ id: string }> {
  authorise(actor, 'people.invite')
  await countInvitation(actor, input.email)
  const id = newId()
  try {
    await transaction(async (tx) => {
      const at = now()
      await lockRoleToGive(tx, actor, input.role)
      await tx.person.create({
        data: { id, name: input.name, email: input.email, role: input.role, status: 'INVITED', createdAt: at },
      })
      const slug = await freeBylineSlug(tx, input.name)
      await tx.byline.create({ data: { id: newId(), slug, name: input.name, personId: id, createdAt: at } })
      const secret = await openLink(tx, 'JOIN', id)
      await queueMail(tx, invitationMail({ to: input.email, name: input.name, secret, invitedBy: nameOf(actor) }))
      await recordEvent(tx, actor, {
        action: 'people.invite',
        thing: 'person',
        thingId: id,
        detail: { role: input.role },
      })
    })
  } catch (error) {
    if (isEmailTaken(error)) throw new Conflict('Somebody with this e-mail address is in the list already.')
    throw error
  }
  await nudgeMail()
  return { id }
}

/** Each is a mail to somebody who may not know us. @param invited the address, or the id of the person who has it. @throws RateLimited */
export async function countInvitation(actor: Actor, invited: string): Promise<void> {
  if (actor.kind === 'person') await countTry(LIMITS.invitePerson, actor.id)
  await countTry(LIMITS.inviteAddress, invited)
}

function nameOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.name : null
}
