import { Temporal } from 'temporal-polyfill'

/**
 * What a time on a clock means in a zone.
 * - `once`: as nearly always
 * - `skipped`: clocks go forward over it; `before` and `after` are what it would be by the offsets on either side
 * - `twice`: clocks go back over it
 */
export type ZonedTime =
  | { kind: 'once'; at: Date }
  | { kind: 'skipped'; earlier: Date; later: Date }
  | { kind: 'twice'; earlier: Date; later: Date }

/**
 * Reads "2026-11-28T06:00" as the clocks of a zone show it.
 * @param zone as the IANA writes it: "Europe/London"
 * @returns null when one of the two cannot be read
 */
export function readZonedTime(local: string, zone: string): ZonedTime | null {
  try {
    const wanted = Temporal.PlainDateTime.from(local)
    const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
      wanted.toZonedDateTime(zone, { disambiguation }),
    ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
    if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'once', at: dateOf(earlier) }
    const isReal = earlier.toPlainDateTime().equals(wanted)
    return { kind: isReal ? 'twice' : 'skipped', earlier: dateOf(earlier), later: dateOf(later) }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

/** What the clocks of a zone show at an instant: "2026-11-28T06:00", for a form. */
export function localTime(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** The first instant of a day, "2026-11-28", in a zone: midnight, or when clocks that go forward over it stop. */
export function startOfDay(day: string, zone: string): Date {
  return dateOf(Temporal.PlainDate.from(day).toZonedDateTime(zone))
}

function dateOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds)
}
