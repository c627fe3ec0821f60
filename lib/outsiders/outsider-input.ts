import { z } from 'zod'
import { legalWords, Verdict } from '../legal/legal-input'
import type { SiteWords } from '../site-words/en'
import { LABEL_MOST, LINK_HOURS_MOST, NAME_MOST, PURPOSES, QUOTE_MOST, WORDS_MOST } from './limits'

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/** One line of 1 to `most` characters. */
function line(most: number, missing: string, tooLong = `At most ${most} characters fit here.`) {
  return z
    .string(missing)
    .max(most * 2, tooLong)
    .transform(oneLine)
    .refine((text) => text !== '', missing)
    .refine((text) => text.length <= most, tooLong)
}

export const MakeOutsiderLink = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** Who it is for. */
  label: line(LABEL_MOST, 'Say who the link is for.'),
  hours: z.int().min(1, 'A link lives for an hour at least.').max(LINK_HOURS_MOST, 'A link lives for 30 days at most.'),
  /** The version that it shows; null follows the draft, which what is signed cannot. */
  version: z.int().min(0).nullable().default(null),
})

/**
 * What the form under an article sends. `once` was made with the page, so that what is sent twice is kept once.
 * @param say what its reader is told of what is wrong with it
 */
export function outsiderForm(say: SiteWords['preview']['notSent']) {
  const name = line(NAME_MOST, say.noName, say.tooLong(NAME_MOST))
  const words = legalWords(say.tooLong(WORDS_MOST)).refine((text) => text.length <= WORDS_MOST, say.tooLong(WORDS_MOST))
  return z.discriminatedUnion(
    'form',
    [
      z.object({
        form: z.literal('comment'),
        once: z.uuid(say.wrong),
        version: z.coerce.number(say.wrong).int(say.wrong).min(0, say.wrong),
        name,
        quote: z
          .string(say.wrong)
          .max(QUOTE_MOST * 2, say.tooLong(QUOTE_MOST))
          .default('')
          .transform(oneLine)
          .refine((text) => text.length <= QUOTE_MOST, say.tooLong(QUOTE_MOST)),
        words: words.refine((text) => text !== '', say.noWords),
      }),
      z.object({
        form: z.literal('sign'),
        name,
        verdict: z.enum(Verdict.options, say.wrong),
        words: words.default(''),
      }),
    ],
    say.wrong,
  )
}
export type OutsiderForm = z.output<ReturnType<typeof outsiderForm>>
