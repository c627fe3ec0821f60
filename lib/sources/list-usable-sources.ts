import type { Actor } from '../policy/actor'
import { listSources } from './list-sources'

/** The most that a list in a form offers. The others are put behind a claim on the page of the source. */
const MOST = 100

/**
 * The sources that a person may put behind a claim: those on which they are named, and those that are open to the newsroom. By code names.
 * @throws Forbidden
 */
export async function listUsableSources(actor: Actor): Promise<{ id: string; codeName: string }[]> {
  const { sources } = await listSources(actor, { limit: MOST })
  return sources
    .filter(({ isMine, isConfidential }) => isMine || !isConfidential)
    .map(({ id, codeName }) => ({ id, codeName }))
}
