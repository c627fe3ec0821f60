import { z } from 'zod'
import { fieldSchemas } from '../articles/fields'

/** Text on one line. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters fit here.`)
    .regex(/^[^\n\r\u2028\u2029\0]*$/, 'One line, please.')

/** "2026-11-28", a day that exists. */
const Day = z.iso.date('Give a day.')

/** What the newsroom's clock shows: "2026-11-28T16:30". */
export const Local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Give a day and a time.')

/** A line of the plan as people type it: the form and the server parse the same. */
export const LineInput = z.strictObject({
  /** The working name. */
  slugline: line(80).min(1, 'Give it a slugline: the plan lists it by that.'),
  planNote: z.string().trim().max(2000, 'At most 2,000 characters fit here.'),
  plannedFor: Day,
  /** By when, on the newsroom's clock: "2026-11-28T16:30". Null where nobody said. */
  dueAt: z
    .strictObject({
      local: Local,
      /** Which of the two, where clocks go back over it. */
      which: z.enum(['earlier', 'later']).exactOptional(),
    })
    .nullable(),
  deskId: z.uuid().nullable(),
  /** Who is asked to write it. */
  ownerId: z.uuid().nullable(),
  templateId: z.uuid().nullable(),
  commissionedWords: fieldSchemas.commissionedWords,
  picturesWanted: line(300),
})
export type LineInput = z.output<typeof LineInput>

/** A line as it stands, in the words of its form, with the instant that is meant by the due time. */
export type LineValues = Omit<LineInput, 'dueAt'> & { dueAt: { local: string; at: string } | null }
export type LineField = keyof LineInput
