import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'

/** How long a mailed link signs in. */
export const LINK_MINUTES = 10

export function signInLinkMail(of: { to: string; name: string; secret: string }): MailToQueue {
  return writeMail(of.to, 'Your link to sign in', [
    `Hello ${of.name},`,
    'Somebody, we hope you, asked for a link to sign in to the newsroom. Here it is:',
    { link: `${env().SITE_URL}/login/link/${of.secret}` },
    `It works once, within ${LINK_MINUTES} minutes, and only in the browser in which it was asked for.`,
    'If it was not you, do nothing: without that browser the link opens nothing.',
  ])
}
