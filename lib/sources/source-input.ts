import { z } from 'zod'
import { line } from '../claims/claim-input'
import { SOURCE_KINDS, SOURCE_TERMS } from './source-words'

/** The most people that may be named on a source. */
const READERS_MOST = 50

const CODE_NAME_MOST = 80
const NAME_MOST = 200
const CONTACT_MOST = 500
const NOTES_MOST = 5_000

const Text = (most: number, tooLong: string) =>
  z
    .string()
    .max(most + 1_000, tooLong)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= most, tooLong)

const open = {
  codeName: line(CODE_NAME_MOST, `A code name has at most ${CODE_NAME_MOST} characters.`).refine(
    (name) => name !== '',
    'Give it a code name.',
  ),
  kind: z.enum(SOURCE_KINDS),
  terms: z.enum(SOURCE_TERMS),
  isConfidential: z.boolean(),
  isKnown: z.boolean(),
  /** Another source that has what it says from the same place; null where there is none. */
  sameOriginAs: z.uuid().nullable(),
  readerIds: z.array(z.uuid()).max(READERS_MOST, `At most ${READERS_MOST} people may be named on a source.`),
}

const sealed = {
  name: line(NAME_MOST, `A name has at most ${NAME_MOST} characters.`).refine(
    (name) => name !== '',
    'Say who or what it is.',
  ),
  contact: Text(CONTACT_MOST, `At most ${CONTACT_MOST} characters.`),
  notes: Text(NOTES_MOST, `At most ${NOTES_MOST} characters.`),
}

const base = z.int().min(0)

export const CreateSource = z.strictObject({ ...open, ...sealed })
/** What others may know of a source, with the version that was seen. */
export const ChangeSource = z.strictObject({ id: z.uuid(), base, ...open })
/** What is sealed of it. */
export const ChangeSealed = z.strictObject({ id: z.uuid(), base, ...sealed })
/** A source as it was seen. */
export const SeenSource = z.strictObject({ id: z.uuid(), base })
export const OneSource = z.strictObject({ id: z.uuid() })
export const SourceSearch = z.strictObject({ words: z.string().max(300) })
export const SourceOfEvent = z.strictObject({ sourceId: z.uuid(), eventId: z.uuid() })
