import { z } from 'zod'
import { isId, safeUrl } from '../document/addresses'
import { CLAIM_WORDS_MOST } from './claim-uses'
import { BASES } from './claim-words'
import { EVENT_KINDS } from './standing'

const Id = z.string().refine(isId, 'This is not an id.')

/** One line of plain words, 0 to `most` characters. */
export function line(most: number, tooLong: string) {
  return z
    .string()
    .max(most + 1_000)
    .transform((text) =>
      text
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .normalize('NFC')
        .trim(),
    )
    .refine((text) => text.length <= most, tooLong)
}

const Words = line(CLAIM_WORDS_MOST, `Mark at most ${CLAIM_WORDS_MOST} characters: a claim is a sentence, not a page.`)

/** Longest name of somebody who says something, in characters. */
const PARTY_NAME_MOST = 200

const PartyName = line(PARTY_NAME_MOST, `A name has at most ${PARTY_NAME_MOST} characters.`).refine(
  (name) => name !== '',
  'Say who.',
)

/** Somebody of the register by id, or by name: made on the fly where the register has nobody of that name. */
export const PartyChoice = z.union([
  z.strictObject({ id: Id }),
  z.strictObject({ name: PartyName, kind: z.enum(['PERSON', 'ORGANISATION']).default('PERSON') }),
])
export type PartyChoice = z.output<typeof PartyChoice>

/** What may be said of an event beyond who and what. Each may be left out. */
const details = {
  /** ISO 8601 with a zone; null where nobody knows. */
  saidAt: z.iso.datetime({ offset: true, error: 'Give a date and a time.' }).nullable().default(null),
  toWhom: line(200, 'To whom: at most 200 characters.').default(''),
  place: line(200, 'Where: at most 200 characters.').default(''),
  basis: z.enum(BASES).nullable().default(null),
  evidenceUrl: line(2_000, 'An address has at most 2,000 characters.')
    .refine(
      (url) => url === '' || (/^https?:/i.test(url) && safeUrl(url) !== null),
      'Evidence is a web address that begins with https://.',
    )
    .default(''),
}

/** `eventId` is made by whoever marks, so that the same sent again after a lost answer makes nothing twice. */
export const MarkClaim = z.strictObject({
  eventId: Id,
  /** The claim that the words tell of; null begins a new one, with the words as its statement. */
  claimId: Id.nullable(),
  kind: z.enum(EVENT_KINDS),
  speaker: PartyChoice,
  against: PartyChoice.nullable().default(null),
  words: Words.refine((words) => words !== '', 'Select the words first.'),
  ...details,
})

export const ChangeEvent = z.strictObject({
  kind: z.enum(EVENT_KINDS),
  speaker: PartyChoice,
  against: PartyChoice.nullable().default(null),
  ...details,
})

/** What a person makes of a claim that changed since their story was written. */
const DECISIONS = ['FINE', 'UPDATE', 'CORRECT'] as const
export type ClaimDecision = (typeof DECISIONS)[number]
export const DecideNotice = z.strictObject({ decision: z.enum(DECISIONS) })
