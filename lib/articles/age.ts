import { Temporal } from 'temporal-polyfill'

export type Age = {
  /** Whole years since readers last got something else to read. */
  years: number
  /** When it is one year more. */
  turnsAt: Date
}

/**
 * How old an article is, by the calendar of the paper's zone. One that was updated is as old as its update.
 * @param zone as the IANA writes it
 */
export function ageOf(
  { publishedAt, updatedAt }: { publishedAt: Date; updatedAt: Date | null },
  at: Date,
  zone: string,
): Age {
  const since = Temporal.Instant.fromEpochMilliseconds((updatedAt ?? publishedAt).getTime()).toZonedDateTimeISO(zone)
  const present = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  let years = Math.max(0, present.year - since.year)
  // Of a leap day, the year is over on the last of February.
  while (years > 0 && since.add({ years }).epochMilliseconds > present.epochMilliseconds) years--
  return { years, turnsAt: new Date(since.add({ years: years + 1 }).epochMilliseconds) }
}
