import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { Temporal } from 'temporal-polyfill'
import { readZonedTime } from '../../schedule/zoned-time'
import { parseRule, type RulePart, writeRule, wrong } from './recurrence-rule'

/** When an event is, and when it comes again. */
export type Recurring = {
  startsAt: Date
  /** The zone on whose clock it comes again at the same time of day. */
  zone: string
  /** RFC 5545, without "RRULE:"; empty where it happens once. */
  recurrence: string
}

/** What the library may look at before it gives up: a rule of days comes to an end, or to the end of the span, long before. */
const ITERATIONS_MOST = 20_000
/** A rule that does not come within so many days of its beginning never comes, or is of no use: leap days come every eight years at worst. */
const FIRST_WITHIN_DAYS = 366 * 9
const DAY = 86_400_000

/**
 * The starts of the occurrences from `from` until before `to`, in order. The rule counts on a clock on the wall and knows no zone; each
 * time that it gives is then read in the event's zone: ten o'clock stays ten o'clock when clocks change. A time that clocks go forward
 * over is as much later, and of a time that comes twice it is the first.
 */
export function occurrencesBetween(event: Recurring, from: Date, to: Date): Date[] {
  const { startsAt, zone, recurrence } = event
  const isWithin = (at: Date) => at >= from && at < to
  if (recurrence === '') return [startsAt].filter(isWithin)
  // A day on both sides: the wall may be so far from Greenwich.
  const walls = ruleOf(event).between(new Date(from.getTime() - DAY), new Date(to.getTime() + DAY), true)
  return walls.map((wall) => fromWall(wall.toString().slice(0, 16), zone)).filter(isWithin)
}

/**
 * Checks a rule by trying it, and gives it as it is stored.
 * @throws Invalid with a sentence where the rule is none, or never comes
 */
export function checkRule(typed: string, { startsAt, zone }: Omit<Recurring, 'recurrence'>): string {
  if (typed.trim() === '') return ''
  const recurrence = writeRule(parseRule(typed))
  const end = new Date(startsAt.getTime() + FIRST_WITHIN_DAYS * DAY)
  if (firstOf({ startsAt, zone, recurrence }, end) === null)
    throw wrong('By this rule it never comes. Look at its days and at its end.')
  return recurrence
}

function firstOf(event: Recurring, end: Date): Date | null {
  // Year by year: most rules come in the first, and no list grows long.
  for (let from = event.startsAt; from < end; from = new Date(from.getTime() + 366 * DAY)) {
    const to = new Date(Math.min(from.getTime() + 366 * DAY, end.getTime()))
    const [first] = tried(() => occurrencesBetween(event, from, to))
    if (first !== undefined) return first
  }
  return null
}

/** "every 2 weeks on Monday", or the rule itself where the words are none. */
export function ruleInWords(event: Recurring): string {
  if (event.recurrence === '') return ''
  try {
    return toText(ruleOf(event)).replace(/ at [^,]*? UTC/, '')
  } catch {
    return event.recurrence
  }
}

function tried<Value>(run: () => Value): Value {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error) throw wrong('This rule cannot be read. Look at its parts again.')
    throw error
  }
}

function ruleOf({ startsAt, zone, recurrence }: Recurring): RRuleTemporal {
  const wall = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return new RRuleTemporal({
    rruleString: untilOnWall(parseRule(recurrence), zone),
    dtstart: wall.toZonedDateTime('UTC'),
    maxIterations: ITERATIONS_MOST,
    cache: false,
  })
}

/** UNTIL is a day, of which the whole counts, or an instant of Greenwich: the rule counts on the wall. */
function untilOnWall(parts: Map<RulePart, string>, zone: string): string {
  const until = parts.get('UNTIL')
  if (until === undefined) return writeRule(parts)
  if (until.length === 8) return writeRule(new Map(parts).set('UNTIL', `${until}T235959Z`))
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(until) ?? []
  const wall = tried(() =>
    Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toZonedDateTimeISO(zone),
  )
  const text = wall.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  return writeRule(new Map(parts).set('UNTIL', `${text}Z`))
}

function fromWall(local: string, zone: string): Date {
  const time = readZonedTime(local, zone)
  if (time === null) throw new RangeError(`${zone} is no time zone`)
  if (time.kind === 'once') return time.at
  return time.kind === 'skipped' ? time.later : time.earlier
}
