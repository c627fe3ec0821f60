import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { unsubscribeToken } from '@/lib/newsletters/unsubscribe-token'
import type { Settings } from '@/lib/settings/settings'
import { siteLanguageOf } from '@/lib/site-words/site-languages'
import { wordsFor } from '@/lib/site-words/words-for'
import type { Alert } from './read-alerts'

type Occasion = {
  to: string
  settings: Settings
  alert: Pick<Alert, 'id' | 'kind' | 'text' | 'path'>
  subscription: { id: string; newsletter: { name: string } }
}

/** The alert, or the notice that its article was withdrawn, by mail, which one press stops, on its page or in a mail program (RFC 8058). */
export function alertMail({ to, settings, alert, subscription }: Occasion): MailToQueue {
  const unsubscribeUrl = `${env().SITE_URL}/newsletters/unsubscribe/${unsubscribeToken(subscription.id)}`
  const { mail: say } = wordsFor(settings.language).alerts
  const subject = alert.kind === 'BREAKING' ? say.breakingSubject(alert.text) : say.withdrawnSubject(settings.name)
  const parts = [
    alert.text,
    { link: `${env().SITE_URL}${alert.path}` },
    say.why(settings.name, subscription.newsletter.name),
    { link: unsubscribeUrl },
  ]
  const mail = writeMail(to, subject, parts, siteLanguageOf(settings.language))
  return { ...mail, alertId: alert.id, unsubscribeUrl }
}
