import type { Teaser } from '../articles/public-article'
import { readTeasersOf } from '../articles/read-teasers'
import { database } from '../db/database'

/**
 * The public articles that were read most since an hour, the most read first.
 * @param since the hour that it falls into counts whole
 */
export async function listMostRead(since: Date, limit: number): Promise<Teaser[]> {
  const counts = await database().$queryRaw<{ articleId: string }[]>`
    SELECT r."articleId"::text FROM "ReadCount" r JOIN "Publication" p USING ("articleId")
    WHERE r.hour >= date_trunc('hour', ${since}::timestamptz)
    GROUP BY r."articleId" ORDER BY sum(r.count) DESC, r."articleId" DESC LIMIT ${limit}`
  return readTeasersOf(counts.map(({ articleId }) => articleId))
}
