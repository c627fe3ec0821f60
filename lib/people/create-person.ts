import { z } from 'zod'
import { hashPassword, NewPassword } from '@/lib/auth/password'
import { transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { addPerson } from './add-person'
import { EmailAddress } from './email-address'
import { isEmailTaken } from './is-email-taken'
import { PersonName } from './person-name'
import { RoleId } from './role-to-give'

const CreatePerson = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
  role: RoleId,
  jobTitle: z.string().max(120).optional(),
  biography: z.string().max(2000).optional(),
})

/**
 * Makes somebody who may sign in at once, and their byline: for a newsroom that is made by a script. People invite each other.
 *
 * @throws Invalid
 * @throws Conflict when somebody has this e-mail already
 */
export async function createPerson(
  actor: Actor,
  input: z.input<typeof CreatePerson>,
): Promise<{ id: string; bylineId: string }> {
  authorise(actor, 'people.invite')
  const { password, jobTitle, biography, ...person } = parseInput(CreatePerson, input)
  const passwordHash = await hashPassword(password)
  const words = { ...(jobTitle === undefined ? {} : { jobTitle }), ...(biography === undefined ? {} : { biography }) }
  try {
    return await transaction((tx) => addPerson(tx, actor, { ...person, ...words, passwordHash }))
  } catch (error) {
    if (isEmailTaken(error)) throw new Conflict('Somebody with this e-mail address is in the list already.')
    throw error
  }
}
