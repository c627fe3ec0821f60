import { EmailAddress } from '../people/email-address'

/** Whether somebody can be reached there: an e-mail address, or a page of the web that nobody can listen in on. */
export function isContact(text: string): boolean {
  return EmailAddress.safeParse(text).success || isSafePage(text)
}

/** The contact as the URI that RFC 9116 wants. */
export function contactUri(contact: string): string {
  if (isSafePage(contact)) return new URL(contact).href
  const address = EmailAddress.parse(contact)
  const at = address.lastIndexOf('@')
  return `mailto:${encodeURIComponent(address.slice(0, at))}${address.slice(at)}`
}

/** An address of the web that nobody can listen in on, without a name and a password in it. */
export function isSafePage(text: string): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false
  const { protocol, username, password } = new URL(text)
  return protocol === 'https:' && username === '' && password === ''
}
