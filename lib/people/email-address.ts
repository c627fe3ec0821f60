import { z } from 'zod'

const LONGEST = 254
const LONGEST_LOCAL_PART = 64
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/**
 * One e-mail address, trimmed and in lower case, as it is stored and compared.
 *
 * ASCII only: a full-width ＠, a domain with look-alike dots, a list with commas, a quoted part with a second @ in it are
 * refused, because a mail program may read another address out of them than we did.
 */
export const EmailAddress = z
  .string()
  .trim()
  // Before the lower case: there is more than one character whose lower case is an ASCII letter.
  .refine(isAscii, 'An e-mail address has only the letters a to z, digits and signs.')
  .toLowerCase()
  .refine(isOneAddress, 'This does not look like an e-mail address.')
export type EmailAddress = z.output<typeof EmailAddress>

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text)
}

function isOneAddress(text: string): boolean {
  if (text.length > LONGEST) return false
  const [local = '', domain = '', ...rest] = text.split('@')
  return rest.length === 0 && local.length <= LONGEST_LOCAL_PART && LOCAL_PART.test(local) && DOMAIN.test(domain)
}
