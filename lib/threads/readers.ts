import { type Teaser, type TeaserRow, teaserOf } from '@/lib/articles/public-article'
import { TEASERS } from '@/lib/articles/read-teasers'
import { database } from '@/lib/db/database'
import { sqlOn } from '@/lib/db/sql'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

// What readers may know of a thread: publications alone. What a draft follows is not theirs to see.

/** How many earlier stories the newest one tells. */
const STORY_SO_FAR = 10

export type Thread = {
  /** The nearest public story before this one; null where it is the first. */
  follows: Teaser | null
  /** The newest of the thread; null where this is the newest. */
  latest: Teaser | null
  /** On the newest story alone: the ones before it, newest first, at most 10. */
  soFar: Teaser[]
}

/** The thread that a public article belongs to. An article that nothing follows, and that follows nothing, has an empty one. */
export async function findThread(articleId: string): Promise<Thread> {
  const sql = sqlOn(database())
  const [newest, [follows]] = await Promise.all([
    sql<TeaserRow>`
      ${TEASERS} WHERE p."threadId" = (SELECT "threadId" FROM "Publication" WHERE "articleId" = ${articleId}::uuid)
      ORDER BY p."firstPublishedAt" DESC, p."articleId" DESC LIMIT ${STORY_SO_FAR + 1}`,
    sql<TeaserRow>`
      ${TEASERS} WHERE p."articleId" = (SELECT "followsId" FROM "Publication" WHERE "articleId" = ${articleId}::uuid)`,
  ])
  recordTags(...newest.map((row) => tag.article(row.articleId)))
  if (follows !== undefined) recordTags(tag.article(follows.articleId))
  const [first, ...before] = newest.map(teaserOf)
  const isNewest = first === undefined || first.id === articleId
  return {
    follows: follows === undefined ? null : teaserOf(follows),
    latest: isNewest ? null : first,
    soFar: isNewest ? before : [],
  }
}
