import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { can } from '../policy/policy'

/** So long after its time, what has not happened is missed. */
const MISSED_AFTER_SECONDS = 60

/** The two things that wait for their time. */
export type Scheduled = 'publication' | 'unpublishing'

/** Something that did not go out, or away, at its time. */
export type Missed = {
  articleId: string
  headline: string
  what: Scheduled
  /** When it was to happen. */
  at: Date
  /** In words; null where nobody knows yet. */
  reason: string | null
  mayPublish: boolean
}

// A clock that is asked once for the whole query can be looked for in an index; one that is asked for each row cannot.
const LATE = Prisma.sql`(SELECT clock_timestamp()) - make_interval(secs => ${MISSED_AFTER_SECONDS})`

/**
 * What is missed now, one row for each article and thing: there is a reason, or it is a minute late. What never went out need not go
 * away, so of such an article only the publication is missed.
 */
export const MISSED = Prisma.sql`
  SELECT id, 'publication' AS what, "publishAt" AS at, "scheduleFailure" AS reason, "scheduleAlarmedAt" AS "alarmedAt"
  FROM "Article" WHERE "publishAt" IS NOT NULL AND "scheduleFailure" IS NOT NULL
  UNION ALL
  SELECT id, 'publication', "publishAt", NULL, "scheduleAlarmedAt"
  FROM "Article" WHERE "publishAt" <= ${LATE} AND "scheduleFailure" IS NULL
  UNION ALL
  SELECT id, 'unpublishing', "unpublishAt", "unpublishFailure", "unpublishAlarmedAt"
  FROM "Article" WHERE "unpublishAt" IS NOT NULL AND "unpublishFailure" IS NOT NULL AND state = 'PUBLISHED'
  UNION ALL
  SELECT id, 'unpublishing', "unpublishAt", NULL, "unpublishAlarmedAt"
  FROM "Article" WHERE "unpublishAt" <= ${LATE} AND "unpublishFailure" IS NULL AND state = 'PUBLISHED'`

/** What is missed now, the oldest first: for the bar above every page of the newsroom. Nothing for whoever may not read drafts. */
export async function listMissed(actor: Actor): Promise<Missed[]> {
  if (!can(actor, 'article.read')) return []
  const rows = await database().$queryRaw<
    {
      id: string
      headline: string
      slugline: string
      what: Scheduled
      at: Date
      reason: string | null
      leadIds: string[]
      deskId: string | null
    }[]
  >`
    SELECT id, headline, slugline, what, at, reason,
           ARRAY(SELECT "personId"::text FROM "DeskMember" m WHERE m."deskId" = a."deskId" AND m."isLead") AS "leadIds", a."deskId"::text AS "deskId"
    FROM (${MISSED}) AS missed JOIN "Article" a USING (id)
    ORDER BY at, id, what LIMIT 20`
  return rows.map(({ id, headline, slugline, what, at, reason, leadIds, deskId }) => ({
    articleId: id,
    headline: headline || slugline || 'Untitled article',
    what,
    at,
    reason,
    mayPublish: can(actor, what === 'publication' ? 'article.publish' : 'article.unpublish', {
      ownerIds: [],
      leadIds,
      deskId,
    }),
  }))
}
