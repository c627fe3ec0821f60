import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'

/** So long after its time, what has not happened is missed. */
export const MISSED_AFTER_SECONDS = 60

/** Something that did not go out, or away, at its time. */
export type Missed = {
  articleId: string
  headline: string
  what: 'publication' | 'unpublishing'
  /** When it was to happen. */
  at: Date
  /** In words; null where nobody knows yet. */
  reason: string | null
  mayPublish: boolean
}

/** What is missed now, the oldest first: for the bar above every page of the newsroom. */
export async function listMissed(actor: Actor): Promise<Missed[]> {
  if (!can(actor, 'newsroom.enter')) return []
  const rows = await database().$queryRaw<
    {
      id: string
      headline: string
      slugline: string
      publishAt: Date | null
      unpublishAt: Date | null
      scheduleFailure: string | null
      leadIds: string[]
    }[]
  >`
    SELECT id, headline, slugline, "publishAt", "unpublishAt", "scheduleFailure",
           ARRAY(SELECT "personId"::text FROM "DeskMember" m WHERE m."deskId" = a."deskId" AND m."isLead") AS "leadIds"
    FROM "Article" a
    WHERE ("publishAt" IS NOT NULL OR "unpublishAt" IS NOT NULL)
      AND ("scheduleFailure" IS NOT NULL
           OR least("publishAt", "unpublishAt") <= clock_timestamp() - make_interval(secs => ${MISSED_AFTER_SECONDS}))
    ORDER BY least("publishAt", "unpublishAt"), id LIMIT 20`
  return rows.map(({ id, headline, slugline, publishAt, unpublishAt, scheduleFailure, leadIds }) => ({
    articleId: id,
    headline: headline || slugline || 'Untitled article',
    what: publishAt === null ? ('unpublishing' as const) : ('publication' as const),
    at: publishAt ?? unpublishAt ?? new Date(0),
    reason: scheduleFailure,
    mayPublish: can(actor, publishAt === null ? 'article.unpublish' : 'article.publish', { ownerIds: [], leadIds }),
  }))
}
