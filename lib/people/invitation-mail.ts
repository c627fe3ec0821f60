import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { LINK_HOURS } from './one-time-link'

export function invitationMail(of: {
  to: string
  name: string
  secret: string
  invitedBy: string | null
}): MailToQueue {
  return writeMail(of.to, 'Your invitation to the newsroom', [
    `Hello ${of.name},`,
    of.invitedBy === null
      ? 'You have been invited to the newsroom.'
      : `${of.invitedBy} has invited you to the newsroom.`,
    'Set your password here, then you are in:',
    { link: `${env().SITE_URL}/invite/${of.secret}` },
    `The link works once, within ${LINK_HOURS.JOIN} hours. After that, ask for another one.`,
  ])
}
