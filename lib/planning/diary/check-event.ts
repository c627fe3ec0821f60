import type { Prisma, Transaction } from '../../db/database'
import { Invalid } from '../../errors'
import { instantOf, type TimeInput } from '../../schedule/time-input'
import { startOfDay } from '../../schedule/zoned-time'
import { refusal } from '../../shelves/refusal'
import { assertThere } from '../line-values'
import type { EventInput } from './event-input'
import { checkRule } from './occurrences'

type EventRow = Omit<
  Prisma.DiaryEventUncheckedCreateInput,
  'id' | 'createdById' | 'createdAt' | 'updatedAt' | 'version' | 'lines'
>

/** Older and later days are typing errors, and years of four digits end somewhere. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2200

/**
 * An event as it may be written, after everything that can be wrong with it was asked.
 * @throws Invalid that says which field and why
 */
export async function checkEvent(tx: Transaction, input: EventInput, zone: string): Promise<EventRow> {
  const startsAt = input.isAllDay
    ? startOfDay(dayIn(input.startsAt.local), zone)
    : instant('startsAt', { ...input.startsAt, zone })
  const year = Number(input.startsAt.local.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) throw refusal('startsAt', 'year', 'Look at the year again.')
  const endsAt =
    input.endsAt === null || input.isAllDay ? null : instant('endsAt', { local: input.endsAt, zone, which: 'later' })
  if (endsAt !== null && endsAt <= startsAt) throw refusal('endsAt', 'order', 'It ends after it begins.')
  await assertThere(tx, input)
  return {
    title: input.title,
    place: input.place,
    note: input.note,
    startsAt,
    endsAt,
    isAllDay: input.isAllDay,
    zone,
    recurrence: checkRule(input.recurrence, { startsAt, zone }),
    deskId: input.deskId,
    makesLine: input.makesLine,
    templateId: input.templateId,
    ownerId: input.ownerId,
  }
}

function dayIn(local: string): string {
  const day = local.slice(0, 10)
  if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) throw refusal('startsAt', 'time', 'There is no such day.')
  return day
}

function instant(field: string, time: TimeInput): Date {
  try {
    return instantOf(time)
  } catch (error) {
    if (error instanceof Invalid) throw refusal(field, 'time', error.message)
    throw error
  }
}
