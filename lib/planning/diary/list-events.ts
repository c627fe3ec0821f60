import { database } from '../../db/database'
import type { Actor } from '../../policy/actor'
import { authorise } from '../../policy/policy'
import { localTime, startOfDay } from '../../schedule/zoned-time'
import { readSettings } from '../../settings/settings'
import { addDays } from '../plan-days'
import type { EventInput } from './event-input'
import { occurrencesBetween, ruleInWords } from './occurrences'

/** A diary event as it stands, in the words of its form. */
export type DiaryEvent = Omit<EventInput, 'startsAt'> & {
  id: string
  version: number
  startsAt: string
  deskName: string | null
  /** "every week on Tuesday"; empty where it happens once. */
  ruleInWords: string
}

/** One time that an event happens. */
export type Occurrence = {
  event: DiaryEvent
  startsAt: Date
  endsAt: Date | null
  /** "2026-11-28", on the newsroom's clock. */
  day: string
  /** "10:00"; null where it takes all day. */
  time: string | null
}

/** No diary has more events that are still to come. */
const EVENTS_MOST = 1000

/**
 * What the diary has from the day `from` to the day `to`, both included, in order. With a desk: what is its own, and what is nobody's.
 * @throws Forbidden
 */
export async function listOccurrences(
  actor: Actor,
  { from, to, deskId }: { from: string; to: string; deskId?: string | undefined },
): Promise<Occurrence[]> {
  authorise(actor, 'plan.read')
  const { timeZone } = await readSettings()
  const [begin, end] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)]
  const rows = await database().diaryEvent.findMany({
    where: {
      startsAt: { lt: end },
      AND: [
        { OR: [{ recurrence: { not: '' } }, { startsAt: { gte: begin } }] },
        ...(deskId === undefined ? [] : [{ OR: [{ deskId }, { deskId: null }] }]),
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: EVENTS_MOST,
    include: { desk: { select: { name: true } } },
  })
  return rows
    .flatMap((row) => {
      const event = eventOf(row, timeZone)
      const length = row.endsAt === null ? null : row.endsAt.getTime() - row.startsAt.getTime()
      return occurrencesBetween(row, begin, end).map((startsAt) => {
        const local = localTime(startsAt, timeZone)
        return {
          event,
          startsAt,
          endsAt: length === null ? null : new Date(startsAt.getTime() + length),
          day: local.slice(0, 10),
          time: row.isAllDay ? null : local.slice(11),
        }
      })
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

type Row = Omit<DiaryEvent, 'startsAt' | 'endsAt' | 'deskName' | 'ruleInWords'> & {
  startsAt: Date
  endsAt: Date | null
  zone: string
  desk: { name: string } | null
}

function eventOf(row: Row, timeZone: string): DiaryEvent {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    place: row.place,
    note: row.note,
    startsAt: localTime(row.startsAt, timeZone),
    endsAt: row.endsAt === null ? null : localTime(row.endsAt, timeZone),
    isAllDay: row.isAllDay,
    recurrence: row.recurrence,
    ruleInWords: ruleInWords(row),
    deskId: row.deskId,
    deskName: row.desk?.name ?? null,
    makesLine: row.makesLine,
    templateId: row.templateId,
    ownerId: row.ownerId,
  }
}
