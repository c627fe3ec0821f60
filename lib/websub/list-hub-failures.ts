import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

export type HubFailure = {
  /** "/news/feed.xml" */
  topic: string
  why: string
  /** Whether nobody tries again before the feed changes again. */
  isGivenUp: boolean
}

/** The feeds of whose last change the hub was not told, first those that nobody tries again. */
export async function listHubFailures(actor: Actor): Promise<HubFailure[]> {
  authorise(actor, 'mail.read')
  const rows = await database().hubNotice.findMany({
    where: { failure: { not: null } },
    orderBy: [{ nextTryAt: { sort: 'asc', nulls: 'first' } }, { topic: 'asc' }],
    select: { topic: true, failure: true, nextTryAt: true },
    take: 50,
  })
  return rows.map(({ topic, failure, nextTryAt }) => ({ topic, why: failure ?? '', isGivenUp: nextTryAt === null }))
}
