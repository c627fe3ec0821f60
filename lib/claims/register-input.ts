import { z } from 'zod'
import { ChangeEvent, line } from './claim-input'
import { CLAIM_WORDS_MOST } from './claim-uses'

const tooLong = `At most ${CLAIM_WORDS_MOST} characters.`

/** What the register knows of an event that no story tells. The quote may be empty. */
export const RegisterEvent = ChangeEvent.omit({ against: true, saidAt: true }).extend({
  quote: line(CLAIM_WORDS_MOST, tooLong).default(''),
  /** As the clocks of the newsroom show it: "2026-11-28T06:00"; '' where nobody knows. */
  saidAt: z.string().max(40).default(''),
  /** Readers may be told, without a story that tells it. */
  isForReaders: z.boolean().default(false),
})

export const AddEvent = RegisterEvent.extend({ claimId: z.uuid() })
export const EditEvent = RegisterEvent.extend({ eventId: z.uuid(), base: z.string().max(100) })
export const RemoveEvent = z.strictObject({ eventId: z.uuid() })
export const CorrectStatement = z.strictObject({
  claimId: z.uuid(),
  base: z.string().max(2_000),
  statement: line(CLAIM_WORDS_MOST, tooLong).refine((words) => words !== '', 'Say what is claimed.'),
  /** Readers may have it in these words, also where no live story has them. */
  isForReaders: z.boolean().default(false),
})
export const MergePair = z.strictObject({ id: z.uuid(), intoId: z.uuid() })
export const OneClaim = z.strictObject({ id: z.uuid() })
