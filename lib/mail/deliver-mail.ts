import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { mailTransport } from './mail-transport'
import { withoutLinkSecrets } from './without-secrets'

const MOST_ATTEMPTS = 8

type Claimed = {
  id: string
  to: string
  subject: string
  text: string
  html: string
  attempts: number
  unsubscribeUrl: string | null
}

/**
 * Sends what waits and is due, one after the other, until nothing is left; alerts to readers, of which there are many, when nothing else waits. Any number of processes may do this at once: each
 * mail is taken by one of them.
 *
 * A mail is taken by moving its next try into the future before it is sent. A process that dies while sending leaves it to be
 * tried again, so a mail may come twice, and never not at all. Both have one Message-ID, by which mailboxes know them as one.
 *
 * @returns how many were sent
 */
export async function deliverMail(): Promise<number> {
  if (!env().SMTP_URL) {
    await keepEverything()
    return 0
  }
  let sent = 0
  for (let mail = await claimNext(); mail; mail = await claimNext()) {
    if (await send(mail)) sent++
  }
  return sent
}

/** What was queued while there was a mail server, which is gone now. */
async function keepEverything(): Promise<void> {
  await database().mail.updateMany({ where: { state: 'QUEUED' }, data: { state: 'KEPT' } })
}

async function claimNext(): Promise<Claimed | undefined> {
  const at = now()
  const claimed = await database().$queryRaw<Claimed[]>`
    UPDATE "Mail"
       SET attempts = attempts + 1,
           "nextTryAt" = ${at}::timestamptz + make_interval(mins => (2 ^ least(attempts, 6))::int)
     WHERE id = (
             SELECT id FROM "Mail"
              WHERE state = 'QUEUED' AND "nextTryAt" <= ${at}::timestamptz
              ORDER BY "alertId" IS NOT NULL, "nextTryAt", id
              LIMIT 1
                FOR UPDATE SKIP LOCKED
           )
 RETURNING id, "to", subject, text, html, attempts, "unsubscribeUrl"`
  return claimed[0]
}

async function send(mail: Claimed): Promise<boolean> {
  const { id, to, subject, text, html, unsubscribeUrl } = mail
  try {
    await mailTransport().sendMail({
      messageId: `<${id}@${new URL(env().SITE_URL).hostname}>`,
      from: env().MAIL_FROM,
      to: { name: '', address: to },
      subject,
      text,
      html,
      ...(unsubscribeUrl === null ? {} : { headers: oneClick(unsubscribeUrl) }),
    })
  } catch (error) {
    await writeFailure(mail, error)
    return false
  }
  const kept = { text: withoutLinkSecrets(text), html: withoutLinkSecrets(html) }
  await database().mail.updateMany({ where: { id }, data: { ...kept, state: 'SENT', sentAt: now(), lastError: null } })
  return true
}

/** What a mail program needs to stop it by one press, without opening a page (RFC 8058). */
function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

async function writeFailure(mail: Claimed, error: unknown): Promise<void> {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const hasFailed = mail.attempts >= MOST_ATTEMPTS
  log.warn({ mailId: mail.id, attempts: mail.attempts, hasFailed }, 'a mail was not sent')
  await database().mail.updateMany({
    where: { id: mail.id, state: 'QUEUED' },
    data: { lastError, ...(hasFailed ? { state: 'FAILED' as const } : {}) },
  })
}
