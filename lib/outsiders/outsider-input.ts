import { z } from 'zod'
import { LegalWords, Verdict } from '../legal/legal-input'
import { LABEL_MOST, LINK_HOURS_MOST, NAME_MOST, PURPOSES, QUOTE_MOST, WORDS_MOST } from './limits'

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/** One line of 1 to `most` characters. */
function line(most: number, missing: string) {
  return z
    .string()
    .max(most * 2)
    .transform(oneLine)
    .refine((text) => text !== '', missing)
    .refine((text) => text.length <= most, `At most ${most} characters fit here.`)
}

export const MakeOutsiderLink = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** Who it is for. */
  label: line(LABEL_MOST, 'Say who the link is for.'),
  hours: z.int().min(1, 'A link lives for an hour at least.').max(LINK_HOURS_MOST, 'A link lives for 30 days at most.'),
  /** The version that it shows; null follows the draft, which what is signed cannot. */
  version: z.int().min(0).nullable().default(null),
})

const Name = line(NAME_MOST, 'Say who you are.')

const OutsiderWords = LegalWords.refine(
  (text) => text.length <= WORDS_MOST,
  `At most ${WORDS_MOST} characters fit here.`,
)

/** What the form under an article sends. `once` was made with the page, so that what is sent twice is kept once. */
export const OutsiderForm = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('comment'),
    once: z.uuid(),
    version: z.coerce.number().int().min(0),
    name: Name,
    quote: z
      .string()
      .max(QUOTE_MOST * 2)
      .default('')
      .transform(oneLine)
      .refine((text) => text.length <= QUOTE_MOST),
    words: OutsiderWords.refine((text) => text !== '', 'Write something first.'),
  }),
  z.object({
    form: z.literal('sign'),
    name: Name,
    verdict: Verdict,
    words: OutsiderWords.default(''),
  }),
])
export type OutsiderForm = z.output<typeof OutsiderForm>
