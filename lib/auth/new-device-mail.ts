import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'

/** Tells somebody that a browser which they never used has signed in as them. */
export function newDeviceMail(of: {
  to: string
  name: string
  at: Date
  timeZone: string
  device: string
  place: string
}): MailToQueue {
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone: of.timeZone })
  return writeMail(of.to, 'A new device signed in as you', [
    `Hello ${of.name},`,
    'Somebody, we hope you, signed in to the newsroom as you on a device that you have not used before.',
    `When: ${time.format(of.at)}. Device: ${of.device}. From: ${of.place}.`,
    'If it was you, there is nothing to do. If not, end that session here, and set a new password:',
    { link: `${env().SITE_URL}/desk/account` },
  ])
}
