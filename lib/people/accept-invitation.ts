import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { hashPassword, NewPassword } from '@/lib/auth/password'
import { type Transaction, transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { actorOf } from './actor-of'
import { freeBylineSlug } from './byline-slug'
import { findLink } from './find-link'
import { lockPerson } from './lock-person'
import { useUpLink } from './one-time-link'
import { PersonName } from './person-name'

export const AcceptInvitation = z.strictObject({ token: z.string().max(100), name: PersonName, password: NewPassword })

/**
 * Uses an invitation up: the person gets a name and a password and may sign in from now on.
 *
 * @returns the e-mail to sign in with
 * @throws Conflict when the link is unknown, was used, or is too old
 */
export async function acceptInvitation(input: z.output<typeof AcceptInvitation>): Promise<{ email: string }> {
  // Looked at first, so that guessed links do not make us hash.
  if ((await findLink(['JOIN'], input.token)).state !== 'open') throw deadLink()
  const passwordHash = await hashPassword(input.password)
  return transaction(async (tx) => {
    const link = await useUpLink(tx, ['JOIN'], input.token)
    if (!link?.personId) throw deadLink()
    const person = await lockPerson(tx, link.personId)
    if (person.status !== 'INVITED') throw deadLink()
    await tx.person.update({ where: { id: person.id }, data: { name: input.name, passwordHash, status: 'ACTIVE' } })
    if (person.name !== input.name) await renameByline(tx, person.id, input.name)
    const actor = actorOf({ ...person, name: input.name })
    await recordEvent(tx, actor, { action: 'people.acceptInvitation', thing: 'person', thingId: person.id })
    return { email: person.email }
  })
}

function deadLink(): Conflict {
  return new Conflict('This invitation was used already or has run out. Ask for another one.')
}

/** People correct how their name is written. The slug follows while no article has made it known. */
async function renameByline(tx: Transaction, personId: string, name: string): Promise<void> {
  const unused = { personId, articleBylines: { none: {} }, publicationBylines: { none: {} } }
  const own = await tx.byline.findUnique({ where: { personId }, select: { id: true } })
  const slug = await freeBylineSlug(tx, name, own?.id)
  await tx.byline.updateMany({ where: { personId }, data: { name } })
  await tx.byline.updateMany({ where: unused, data: { slug } })
}
