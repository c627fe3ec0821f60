import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'

/** How long the link in the mail to the new address works. */
export const CONFIRM_HOURS = 24

/** How long the old address can take it back. */
export const UNDO_DAYS = 7

/** To the new address. */
export function confirmEmailMail(of: { to: string; name: string; secret: string }): MailToQueue {
  return writeMail(of.to, 'Confirm your new e-mail address', [
    `Hello ${of.name},`,
    'Somebody, we hope you, wants to sign in to the newsroom with this address. Confirm it here:',
    { link: `${env().SITE_URL}/login/email/${of.secret}` },
    `The link works once, within ${CONFIRM_HOURS} hours. Until then the old address stays.`,
    'If it was not you, do nothing.',
  ])
}

/** To the old one, once it is changed. */
export function emailChangedMail(of: { to: string; name: string; newEmail: string; secret: string }): MailToQueue {
  return writeMail(of.to, 'Your e-mail address was changed', [
    `Hello ${of.name},`,
    `You sign in to the newsroom with ${of.newEmail} from now on, and no longer with this address.`,
    'If it was not you, take the change back here. That signs everybody out who is in as you:',
    { link: `${env().SITE_URL}/login/email/${of.secret}` },
    `The link works for ${UNDO_DAYS} days. Set a new password afterwards.`,
  ])
}
