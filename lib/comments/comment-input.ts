import { z } from 'zod'
import { isId } from '../document/addresses'
import { MOST_CHARACTERS, MOST_QUOTED } from './limits'
import { mentionsIn } from './mention-text'

const MOST_MENTIONS = 20

/** Everything that is no character to read, line ends and tabs aside. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

const Id = z.string().refine(isId, 'This is not an id.')

/** Plain words of one or more lines, 1 to 5,000 characters as they are stored, which name at most twenty people. */
export const CommentText = z
  .string()
  .max(MOST_CHARACTERS + 1_000)
  .transform((text) => text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '').normalize('NFC').trim())
  .refine((text) => text.length > 0, 'Write something first.')
  .refine((text) => text.length <= MOST_CHARACTERS, 'A comment has at most 5,000 characters.')
  .refine((text) => mentionsIn(text).length <= MOST_MENTIONS, 'A comment names at most twenty people.')

/** The words that a conversation is about, on one line. */
const Quote = z
  .string()
  .max(MOST_QUOTED)
  .transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
  .refine((text) => text.length > 0, 'Select the words first.')

/** `threadId` is made by whoever writes, so that the mark on the words and the row agree, and nothing is made twice. */
export const StartThread = z.strictObject({ threadId: Id, quote: Quote, text: CommentText })
export const Reply = z.strictObject({ commentId: Id, text: CommentText })
export const EditComment = z.strictObject({ text: CommentText })
