import { z } from 'zod'
import { recordEvent } from '@/lib/audit'
import { transaction } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { assertPerson } from '@/lib/second-factor/change-factors'
import { PasskeyName } from './passkey-name'

export const RenamePasskey = z.strictObject({ id: z.uuid(), name: PasskeyName })

/**
 * Calls one's passkey something else.
 *
 * @throws NotSignedIn
 * @throws NotFound when there is no such passkey, or it is somebody else's
 */
export async function renamePasskey(actor: Actor, { id, name }: z.output<typeof RenamePasskey>): Promise<void> {
  const person = assertPerson(actor)
  await transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id, personId: person.id }, data: { name } })
    if (count === 0) throw new NotFound('This passkey is not in your list any more.')
    await recordEvent(tx, person, { action: 'factor.rename', thing: 'person', thingId: person.id })
  })
}
