import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { changeFactors } from '@/lib/second-factor/change-factors'
import { afterRemoval } from '@/lib/second-factor/last-factor'

export const RemovePasskey = z.strictObject({ id: z.uuid() })

/**
 * One's passkey opens nothing any more.
 *
 * @throws NotFound when there is no such passkey, or it is somebody else's
 * @throws Conflict when the role needs a second factor and there is no other
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export function removePasskey(actor: Actor, { id }: z.output<typeof RemovePasskey>): Promise<void> {
  return changeFactors(actor, async (tx, person) => {
    const [removed] = await tx.passkey.findMany({ where: { id, personId: person.id }, select: { name: true } })
    if (removed === undefined) throw new NotFound('This passkey is not in your list any more.')
    await tx.passkey.deleteMany({ where: { id, personId: person.id } })
    await afterRemoval(tx, person.id)
    return {
      ...{ value: undefined, action: 'factor.remove', what: 'passkey' },
      subject: 'A passkey was removed',
      sentence: `The passkey “${removed.name}” was removed from your account at the newsroom.`,
    }
  })
}
