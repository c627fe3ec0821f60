import { z } from 'zod'
import { isId, safePageUrl } from '../document/addresses'
import { EmailAddress } from '../people/email-address'
import type { SiteWords } from '../site-words/en'
import { TEXT_LEAST, TEXT_MOST, URL_MOST } from './limits'

/** Line ends are kept; other controls, and signs that turn the direction of what follows, are not. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * What a reader sends about a paragraph.
 * @param say what readers are told of what is wrong with it
 */
export function reportForm(say: SiteWords['question']['notSent']) {
  return z.strictObject(
    {
      article: z.string(say.wrong).refine(isId, say.noArticle),
      /** The edition that stood on the page. */
      edition: z.string(say.wrong).refine(isId, say.noArticle),
      paragraph: z
        .string(say.wrong)
        .regex(/^[1-9][0-9]{0,3}$/, say.noParagraph)
        .transform(Number),
      text: z
        .string(say.wrong)
        .max(TEXT_MOST * 8, say.tooLong(TEXT_MOST))
        .transform(plainText)
        .refine((text) => text.length >= TEXT_LEAST, say.tooShort(TEXT_LEAST))
        .refine((text) => text.length <= TEXT_MOST, say.tooLong(TEXT_MOST)),
      url: z
        .string(say.wrong)
        .trim()
        .max(URL_MOST, say.longAddress(URL_MOST))
        .default('')
        .transform((typed) => (typed === '' || /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`))
        .transform((typed) => (typed === '' ? '' : (safePageUrl(typed) ?? null)))
        .refine(
          (url) => url === '' || (url !== null && url.length <= URL_MOST && /^https?:\/\/[^/]+\.[^/]/.test(url)),
          say.noPage,
        )
        .transform((url) => url ?? ''),
      mail: z
        .string(say.wrong)
        .trim()
        .max(254, say.noMail)
        .default('')
        .refine((typed) => typed === '' || EmailAddress.safeParse(typed).success, say.noMail)
        .transform((typed) => (typed === '' ? null : EmailAddress.parse(typed))),
      /** People do not see this field. */
      website: z.string(say.wrong).max(500, say.wrong).default(''),
    },
    say.wrong,
  )
}
export type ReportForm = z.output<ReturnType<typeof reportForm>>
