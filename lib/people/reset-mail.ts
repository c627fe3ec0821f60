import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'

export function resetMail(of: { to: string; name: string; secret: string }): MailToQueue {
  return writeMail(of.to, 'Set a new password', [
    `Hello ${of.name},`,
    'Somebody, we hope you, asked for a new password at the newsroom. Set it here:',
    { link: `${env().SITE_URL}/reset/${of.secret}` },
    'The link works once, within one hour. Setting a new password signs you out everywhere.',
    'If it was not you, do nothing: your password stays as it is.',
  ])
}
