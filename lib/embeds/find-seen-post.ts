import type { SeenPost } from '@/lib/document/post-fate'
import { database } from '../db/database'
import { sqlOn } from '../db/sql'
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
  type Row = { url: string; hash: string; changedAt: Date | null; missingSince: Date | null; isDeleted: boolean }
  const found = await sqlOn(database())<Row>`
    SELECT url, hash, "changedAt", "missingSince", "isDeleted" FROM "PostCheck"
    WHERE url = ANY(${[...urls]}) AND "lastCheckedAt" IS NOT NULL`
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
