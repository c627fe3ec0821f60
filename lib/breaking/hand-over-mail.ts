import { type Transaction, transaction } from '../db/database'
import { queueMail } from '../mail/queue-mail'
import { readSettings } from '../settings/settings'
import { alertMail } from './alert-mail'
import { type Alert, readAlerts } from './read-alerts'

const BATCH = 100

/**
 * Hands one batch of alerts to the outbox: the mail and the mark that it was written are one transaction, so that each receiver has one
 * mail however many processes do this and wherever one of them is killed.
 *
 * @returns false when nothing waits
 */
export function handOverMail(): Promise<boolean> {
  return transaction(async (tx) => {
    const alert = await nextAlert(tx)
    if (alert === undefined) return false
    // The publication first, as a withdrawal does: neither waits for the other in a circle.
    const refusal = alert.kind === 'WITHDRAWAL' ? null : await refusalNow(tx, alert)
    const deliveries = await claimBatch(tx, alert.id)
    if (refusal === null) await writeMails(tx, alert, deliveries)
    else await giveUp(tx, alert.id, deliveries, refusal)
    // None where another process has them all.
    return deliveries.length > 0
  })
}

async function nextAlert(tx: Transaction): Promise<Alert | undefined> {
  const [next] = await tx.$queryRaw<{ alertId: string }[]>`
    SELECT "alertId" FROM "AlertDelivery"
    WHERE "nextTryAt" <= clock_timestamp() AND channel = 'MAIL' ORDER BY "nextTryAt" LIMIT 1`
  if (next === undefined) return undefined
  return (await readAlerts(tx, [next.alertId])).get(next.alertId)
}

/** The publication is held until the transaction ends: no withdrawal comes between the look and the mail. */
async function refusalNow(tx: Transaction, { articleId, seconds }: Alert): Promise<string | null> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Publication" WHERE "articleId" = ${articleId}::uuid FOR KEY SHARE`
  if (held.length === 0) return 'The article was withdrawn.'
  return seconds <= 0 ? 'Its time was over.' : null
}

async function claimBatch(tx: Transaction, alertId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ receiverId: string }[]>`
    SELECT "receiverId" FROM "AlertDelivery"
    WHERE "alertId" = ${alertId}::uuid AND channel = 'MAIL' AND "nextTryAt" <= clock_timestamp()
    ORDER BY "receiverId" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
  return rows.map(({ receiverId }) => receiverId)
}

async function giveUp(tx: Transaction, alertId: string, receiverIds: string[], failure: string): Promise<void> {
  await tx.alertDelivery.updateMany({
    where: { alertId, receiverId: { in: receiverIds } },
    data: { nextTryAt: null, failure },
  })
}

async function writeMails(tx: Transaction, alert: Alert, receiverIds: string[]): Promise<void> {
  const settings = await readSettings(tx)
  const subscribers = await tx.subscriber.findMany({
    where: { id: { in: receiverIds } },
    select: {
      id: true,
      email: true,
      subscriptions: {
        where: { state: 'CONFIRMED', newsletter: { isAlert: true } },
        orderBy: { newsletter: { position: 'asc' } },
        take: 1,
        select: { id: true, newsletter: { select: { name: true } } },
      },
    },
  })
  const sent: string[] = []
  for (const { id, email, subscriptions } of subscribers) {
    const [subscription] = subscriptions
    if (subscription === undefined) continue
    await queueMail(tx, alertMail({ to: email, settings, alert, subscription }))
    sent.push(id)
  }
  await tx.alertDelivery.updateMany({
    where: { alertId: alert.id, receiverId: { in: sent } },
    data: { nextTryAt: null, sentAt: new Date() },
  })
  const gone = receiverIds.filter((id) => !sent.includes(id))
  if (gone.length > 0) await giveUp(tx, alert.id, gone, 'Signed off since.')
}
