import { recordEvent } from '@/lib/audit'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { queueMail } from '@/lib/mail/queue-mail'
import type { Actor } from '@/lib/policy/actor'
import { freeBylineSlug } from './byline-slug'
import { invitationMail } from './invitation-mail'
import { openLink } from './one-time-link'

/**
 * Gives somebody who has just been written down as invited a byline, a link and the mail with it. The caller has asked whether the role
 * may be given, and nudges the mail after the commit.
 */
export async function welcomeInvited(
  tx: Transaction,
  actor: Actor,
  of: { id: string; name: string; email: string; role: { id: string; name: string }; deskId?: string | null },
): Promise<void> {
  const { id, name, email, role, deskId = null } = of
  const slug = await freeBylineSlug(tx, name)
  await tx.byline.create({ data: { id: newId(), slug, name, personId: id, createdAt: now() } })
  if (deskId !== null) await tx.deskMember.create({ data: { deskId, personId: id } })
  const secret = await openLink(tx, 'JOIN', id)
  const invitedBy = actor.kind === 'person' ? actor.name : null
  await queueMail(tx, invitationMail({ to: email, name, secret, invitedBy }))
  await recordEvent(tx, actor, {
    action: 'people.invite',
    thing: 'person',
    thingId: id,
    detail: { role: role.id, roleName: role.name, ...(deskId === null ? {} : { deskId }) },
  })
}
