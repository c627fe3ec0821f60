import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import type { Settings } from '@/lib/settings/settings'
import { unsubscribeToken } from './unsubscribe-token'

type Occasion = { to: string; settings: Settings; newsletter: { name: string } }

/** "Press the button, or do nothing." */
export function confirmationMail({ to, settings, newsletter }: Occasion, token: string): MailToQueue {
  return writeMail(to, `Confirm that you want ${newsletter.name}`, [
    `Somebody, probably you, asked ${settings.name} to send ${newsletter.name} to this address.`,
    'If it was you, open this page and press the button:',
    { link: `${env().SITE_URL}/newsletters/confirm/${token}` },
    'The link works once, for seven days. If it was not you, do nothing and you will hear no more from us.',
  ])
}

/** To somebody who asks for what they have: the page told them that there is mail. */
export function alreadySubscribedMail({ to, settings, newsletter }: Occasion, subscriptionId: string): MailToQueue {
  return writeMail(to, `You already get ${newsletter.name}`, [
    `Somebody, probably you, asked ${settings.name} to send ${newsletter.name} to this address.`,
    'It already does, so there is nothing to do. Should you not want it any more:',
    { link: `${env().SITE_URL}/newsletters/unsubscribe/${unsubscribeToken(subscriptionId)}` },
  ])
}
