import type { PostState } from '@/lib/document/resolved'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** What became of the original of a post; null while nothing is to be said: it is there, or nobody could look. */
export async function findPostCheck(actor: Actor, url: string): Promise<PostState | null> {
  authorise(actor, 'article.read')
  return (await readPostStates([url])).get(url) ?? null
}

/** As above for many, by address; what nothing is to be said of is missing. */
export async function readPostStates(urls: readonly string[]): Promise<Map<string, PostState>> {
  if (urls.length === 0) return new Map()
  const found = await database().postCheck.findMany({
    where: { url: { in: [...urls] }, state: { in: ['DELETED', 'EDITED'] } },
    select: { url: true, state: true, since: true },
  })
  return new Map(
    found.map(({ url, state, since }) => [
      url,
      { state: state === 'DELETED' ? 'deleted' : 'edited', since: since?.toISOString() ?? '' },
    ]),
  )
}
