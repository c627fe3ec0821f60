import { z } from 'zod'
import { isId, safePageUrl } from '../document/addresses'
import { EmailAddress } from '../people/email-address'
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

const NO_PARAGRAPH = 'There is no such paragraph.'

/** What a reader sends about a paragraph. The sentences are read by readers. */
export const ReportForm = z.strictObject({
  article: z.string().refine(isId, 'There is no such article.'),
  /** The edition that stood on the page. */
  edition: z.string().refine(isId, 'There is no such article.'),
  paragraph: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/, NO_PARAGRAPH)
    .transform(Number),
  text: z
    .string()
    .max(TEXT_MOST * 8, `Say it in ${TEXT_MOST.toLocaleString('en')} characters at most.`)
    .transform(plainText)
    .refine((text) => text.length >= TEXT_LEAST, `Say what is wrong, in ${TEXT_LEAST} characters at least.`)
    .refine((text) => text.length <= TEXT_MOST, `Say it in ${TEXT_MOST.toLocaleString('en')} characters at most.`),
  url: z
    .string()
    .trim()
    .max(URL_MOST, `An address has ${URL_MOST} characters at most.`)
    .default('')
    .transform((typed) => (typed === '' || /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`))
    .transform((typed) => (typed === '' ? '' : (safePageUrl(typed) ?? null)))
    .refine(
      (url) => url === '' || (url !== null && url.length <= URL_MOST && /^https?:\/\/[^/]+\.[^/]/.test(url)),
      'This is not the address of a page. It looks like https://example.org/page.',
    )
    .transform((url) => url ?? ''),
  mail: z
    .string()
    .trim()
    .max(254, 'This is not an e-mail address.')
    .default('')
    .refine(
      (typed) => typed === '' || EmailAddress.safeParse(typed).success,
      'This is not an e-mail address. It looks like name@example.com. You can also leave it empty.',
    )
    .transform((typed) => (typed === '' ? null : EmailAddress.parse(typed))),
  /** People do not see this field. */
  website: z.string().max(500).default(''),
})
export type ReportForm = z.output<typeof ReportForm>
