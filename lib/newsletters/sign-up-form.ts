import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { EmailAddress } from '@/lib/people/email-address'

/** What the sign-up form sends. A browser's own check of an address lets through more than we take. */
export const SignUpForm = z.strictObject({
  email: z.string().max(500).pipe(EmailAddress),
  newsletter: z.string().refine(isId, 'There is no such newsletter.'),
  /** The page that the form stood on; anything but a path as our pages have them is the page of all newsletters. */
  from: z
    .string()
    .default('')
    .transform((path) => (/^(\/[a-z0-9-]{1,200}){1,3}$/.test(path) ? path : '/newsletters')),
  /** People do not see this field. */
  website: z.string().max(500).default(''),
})

/** The words under a form that show themselves when the address ends in this: no script and no second page is needed. */
export function signedUpId(newsletterId: string): string {
  return `signed-up-${newsletterId}`
}
