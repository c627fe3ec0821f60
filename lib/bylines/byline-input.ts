import { z } from 'zod'
import { isId } from '../document/addresses'
import { EmailAddress } from '../people/email-address'
import { line } from '../settings/line'
import { isSafePage } from '../settings/security-contact'

const PROFILES_MOST = 10

/** One to a line, each once. What is wrong is said of the whole field. */
const Profiles = z
  .array(z.string())
  .transform((lines) => [...new Set(lines.map((each) => each.trim()).filter((each) => each !== ''))])
  .superRefine((addresses, context) => {
    const wrong = addresses.find((address) => address.length > 300 || !isSafePage(address))
    if (wrong !== undefined)
      context.addIssue(
        `“${wrong.slice(0, 60)}” is not the address of a page, from https:// on, of at most 300 characters.`,
      )
    if (addresses.length > PROFILES_MOST) context.addIssue(`At most ${PROFILES_MOST} addresses.`)
  })

/** What can be said of a byline: the form and the server parse the same. */
export const BylineInput = z.strictObject({
  name: line(120).pipe(z.string().min(1, 'Type a name.')),
  jobTitle: line(120),
  /** Paragraphs, with an empty line between them. */
  biography: z.string().transform(tidy).pipe(z.string().max(2000, 'At most 2,000 characters fit here.')),
  picture: z
    .strictObject({ mediaId: z.string(), alt: z.string().trim() })
    .refine(({ mediaId }) => isId(mediaId), 'This picture does not exist any more.')
    .refine(({ alt }) => alt !== '', 'Say what is to be seen, for those who do not see it.')
    .refine(({ alt }) => alt.length <= 1000, 'At most 1,000 characters fit here.')
    .nullable(),
  /** Where readers write to. */
  email: z.string().trim().pipe(z.literal('').or(EmailAddress)),
  /** Pages elsewhere of the same person. */
  profiles: Profiles,
})
export type BylineInput = z.output<typeof BylineInput>

/** Lines as they were typed; of several empty ones, one. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
