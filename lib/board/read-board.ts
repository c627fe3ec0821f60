import { ownership, ownersOf } from '../articles/load-article'
import { PLAIN_MOVES, type PlainMove } from '../articles/move-article'
import { type ArticleState, isPossible, MOVES, stateAfter } from '../articles/state'
import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { BOARD_COLUMNS, type BoardColumn } from './columns'

/** A story on the board. Instants are ISO 8601. */
export type BoardCard = {
  id: string
  /** The headline, or the slugline where there is none yet. */
  title: string
  state: BoardColumn
  /** Since when it is in this column. */
  since: string
  owner: string | null
  section: string | null
  dueAt: string | null
  isOverdue: boolean
  heldBy: string | null
  publishAt: string | null
  /** It did not go out at its time; it was not taken from readers at its time. */
  hasFailed: boolean
  hasStayed: boolean
  embargoUntil: string | null
  isLegalRequired: boolean
  hasUnpublishedChanges: boolean
  /** What this person may do with it, and where that leads. */
  moves: { move: PlainMove; name: string; to: ArticleState }[]
}

export type Board = {
  columns: { state: BoardColumn; count: number; cards: BoardCard[] }[]
  /** When it was read. */
  at: string
}

export type BoardFilter = {
  /** Of one desk, or of none at all; every desk where nothing is said. */
  deskId?: string | 'none' | undefined
  /** Only what is this person's. */
  personId?: string | undefined
}

/** So many cards of a column are shown; of the others there is a number, and the way to the list. */
const CARDS_MOST = 40

/** What was published longer ago is no news on the board. */
const PUBLISHED_HOURS = 24

/**
 * The stories of a desk by state: what is due first, then what waits longest. Of published ones those of the last day, the newest first.
 * @throws Forbidden
 */
export async function readBoard(actor: Actor, filter: BoardFilter): Promise<Board> {
  authorise(actor, 'article.read')
  const places = await readPlaces(filter)
  const rows = await database().article.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: {
      ...ownership,
      id: true,
      headline: true,
      slugline: true,
      state: true,
      stateBefore: true,
      stateChangedAt: true,
      dueAt: true,
      publishAt: true,
      scheduleFailure: true,
      unpublishFailure: true,
      embargoUntil: true,
      isLegalRequired: true,
      hasUnpublishedChanges: true,
      owner: { select: { name: true } },
      createdBy: { select: { name: true } },
      heldById: true,
      heldBy: { select: { name: true } },
      section: { select: { name: true } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const at = new Date()
  const cardOf = (id: string): BoardCard[] => {
    const row = byId.get(id)
    const state = BOARD_COLUMNS.find((column) => column === row?.state)
    if (row === undefined || state === undefined) return []
    const owned = ownersOf(row)
    const isHeld = row.heldById !== null && (actor.kind !== 'person' || row.heldById !== actor.id)
    const isOpen = state === 'PITCHED' || state === 'COMMISSIONED' || state === 'DRAFT'
    return [
      {
        id,
        title: row.headline || row.slugline,
        state,
        since: row.stateChangedAt.toISOString(),
        owner: row.owner?.name ?? (state === 'PITCHED' ? null : row.createdBy.name),
        section: row.section?.name ?? null,
        dueAt: row.dueAt?.toISOString() ?? null,
        isOverdue: isOpen && row.dueAt !== null && row.dueAt < at,
        heldBy: row.heldBy?.name ?? null,
        publishAt: row.publishAt?.toISOString() ?? null,
        hasFailed: row.scheduleFailure !== null,
        hasStayed: row.unpublishFailure !== null,
        embargoUntil: row.embargoUntil !== null && row.embargoUntil > at ? row.embargoUntil.toISOString() : null,
        isLegalRequired: row.isLegalRequired,
        hasUnpublishedChanges: row.hasUnpublishedChanges,
        moves: PLAIN_MOVES.filter(
          (move) =>
            !isHeld &&
            move !== 'approveChanges' &&
            isPossible(move, row.state) &&
            can(actor, MOVES[move].action, owned),
        ).map((move) => ({ move, name: MOVES[move].name, to: stateAfter(move, row).state })),
      },
    ]
  }
  return {
    columns: BOARD_COLUMNS.map((state) => {
      const own = places.filter((place) => place.state === state)
      return { state, count: own[0]?.count ?? 0, cards: own.flatMap(({ id }) => cardOf(id)) }
    }),
    at: at.toISOString(),
  }
}

type Place = { id: string; state: BoardColumn; count: number }

/** One walk over what is open, however much there is of it: the first cards of each column, and how many it has. */
function readPlaces({ deskId, personId }: BoardFilter): Promise<Place[]> {
  const conditions: Prisma.Sql[] = [Prisma.sql`a.state = ANY(${[...BOARD_COLUMNS]}::"ArticleState"[])`]
  conditions.push(
    Prisma.sql`(a.state <> 'PUBLISHED' OR a."stateChangedAt" > now() - make_interval(hours => ${PUBLISHED_HOURS}))`,
  )
  if (deskId === 'none') conditions.push(Prisma.sql`a."deskId" IS NULL`)
  else if (deskId !== undefined) conditions.push(Prisma.sql`a."deskId" = ${deskId}::uuid`)
  if (personId !== undefined) {
    conditions.push(Prisma.sql`(a."ownerId" = ${personId}::uuid OR a."createdById" = ${personId}::uuid)`)
  }
  return database().$queryRaw<Place[]>`
    SELECT id, state::text AS state, count FROM (
      SELECT a.id, a.state, (count(*) OVER (PARTITION BY a.state))::int AS count,
             row_number() OVER (
               PARTITION BY a.state
               ORDER BY CASE WHEN a.state = 'PUBLISHED' THEN a."stateChangedAt" END DESC,
                        a."publishAt" NULLS LAST, a."dueAt" NULLS LAST, a."stateChangedAt", a.id
             ) AS place
      FROM "Article" a WHERE ${Prisma.join(conditions, ' AND ')}
    ) AS open
    WHERE place <= ${CARDS_MOST}
    ORDER BY state, place`
}
