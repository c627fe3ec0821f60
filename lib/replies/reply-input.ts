import { z } from 'zod'
import { line, PartyChoice } from '../claims/claim-input'
import { isId } from '../document/addresses'
import { REPLY_ANSWERS, REPLY_WAYS } from './reply-words'

/** Longest text of what was put to somebody, and of what they answered, in characters. */
const REPLY_TEXT_MOST = 5_000

/** Everything that is no character to read, line ends and tabs aside. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

const Text = z
  .string()
  .max(REPLY_TEXT_MOST + 1_000)
  .transform((text) => text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '').normalize('NFC').trim())
  .refine((text) => text.length <= REPLY_TEXT_MOST, 'At most 5,000 characters fit here.')

/** What the clocks of a zone show. */
const Local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Give a day and a time.')

const fields = {
  party: PartyChoice,
  contact: line(200, 'A name has at most 200 characters.').default(''),
  question: Text.refine((text) => text !== '', 'Say what was put to them.'),
  way: z.enum(REPLY_WAYS),
  askedAt: Local,
  deadline: Local,
  answer: z.enum(REPLY_ANSWERS).default('NONE'),
  answerText: Text.default(''),
  /** Null where nobody answered, or just now. */
  answeredAt: Local.nullable().default(null),
  /** The zone of these times, as the IANA writes it. */
  zone: z.string().max(60),
}

/** `replyId` is made by whoever asks, so that the same sent again after a lost answer puts nothing down twice. */
export const LogReply = z.strictObject({ replyId: z.string().refine(isId, 'This is not an id.'), ...fields })

/** `baseVersion` is the version that the person saw. */
export const ChangeReply = z.strictObject({ baseVersion: z.int().min(0), ...fields })

export type ReplyFields = Omit<z.output<typeof LogReply>, 'replyId'>
