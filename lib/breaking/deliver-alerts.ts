import { database } from '../db/database'
import { deliverMail } from '../mail/deliver-mail'
import { handOverMail } from './hand-over-mail'
import { pushBatch } from './push-batch'

/** Servers for mail take several at a time; each mail is taken by one of these. */
const MAILS_AT_ONCE = 4
/** The outbox never holds more alerts than so many: what it does not hold can still be stopped, and other mail goes first. */
const MOST_IN_OUTBOX = 400

/**
 * Sends what waits of alerts, in batches, until nothing is left that can be sent now. Any number of processes may do this at once.
 * Before each batch it is looked whether readers still have the article.
 */
export async function deliverAlerts(): Promise<void> {
  await Promise.all([deliverByMail(), deliverByPush()])
}

async function deliverByMail(): Promise<void> {
  for (;;) {
    const waiting = await database().mail.count({ where: { alertId: { not: null }, state: 'QUEUED' } })
    if (waiting >= MOST_IN_OUTBOX || !(await handOverMail())) break
    await Promise.all(Array.from({ length: MAILS_AT_ONCE }, deliverMail))
  }
}

async function deliverByPush(): Promise<void> {
  while (await pushBatch());
}
