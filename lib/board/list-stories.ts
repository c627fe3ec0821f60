import type { ArticleState } from '../articles/state'
import { database, Prisma } from '../db/database'
import { BOARD_COLUMNS, type BoardColumn } from './columns'

export type BoardFilter = {
  /** Of one desk, or of none at all; every desk where nothing is said. */
  deskId?: string | 'none' | undefined
  /** Only what is this person's. */
  personId?: string | undefined
}

/** What the board knows of an article, whoever looks at it. */
export type Story = {
  id: string
  state: BoardColumn
  /** How many there are in its column. */
  count: number
  stateBefore: ArticleState | null
  stateChangedAt: Date
  headline: string
  slugline: string
  section: string | null
  createdById: string
  starter: string
  ownerId: string | null
  owner: string | null
  authorIds: string[]
  leadIds: string[]
  heldById: string | null
  holder: string | null
  dueAt: Date | null
  publishAt: Date | null
  embargoUntil: Date | null
  hasFailed: boolean
  hasStayed: boolean
  isLegalRequired: boolean
  hasUnpublishedChanges: boolean
  /** While it is the banner on public pages. */
  breakingUntil: Date | null
}

/** What was published longer ago is no news on the board. */
const PUBLISHED_HOURS = 24

const OPEN = BOARD_COLUMNS.filter((state) => state !== 'PUBLISHED')

/** The first stories of each column and how many it has: one walk over what is open and over the last day, however long the archive is. */
export function listStories(filter: BoardFilter, most: number): Promise<Story[]> {
  const where = conditionsOf(filter)
  // Constants stand in the text, not among the parameters: only so is the index of what was published lately of use.
  return database().$queryRaw<Story[]>`
    WITH places AS (
      SELECT a.id, a.state, (count(*) OVER (PARTITION BY a.state))::int AS count,
             row_number() OVER (
               PARTITION BY a.state
               ORDER BY CASE WHEN a.state = 'PUBLISHED' THEN a."stateChangedAt" END DESC,
                        a."publishAt" NULLS LAST, a."dueAt" NULLS LAST, a."stateChangedAt", a.id
             ) AS place
      FROM (
        SELECT id, state, "stateChangedAt", "publishAt", "dueAt" FROM "Article" a
        WHERE a.state = ANY(${OPEN}::"ArticleState"[]) AND ${where}
        UNION ALL
        SELECT id, state, "stateChangedAt", "publishAt", "dueAt" FROM "Article" a
        WHERE a.state = 'PUBLISHED' AND a."stateChangedAt" > now() - make_interval(hours => ${PUBLISHED_HOURS}) AND ${where}
      ) AS a
    )
    SELECT a.id, a.state::text AS state, places.count, a."stateBefore"::text AS "stateBefore", a."stateChangedAt",
           a.headline, a.slugline, section.name AS section,
           a."createdById"::text AS "createdById", starter.name AS starter,
           a."ownerId"::text AS "ownerId", owner.name AS owner,
           a."heldById"::text AS "heldById", holder.name AS holder,
           ARRAY(
             SELECT b."personId"::text FROM "ArticleByline" ab JOIN "Byline" b ON b.id = ab."bylineId"
             WHERE ab."articleId" = a.id AND b."personId" IS NOT NULL
           ) AS "authorIds",
           ARRAY(
             SELECT m."personId"::text FROM "DeskMember" m WHERE m."deskId" = a."deskId" AND m."isLead"
           ) AS "leadIds",
           a."dueAt", a."publishAt", a."embargoUntil",
           a."scheduleFailure" IS NOT NULL AS "hasFailed", a."unpublishFailure" IS NOT NULL AS "hasStayed",
           a."isLegalRequired", a."hasUnpublishedChanges",
           (
             SELECT max(b."until") FROM "BreakingAlert" b
             WHERE b."articleId" = a.id AND b.kind = 'BREAKING' AND b."endedAt" IS NULL AND b."until" > clock_timestamp()
           ) AS "breakingUntil"
    FROM places
    JOIN "Article" a ON a.id = places.id
    JOIN "Person" starter ON starter.id = a."createdById"
    LEFT JOIN "Person" owner ON owner.id = a."ownerId"
    LEFT JOIN "Person" holder ON holder.id = a."heldById"
    LEFT JOIN "Section" section ON section.id = a."sectionId"
    WHERE places.place <= ${most}
    ORDER BY a.state, places.place`
}

function conditionsOf({ deskId, personId }: BoardFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`]
  if (deskId === 'none') conditions.push(Prisma.sql`a."deskId" IS NULL`)
  else if (deskId !== undefined) conditions.push(Prisma.sql`a."deskId" = ${deskId}::uuid`)
  if (personId !== undefined)
    conditions.push(Prisma.sql`(a."ownerId" = ${personId}::uuid OR a."createdById" = ${personId}::uuid)`)
  return Prisma.join(conditions, ' AND ')
}
