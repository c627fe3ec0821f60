import { LIMITS } from '@/lib/auth/limits'
import { countTry } from '@/lib/auth/rate-limits'
import type { Actor } from '@/lib/policy/actor'

/** Each is a mail to somebody who may not know us. @param invited the address, or the id of the person who has it. @throws RateLimited */
export async function countInvitation(actor: Actor, invited: string): Promise<void> {
  if (actor.kind === 'person') await countTry(LIMITS.invitePerson, actor.id)
  await countTry(LIMITS.inviteAddress, invited)
}
