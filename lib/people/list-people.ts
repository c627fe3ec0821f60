import { database, Prisma } from '@/lib/db/database'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { peopleConditions, stateColumn } from './people-conditions'
import { type PlaceAmongPeople, readPeopleCursor, writePeopleCursor } from './people-cursor'
import { PEOPLE_STATES, type PeopleFilter, type PeopleState } from './people-filter'
import { type ListedPerson, readListed } from './readers'

const LISTED_AT_ONCE = 50

/** A page of the list, and how many there are in each state with the rest of the filter. */
export type PeopleList = {
  people: ListedPerson[]
  counts: Record<PeopleState, number>
  /** Null on the last page. */
  nextCursor: string | null
}

/**
 * People in the order of their names, 50 at a time unless fewer are asked for.
 *
 * @param wanted.cursor `nextCursor` of the page before; one that is none of ours begins at the first page
 * @param wanted.limit 1 to 500
 */
export async function listPeople(
  actor: Actor,
  wanted: PeopleFilter & { cursor?: string | undefined; limit?: number } = {},
): Promise<PeopleList> {
  authorise(actor, 'people.list')
  const limit = Math.min(Math.max(wanted.limit ?? LISTED_AT_ONCE, 1), 500)
  const after = wanted.cursor === undefined ? null : readPeopleCursor(wanted.cursor)
  const [places, counts] = await Promise.all([readPlaces(wanted, after, limit + 1), countStates(wanted)])
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    people: await readListed(page.map(({ id }) => id)),
    counts,
    nextCursor: places.length > limit && last ? writePeopleCursor(last) : null,
  }
}

function readPlaces(filter: PeopleFilter, after: PlaceAmongPeople | null, limit: number): Promise<PlaceAmongPeople[]> {
  const { state } = filter
  return database().$queryRaw<PlaceAmongPeople[]>`
    SELECT p.id::text, p.name FROM "Person" p
    WHERE ${peopleConditions(filter)}
      AND ${state === undefined ? Prisma.sql`true` : Prisma.sql`${stateColumn()} = ${state}`}
      AND ${after === null ? Prisma.sql`true` : Prisma.sql`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`}
    ORDER BY p.name, p.id LIMIT ${limit}`
}

async function countStates(filter: PeopleFilter): Promise<Record<PeopleState, number>> {
  const rows = await database().$queryRaw<{ state: PeopleState; count: number }[]>`
    SELECT state, count(*)::int AS count
    FROM (SELECT ${stateColumn()} AS state FROM "Person" p WHERE ${peopleConditions(filter)}) AS states
    GROUP BY state`
  const counts = Object.fromEntries(PEOPLE_STATES.map((state) => [state, 0])) as Record<PeopleState, number>
  for (const { state, count } of rows) counts[state] = count
  return counts
}
