import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import type { Settings } from '@/lib/settings/settings'
import { siteLanguageOf } from '@/lib/site-words/site-languages'
import { wordsFor } from '@/lib/site-words/words-for'
import { unsubscribeToken } from './unsubscribe-token'

type Occasion = { to: string; settings: Settings; newsletter: { name: string } }

/** "Press the button, or do nothing." @param days how long the link works */
export function confirmationMail({ to, settings, newsletter }: Occasion, token: string, days: number): MailToQueue {
  const { mail } = wordsFor(settings.language).newsletters
  return writeMail(
    to,
    mail.confirmSubject(newsletter.name),
    [
      mail.asked(settings.name, newsletter.name),
      mail.press,
      { link: `${env().SITE_URL}/newsletters/confirm/${token}` },
      mail.once(days),
    ],
    siteLanguageOf(settings.language),
  )
}

/** To somebody who asks for what they have: the page told them that there is mail. */
export function alreadySubscribedMail({ to, settings, newsletter }: Occasion, subscriptionId: string): MailToQueue {
  const { mail } = wordsFor(settings.language).newsletters
  return writeMail(
    to,
    mail.alreadySubject(newsletter.name),
    [
      mail.asked(settings.name, newsletter.name),
      mail.already,
      { link: `${env().SITE_URL}/newsletters/unsubscribe/${unsubscribeToken(subscriptionId)}` },
    ],
    siteLanguageOf(settings.language),
  )
}
