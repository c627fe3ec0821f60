import { dateFormat } from './date-format'
import type { Settings } from './settings'

/** Where and in which language a date is printed. */
export type PaperTime = Pick<Settings, 'language' | 'timeZone'>

/** "Sunday, 22 November 2026" */
export function printLongDate(at: Date, { language, timeZone }: PaperTime): string {
  return dateFormat(language, { timeZone, dateStyle: 'full' }).format(at)
}

/** "22 November 2026" */
export function printDate(at: Date, { language, timeZone }: PaperTime): string {
  return dateFormat(language, { timeZone, dateStyle: 'long' }).format(at)
}

/** "22 November 2026 at 14:02 GMT" */
export function printDateTime(at: Date, { language, timeZone }: PaperTime): string {
  const format = dateFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'timeZoneName' ? withoutZero(value) : value))
    .join('')
}

/** "GMT+0" as some languages have it is GMT. They put marks of direction around the number. */
function withoutZero(zone: string): string {
  return zone.replace(/\p{Cf}*\+[0٠]\p{Cf}*$/u, '')
}

/** "22 Nov, 14:02" */
export function printShortTime(at: Date, { language, timeZone }: PaperTime): string {
  const format = dateFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return format.format(at)
}

/** The next midnight in the paper's zone: when a page that prints today's date stops being true. */
export function nextMidnight(at: Date, { timeZone }: Pick<Settings, 'timeZone'>): Date {
  const day = dateFormat('en-CA', { timeZone, dateStyle: 'short' })
  const today = day.format(at)
  // Zones move their clocks by whole quarters of an hour: the first quarter with another date begins at midnight.
  const quarter = 15 * 60_000
  let next = Math.ceil((at.getTime() + 1) / quarter) * quarter
  while (day.format(next) === today) next += quarter
  return new Date(next)
}
