import { EVENT_WORDS } from '../claims/claim-words'
import { getClaim } from '../claims/get-claim'
import type { Actor } from '../policy/actor'

/**
 * What happened to a claim, as one chooses behind which of it a source stands.
 * @throws NotFound, Forbidden
 */
export async function listClaimEvents(actor: Actor, { id }: { id: string }): Promise<{ id: string; label: string }[]> {
  const found = await getClaim(actor, id)
  if (found.kind === 'merged') return listClaimEvents(actor, { id: found.intoId })
  return found.claim.events.map((event) => ({
    id: event.id,
    label: `${event.speaker.name} ${EVENT_WORDS[event.kind].did}${event.quote === '' ? '' : `: “${event.quote}”`}`,
  }))
}
