import { z } from 'zod'
import { DEFAULT_TERMS } from './default-terms'
import { line } from './line'
import { isContact, isSafePage } from './security-contact'

/** Words on several lines. */
function lines(most: number) {
  return z
    .string()
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(most, `At most ${most} characters fit here.`))
}

function contact() {
  return line(254).pipe(
    z
      .string()
      .refine(
        (text) => text === '' || isContact(text),
        'Write an e-mail address, or a page that begins with https://.',
      ),
  )
}

/** What can be said of the paper: the form and the server parse the same. */
export const PaperSettings = z.strictObject({
  /** The paper's name, as the masthead prints it. */
  name: line(80).pipe(z.string().min(1, 'Give the paper a name.')),
  /** The line under the name. */
  tagline: line(160),
  /** The language that articles are written in, BCP 47. */
  language: z
    .string()
    .trim()
    .refine(isLanguage, 'Write the language as browsers know it: en-GB, de or ar.')
    .transform((text) => Intl.getCanonicalLocales(text)[0] ?? text),
  /** The zone in which dates and times are printed, as the IANA writes it. */
  timeZone: z.string().refine(isTimeZone, 'Choose a time zone from the list.'),
  /** What feeds carry of each article. */
  feeds: z.enum(['full', 'summary']),
  /** Who passes on that a feed has changed (WebSub): its address, or nobody. */
  hub: line(500).pipe(
    z
      .string()
      .refine((text) => text === '' || isSafePage(text), 'Write the address of a hub. It begins with https://.'),
  ),
  /** What programs of AI companies are asked for. */
  aiUse: z.enum(['all', 'noTraining', 'none']),
  /** Whom to tell of a hole: an e-mail address, a page, or nobody. */
  securityContact: contact(),
  /** Who may reprint the paper's own articles. */
  republishing: z.enum(['nobody', 'everybody']),
  /** On what terms, in plain words. */
  republishTerms: lines(2000).pipe(z.string().min(1, 'Say on what terms.')),
  /** Whom to ask about it: an e-mail address, a page, or nobody. */
  republishContact: contact(),
})

/** What the paper says about itself. */
export type Settings = z.output<typeof PaperSettings>

/** What holds where nobody has said anything else. */
export const DEFAULT_SETTINGS: Settings = {
  name: 'The Standfirst',
  tagline: '',
  language: 'en-GB',
  timeZone: 'Europe/London',
  feeds: 'full',
  hub: '',
  aiUse: 'all',
  securityContact: '',
  republishing: 'nobody',
  republishTerms: DEFAULT_TERMS,
  republishContact: '',
}

/** A code of two or three letters, and what may follow it: longer ones are well formed, but no language has them. */
function isLanguage(text: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(text) && Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** A place, not a number of hours: those have no summer time. */
function isTimeZone(text: string): boolean {
  try {
    return /^[A-Z]/i.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) !== null
  } catch {
    return false
  }
}
