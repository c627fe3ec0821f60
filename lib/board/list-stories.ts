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
  state: ArticleState
  deskId: string | null
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

/** With how many there are in its column. */
export type CountedStory = Story & { state: BoardColumn; count: number }

/** What was published longer ago is no news on the board. */
const PUBLISHED_HOURS = 24

const OPEN = BOARD_COLUMNS.filter((state) => state !== 'PUBLISHED')

/** The first stories of each column and how many it has: what is open and the last day, however long the archive is. */
export function listStories(filter: BoardFilter, most: number): Promise<CountedStory[]> {
  return database().$queryRaw<CountedStory[]>`
    WITH counts AS (SELECT a.state, count(*)::int AS count FROM (${allOf(filter)}) AS a GROUP BY a.state),
         places AS (${Prisma.join(
           BOARD_COLUMNS.map((state) => firstOf(state, filter, most)),
           ' UNION ALL ',
         )})
    SELECT counts.count, ${WHAT_A_CARD_SAYS}
    FROM places JOIN counts USING (state) JOIN "Article" a ON a.id = places.id ${THOSE_AROUND}
    ORDER BY places.state, places.place`
}

/** Those of the ids that are articles, on the board or not. */
export function findStories(ids: readonly string[]): Promise<Story[]> {
  return database().$queryRaw<Story[]>`
    SELECT ${WHAT_A_CARD_SAYS} FROM "Article" a ${THOSE_AROUND} WHERE a.id = ANY(${ids}::uuid[])`
}

/** How many stories each column has; one without any is left out. */
export async function countStories(filter: BoardFilter): Promise<Partial<Record<BoardColumn, number>>> {
  const rows = await database().$queryRaw<{ state: BoardColumn; count: number }[]>`
    SELECT a.state::text AS state, count(*)::int AS count FROM (${allOf(filter)}) AS a GROUP BY a.state`
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Whether the board of that filter has it: the same condition as in the queries. */
export function isOnBoard(
  story: Story,
  { deskId, personId }: BoardFilter,
  at: Date,
): story is Story & { state: BoardColumn } {
  const { state, stateChangedAt } = story
  if (!(BOARD_COLUMNS as readonly ArticleState[]).includes(state)) return false
  if (state === 'PUBLISHED' && at.getTime() - stateChangedAt.getTime() >= PUBLISHED_HOURS * 3_600_000) return false
  if (deskId !== undefined && deskId !== (story.deskId ?? 'none')) return false
  return personId === undefined || personId === story.ownerId || personId === story.createdById
}

const WHAT_A_CARD_SAYS = Prisma.sql`
  a.id, a.state::text AS state, a."deskId"::text AS "deskId", a."stateBefore"::text AS "stateBefore", a."stateChangedAt",
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
  ) AS "breakingUntil"`

const THOSE_AROUND = Prisma.sql`
  JOIN "Person" starter ON starter.id = a."createdById"
  LEFT JOIN "Person" owner ON owner.id = a."ownerId"
  LEFT JOIN "Person" holder ON holder.id = a."heldById"
  LEFT JOIN "Section" section ON section.id = a."sectionId"`

function allOf(filter: BoardFilter): Prisma.Sql {
  const where = conditionsOf(filter)
  return Prisma.sql`
    SELECT state FROM "Article" a WHERE a.state = ANY(${OPEN}::"ArticleState"[]) AND ${where}
    UNION ALL
    SELECT state FROM "Article" a WHERE ${IS_PUBLISHED_LATELY} AND ${where}`
}

/** By the index that has just this order: see the migration board_by_index. */
function firstOf(state: BoardColumn, filter: BoardFilter, most: number): Prisma.Sql {
  const where = conditionsOf(filter)
  const order =
    state === 'PUBLISHED'
      ? Prisma.sql`a."stateChangedAt" DESC, a.id`
      : Prisma.sql`a."publishAt", a."dueAt", a."stateChangedAt", a.id`
  // States stand in the text, not among the parameters: only so is an index of some states of use.
  const those = state === 'PUBLISHED' ? IS_PUBLISHED_LATELY : Prisma.sql`a.state = ${Prisma.raw(`'${state}'`)}`
  return Prisma.sql`(
    SELECT a.id, a.state, row_number() OVER (ORDER BY ${order}) AS place FROM "Article" a
    WHERE ${those} AND ${where} ORDER BY ${order} LIMIT ${most})`
}

const IS_PUBLISHED_LATELY = Prisma.sql`
  a.state = 'PUBLISHED' AND a."stateChangedAt" > now() - make_interval(hours => ${PUBLISHED_HOURS})`

function conditionsOf({ deskId, personId }: BoardFilter): Prisma.Sql {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`]
  if (deskId === 'none') conditions.push(Prisma.sql`a."deskId" IS NULL`)
  else if (deskId !== undefined) conditions.push(Prisma.sql`a."deskId" = ${deskId}::uuid`)
  if (personId !== undefined)
    conditions.push(Prisma.sql`(a."ownerId" = ${personId}::uuid OR a."createdById" = ${personId}::uuid)`)
  return Prisma.join(conditions, ' AND ')
}
