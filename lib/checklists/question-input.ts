import { z } from 'zod'
import { LEVELS, QUESTION_MOST } from './checks'

/** A question of the paper's own, as somebody writes it. The form and the server ask the same of it. */
export const QuestionInput = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1, 'Write the question.')
    .max(QUESTION_MOST, `A question has at most ${QUESTION_MOST} characters.`)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'One line, please.')
    .transform((text) => text.normalize('NFC')),
  level: z.enum(LEVELS),
})
