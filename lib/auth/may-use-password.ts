import { type ActorRow, actorOf } from '../people/actor-of'
import { can } from '../policy/policy'
import { readGroup } from '../settings/setting-group'
import { SIGN_IN, type SignInSettings } from '../settings/sign-in-settings'

/**
 * Whether a password lets this person in; null, nobody, does not. Whoever may change how people sign in always keeps theirs, so that
 * nobody is locked out. The settings are read for nobody too: the time that it takes tells nothing.
 */
export async function mayUsePassword(person: ActorRow | null): Promise<boolean> {
  const areFew = passwordsAreFew(await readGroup(SIGN_IN))
  if (person === null) return false
  if (!areFew) return true
  return person.role === 'ADMINISTRATOR' || can(actorOf(person), 'settings.edit')
}

/** Whether passwords are for administrators alone: only while there is another house to come through. */
export function passwordsAreFew({ passwords, oidcOn }: SignInSettings): boolean {
  return passwords === 'administrators' && oidcOn
}
