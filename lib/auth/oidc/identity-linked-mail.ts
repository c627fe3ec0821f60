import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'

/** Tells somebody that they can be signed in through another house from now on. @param of.house what people call it */
export function identityLinkedMail(of: { to: string; name: string; house: string }): MailToQueue {
  return writeMail(of.to, `Your account is tied to ${of.house}`, [
    `Hello ${of.name},`,
    `Somebody who has this address at ${of.house} signed in to the newsroom. From now on ${of.house} signs you in here.`,
    'If it was not you, tell an administrator of the newsroom now, and look at where you are signed in:',
    { link: `${env().SITE_URL}/desk/account` },
  ])
}
