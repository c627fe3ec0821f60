import { z } from 'zod'
import { ANSWER_MOST, REASON_MOST } from './limits'
import { REPORT_STATES } from './report-states'

export const SeenReport = z.strictObject({ reportId: z.uuid(), seen: z.enum(REPORT_STATES) })

export const DismissReport = SeenReport.extend({
  reason: z.string().trim().min(1, 'Say why.').max(REASON_MOST, `At most ${REASON_MOST} characters fit here.`),
})

const Answer = z
  .string()
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)\p{Cc}/gu, ' ')
      .trim(),
  )
  .refine((text) => text !== '', 'Write an answer first.')
  .refine((text) => text.length <= ANSWER_MOST, `At most ${ANSWER_MOST} characters fit here.`)

export const DraftedAnswer = z.strictObject({ reportId: z.uuid(), answer: Answer })
export const AnswerReport = SeenReport.extend({ answer: Answer })
