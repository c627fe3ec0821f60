import { now } from '../../clock'
import { database, type Transaction, transaction } from '../../db/database'
import { nudgeMail } from '../../jobs/nudge-mail'
import { log } from '../../log'
import type { Actor } from '../../policy/actor'
import { localTime } from '../../schedule/zoned-time'
import { insertLine } from '../insert-line'
import { dateOf } from '../line-values'
import { occurrencesBetween } from './occurrences'

const DIARY: Actor = { kind: 'system', name: 'diary' }

/** So far ahead the plan knows what the diary has. */
const AHEAD_MILLISECONDS = 14 * 24 * 60 * 60 * 1000

/**
 * Puts on the plan what the diary has within the next two weeks and the plan does not know yet. Any number of processes may run it.
 * @returns how many lines were made
 */
export async function makeDiaryLines(): Promise<number> {
  const events = await database().diaryEvent.findMany({
    where: { makesLine: true, OR: [{ recurrence: { not: '' } }, { startsAt: { gte: now() } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let made = 0
  for (const { id } of events) {
    try {
      made += await transaction((tx) => makeLinesOf(tx, DIARY, id))
    } catch (error) {
      // One event does not keep the others from the plan; the next turn tries again.
      log.error({ eventId: id, error: error instanceof Error ? error.message : error }, 'a diary event made no line')
    }
  }
  if (made > 0) await nudgeMail()
  return made
}

/**
 * Makes the lines of one event, in the caller's transaction. The event is held meanwhile, and a row says for ever that an occurrence
 * had its line: none comes twice, also where it was spiked. An event that moved to another hour keeps the line of its day.
 */
export async function makeLinesOf(tx: Transaction, actor: Actor, eventId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "DiaryEvent" WHERE id = ${eventId}::uuid FOR UPDATE`
  const event = await tx.diaryEvent.findUnique({ where: { id: eventId }, include: { lines: true } })
  if (event === null || !event.makesLine) return 0
  const at = now()
  const dayOn = (instant: Date) => localTime(instant, event.zone).slice(0, 10)
  const had = new Set(event.lines.map(({ startsAt }) => dayOn(startsAt)))
  const due = occurrencesBetween(event, at, new Date(at.getTime() + AHEAD_MILLISECONDS)).filter(
    (startsAt) => !had.has(dayOn(startsAt)),
  )
  const ownerId = await stillThere(tx, event.ownerId)
  for (const startsAt of due) {
    const time = event.isAllDay ? '' : localTime(startsAt, event.zone).slice(11)
    const { id: articleId } = await insertLine(tx, actor, {
      createdById: event.createdById,
      plan: {
        state: ownerId === null ? 'PITCHED' : 'COMMISSIONED',
        slugline: event.title.slice(0, 80),
        planNote: [[time, event.place].filter(Boolean).join(', '), event.note]
          .filter(Boolean)
          .join('\n')
          .slice(0, 2000),
        plannedFor: dateOf(dayOn(startsAt)),
        dueAt: null,
        deskId: event.deskId,
        ownerId,
        templateId: event.templateId,
        commissionedWords: null,
        picturesWanted: '',
      },
      detail: { eventId },
    })
    await tx.diaryLine.create({ data: { eventId, startsAt, articleId } })
  }
  return due.length
}

/** Whoever left is not asked any more. */
async function stillThere(tx: Transaction, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  return (await tx.person.count({ where: { id: personId, status: 'ACTIVE' } })) === 1 ? personId : null
}
