import { z } from 'zod'
import { Invalid } from '../errors'
import { type PaperTime, printDateTime } from '../settings/paper-time'
import { readZonedTime } from './zoned-time'

/** A time as people give it: what the clocks of a zone show. */
export const TimeInput = z.strictObject({
  local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Give a day and a time.'),
  zone: z.string().max(60),
  /** Which of the two, where clocks go back over it. */
  which: z.enum(['earlier', 'later']).optional(),
})
export type TimeInput = z.infer<typeof TimeInput>

/** The instant that is meant. @throws Invalid when there is none, or there are two and nobody said which */
export function instantOf({ local, zone, which }: TimeInput): Date {
  const time = readZonedTime(local, zone)
  if (time === null) throw invalid('This is not a time, or not a time zone.')
  if (time.kind === 'once') return time.at
  const words = explainTime({ local, zone }, 'en-GB')
  if (time.kind === 'skipped' || which === undefined) throw invalid(words ?? 'This time does not exist once.')
  return time[which]
}

/** What is odd about a time, in a sentence; null where nothing is. */
function explainTime(
  { local, zone }: Pick<TimeInput, 'local' | 'zone'>,
  language: PaperTime['language'],
): string | null {
  const time = readZonedTime(local, zone)
  if (time === null || time.kind === 'once') return null
  const [earlier, later] = [time.earlier, time.later].map((at) => printDateTime(at, { language, timeZone: zone }))
  return time.kind === 'skipped'
    ? `Clocks go forward then: this time does not come in ${zone}. Choose ${earlier} or ${later}.`
    : `Clocks go back then: this time comes twice in ${zone}. Choose ${earlier} or ${later}.`
}

function invalid(message: string): Invalid {
  return new Invalid(message, [{ field: 'time', code: 'time', message, severity: 'blocking' }])
}
