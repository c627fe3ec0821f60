import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { NotSignedIn, ProofNeeded } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'

/** How long it counts that somebody has shown that it is they. */
const PROOF_SECONDS = 15 * 60

/**
 * Asks that whoever acts has shown within the last quarter of an hour that it is they, by signing in or by lib/second-factor/prove.ts. Before
 * what would give somebody else the account who sits down at an open computer: another password, second factor or e-mail.
 *
 * @throws NotSignedIn when there is no session, or it has ended
 * @throws ProofNeeded: `useProof` of components/newsroom/account turns it into a dialog, and sends the form again
 */
export async function assertProvenLately(actor: Actor): Promise<void> {
  if (actor.kind === 'system') return
  if (actor.kind === 'nobody') throw new NotSignedIn()
  const session = await database().session.findUnique({ where: { id: actor.sessionId }, select: { provenAt: true } })
  if (session === null) throw new NotSignedIn()
  if (now().getTime() - session.provenAt.getTime() >= PROOF_SECONDS * 1000) throw new ProofNeeded()
}
