import { z } from 'zod'
import { Local, line } from '../line-input'
import { RULE_MOST } from './recurrence-rule'

/** A diary event as people type it: the form and the server parse the same. Times are on the newsroom's clock. */
export const EventInput = z.strictObject({
  title: line(120).min(1, 'Give it a title.'),
  place: line(120),
  note: z.string().trim().max(2000, 'At most 2,000 characters fit here.'),
  startsAt: z.strictObject({
    local: Local,
    /** Which of the two, where clocks go back over it. */
    which: z.enum(['earlier', 'later']).exactOptional(),
  }),
  endsAt: Local.nullable(),
  isAllDay: z.boolean(),
  /** RFC 5545: "FREQ=WEEKLY;BYDAY=TU"; empty where it happens once. */
  recurrence: z.string().max(RULE_MOST + 20, `At most ${RULE_MOST} characters fit here.`),
  deskId: z.uuid().nullable(),
  /** Whether each occurrence puts a line on the plan. */
  makesLine: z.boolean(),
  templateId: z.uuid().nullable(),
  /** Who is asked to write it, each time. */
  ownerId: z.uuid().nullable(),
})
export type EventInput = z.output<typeof EventInput>
