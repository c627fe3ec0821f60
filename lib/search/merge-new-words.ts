import { database } from '@/lib/db/database'

/**
 * PostgreSQL keeps the words of new publications in a list beside the index of readers' search, and puts them into it when the list is long:
 * in whichever publication makes it so, for seconds in a large paper. This does it before, while nobody waits.
 * @returns how many pages the list had
 */
export async function mergeNewWords(): Promise<number> {
  const [merged] = await database().$queryRaw<{ pages: number }[]>`
    SELECT gin_clean_pending_list('"Publication_found"')::int AS pages`
  return merged?.pages ?? 0
}
