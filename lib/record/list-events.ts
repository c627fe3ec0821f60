import { database, type Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readZonedTime } from '../schedule/zoned-time'
import { readSettings } from '../settings/settings'
import type { AuditQuery } from './audit-query'
import { actionsOf, GROUP_ACTIONS } from './event-groups'
import { type EventWords, wordsOf } from './event-words'
import { nameOf, nameThings } from './name-things'

/** One row of the audit log, ready to be read. */
export type ListedEvent = {
  id: string
  at: Date
  personId: string | null
  person: string | null
  action: string
  words: EventWords
  thing: string
  thingId: string | null
  /** What the thing is called now. */
  name: string
  /** Whether there is such a thing still, and so a page of it. */
  isThere: boolean
  detail: Record<string, unknown>
}

const PAGE = 50

/** The audit log, or the part of it that is asked for, newest first. */
export async function listEvents(
  actor: Actor,
  query: AuditQuery,
): Promise<{ events: ListedEvent[]; nextCursor: string | null }> {
  authorise(actor, 'audit.read')
  const rows = await readEvents(query, PAGE + 1)
  const events = rows.slice(0, PAGE)
  return { events: await worded(events), nextCursor: rows.length > PAGE ? (events.at(-1)?.id ?? null) : null }
}

/** Which kinds of things the log speaks of. */
export async function listThings(actor: Actor): Promise<string[]> {
  authorise(actor, 'audit.read')
  // A loose scan: one step in the index for each kind, whatever the log's length.
  const rows = await database().$queryRaw<{ thing: string }[]>`
    WITH RECURSIVE kinds AS (
      (SELECT thing FROM "AuditEvent" ORDER BY thing LIMIT 1)
      UNION ALL
      SELECT (SELECT e.thing FROM "AuditEvent" e WHERE e.thing > kinds.thing ORDER BY e.thing LIMIT 1)
      FROM kinds WHERE kinds.thing IS NOT NULL
    )
    SELECT thing FROM kinds WHERE thing IS NOT NULL`
  return rows.map(({ thing }) => thing)
}

/** What the one thing that is asked for is called; null where nothing is asked for. */
export async function findAskedThing(actor: Actor, { thing, id }: AuditQuery): Promise<string | null> {
  authorise(actor, 'audit.read')
  if (id === undefined) return null
  const asked = { thing: thing ?? 'article', thingId: id, detail: {} }
  return nameOf(await nameThings([asked]), asked)
}

type EventRow = Awaited<ReturnType<typeof readEvents>>[number]

/** Rows of the log, newest first, after the one that `query.before` names. */
export async function readEvents(query: AuditQuery, take: number) {
  return database().auditEvent.findMany({
    where: { AND: [await conditions(query), await afterCursor(query.before)] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
}

async function conditions({ person, group, thing, id, from, to }: AuditQuery): Promise<Prisma.AuditEventWhereInput> {
  const { timeZone } = await readSettings()
  return {
    ...(person === undefined ? {} : { personId: person }),
    ...(thing === undefined ? {} : { thing }),
    ...(id === undefined ? {} : { thingId: id }),
    at: {
      ...(from === undefined ? {} : { gte: beginningOf(from, 0, timeZone) }),
      ...(to === undefined ? {} : { lt: beginningOf(to, 1, timeZone) }),
    },
    ...groupCondition(group),
  }
}

function groupCondition(group: AuditQuery['group']): Prisma.AuditEventWhereInput {
  if (group === undefined) return {}
  if (group === 'overrides') return { detail: { path: ['overrideReason'], string_starts_with: '' } }
  if (group === 'other') return { NOT: beginsWith(Object.values(GROUP_ACTIONS).flat()) }
  const { within, but } = actionsOf(group)
  return { ...beginsWith(within), ...(but.length === 0 ? {} : { NOT: beginsWith(but) }) }
}

function beginsWith(beginnings: readonly string[]): Prisma.AuditEventWhereInput {
  return { OR: beginnings.map((beginning) => ({ action: { startsWith: beginning } })) }
}

/** Midnight before a day in a zone, so many days later. */
function beginningOf(day: string, daysLater: number, zone: string): Date {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + daysLater)
  const time = readZonedTime(`${date.toISOString().slice(0, 10)}T00:00`, zone)
  if (time === null) return date
  return time.kind === 'once' ? time.at : time.earlier
}

async function afterCursor(before: string | undefined): Promise<Prisma.AuditEventWhereInput> {
  if (before === undefined) return {}
  const last = await database().auditEvent.findUnique({ where: { id: before }, select: { at: true } })
  if (last === null) return {}
  // The first condition is for the index.
  return { at: { lte: last.at }, OR: [{ at: { lt: last.at } }, { id: { lt: before } }] }
}

/** Rows as people read them. */
export async function worded(rows: readonly EventRow[]): Promise<ListedEvent[]> {
  const events = rows.map((row) => ({ ...row, detail: detailOf(row.detail) }))
  const [names, people] = await Promise.all([
    nameThings(events),
    nameThings(events.map(({ personId }) => ({ thing: 'person', thingId: personId, detail: {} }))),
  ])
  return events.map((event) => {
    const { id, at, personId, action, thing, thingId, detail } = event
    return {
      id,
      at,
      personId,
      person: personId === null ? null : (people.get(`person ${personId}`) ?? 'Somebody'),
      action,
      words: wordsOf({ action, thing, detail, isOwn: thing === 'person' && thingId === personId }),
      thing,
      thingId,
      name: nameOf(names, event),
      isThere: names.has(`${thing} ${thingId}`),
      detail,
    }
  })
}

function detailOf(detail: Prisma.JsonValue): Record<string, unknown> {
  return detail !== null && typeof detail === 'object' && !Array.isArray(detail) ? detail : {}
}
