import { z } from 'zod'
import { hashPassword, NewPassword } from '@/lib/auth/password'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { openStarterTemplates } from '@/lib/templates/open-starter-templates'
import { addPerson } from './add-person'
import { EmailAddress } from './email-address'
import { findLink } from './find-link'
import { useUpLink } from './one-time-link'
import { PersonName } from './person-name'

export const SetUpNewsroom = z.strictObject({
  token: z.string().max(100),
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
})

/**
 * Uses the link of `openSetUp` up: makes the first administrator.
 *
 * @returns the e-mail to sign in with
 * @throws Conflict when the link is unknown, was used, or is too old, or somebody is there already
 */
export async function setUpNewsroom(input: z.output<typeof SetUpNewsroom>): Promise<{ email: string }> {
  if ((await findLink(['SET_UP'], input.token)).state !== 'open') throw deadLink()
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    if (!(await useUpLink(tx, ['SET_UP'], input.token))) throw deadLink()
    if ((await tx.person.count()) > 0) throw deadLink()
    const setUp = { kind: 'system', name: 'set-up' } as const
    const { id } = await addPerson(tx, setUp, { ...input, role: 'ADMINISTRATOR', passwordHash })
    await openStarterTemplates(tx, id)
  })
  return { email: input.email }
}

function deadLink(): Conflict {
  return new Conflict('This link was used already or has run out. Start the app again to get another one.')
}
