import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { env } from '@/lib/env'
import { Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { EmailAddress } from '@/lib/people/email-address'

/** `to` is one stored address, never what was typed. `html` is the same as `text`, escaped. */
export type MailToQueue = {
  to: string
  subject: string
  text: string
  html: string
  /** The alert that it carries: such mail lets other mail go first. */
  alertId?: string
  /** Where one press of a mail program ends it (RFC 8058). */
  unsubscribeUrl?: string
}

/**
 * Writes a mail in the transaction of what it is about: it goes out if that happened, and only then. Call `nudgeMail` after
 * the commit, or it waits for the next minute. Without SMTP_URL it is kept for /admin/mail.
 *
 * @throws Invalid when `to` is not exactly one stored address, or a line break would add a header
 */
export async function queueMail(tx: Transaction, mail: MailToQueue): Promise<{ id: string }> {
  if (EmailAddress.safeParse(mail.to).data !== mail.to) throw new Invalid('A mail goes to exactly one stored address.')
  if (/\p{Cc}/u.test(mail.subject) || mail.subject.length > 250)
    throw new Invalid('The subject of a mail is one short line.')
  const at = now()
  const id = newId()
  await tx.mail.create({
    data: { id, ...mail, state: env().SMTP_URL ? 'QUEUED' : 'KEPT', nextTryAt: at, createdAt: at },
  })
  return { id }
}
