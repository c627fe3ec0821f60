import type { SeenPost } from '@/lib/document/post-fate'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** The original of a post as it was last seen; null when nobody has looked. */
export async function findSeenPost(actor: Actor, url: string): Promise<SeenPost | null> {
  authorise(actor, 'article.read')
  return (await readSeenPosts([url])).get(url) ?? null
}

/** As above for many, by address; what nobody has looked at is missing. */
export async function readSeenPosts(urls: readonly string[]): Promise<Map<string, SeenPost>> {
  if (urls.length === 0) return new Map()
  const found = await database().postCheck.findMany({
    where: { url: { in: [...urls] }, lastCheckedAt: { not: null } },
    select: { url: true, hash: true, changedAt: true, missingSince: true, isDeleted: true },
  })
  return new Map(
    found.map(({ url, hash, changedAt, missingSince, isDeleted }) => [
      url,
      {
        hash,
        changedAt: changedAt?.toISOString() ?? null,
        deletedAt: isDeleted ? (missingSince?.toISOString() ?? null) : null,
      },
    ]),
  )
}
