import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { unsubscribeToken } from '@/lib/newsletters/unsubscribe-token'
import type { Settings } from '@/lib/settings/settings'
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
  const subject = alert.kind === 'BREAKING' ? `Breaking: ${alert.text}` : `A story was withdrawn by ${settings.name}`
  const mail = writeMail(to, subject, [
    alert.text,
    { link: `${env().SITE_URL}${alert.path}` },
    `You get this because you asked ${settings.name} for ${subscription.newsletter.name}. If you do not want it any more:`,
    { link: unsubscribeUrl },
  ])
  return { ...mail, alertId: alert.id, unsubscribeUrl }
}
