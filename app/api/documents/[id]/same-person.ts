import { NotSignedIn } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'

/**
 * A tab says whose words it sends. When somebody else has signed in on the same browser meanwhile, they are not saved under
 * the wrong name: the tab keeps them until their author is back.
 *
 * @throws NotSignedIn
 */
export function assertSamePerson(actor: Actor, headers: Headers): void {
  const author = headers.get('x-standfirst-person')
  if (author === null || (actor.kind === 'person' && author === actor.id)) return
  throw new NotSignedIn('Somebody else is signed in on this browser. Sign in as yourself to save your words.')
}
