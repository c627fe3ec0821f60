import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { changeFactors } from './change-factors'
import { afterRemoval } from './last-factor'

/**
 * Codes of an app are not asked for any more.
 *
 * @throws NotFound when there is no app
 * @throws Conflict when the role needs a second factor and there is no other
 * @throws NotSignedIn
 * @throws ProofNeeded
 */
export function removeApp(actor: Actor): Promise<void> {
  return changeFactors(actor, async (tx, person) => {
    const { count } = await tx.totpSecret.deleteMany({ where: { personId: person.id } })
    if (count === 0) throw new NotFound('No app is set up here any more.')
    await afterRemoval(tx, person.id)
    return {
      ...{ value: undefined, action: 'factor.remove', what: 'app' },
      subject: 'Your app for codes was removed',
      sentence: 'Codes of your app are not asked for any more when you sign in to the newsroom.',
    }
  })
}
