import { pathOf } from '../articles/paths'
import { type Transaction, transaction } from '../db/database'
import { queueMail } from '../mail/queue-mail'
import { readSettings } from '../settings/settings'
import { alertMail } from './alert-mail'

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
    const path = await lockPublication(tx, alert.articleId)
    const deliveries = await claimBatch(tx, alert.id)
    const refusal = path === null ? 'The article was withdrawn.' : alert.isOver ? 'Its time was over.' : null
    if (refusal !== null || path === null) await giveUp(tx, alert.id, deliveries, refusal ?? '')
    else await writeMails(tx, { ...alert, path }, deliveries)
    // None where another process has them all.
    return deliveries.length > 0
  })
}

type Alert = { id: string; articleId: string; text: string; isOver: boolean }

async function nextAlert(tx: Transaction): Promise<Alert | undefined> {
  const [alert] = await tx.$queryRaw<Alert[]>`
    SELECT b.id, b."articleId", b.text, b."until" <= clock_timestamp() AS "isOver"
    FROM "AlertDelivery" d JOIN "BreakingAlert" b ON b.id = d."alertId"
    WHERE d."nextTryAt" <= clock_timestamp() AND d.channel = 'MAIL'
    ORDER BY d."nextTryAt" LIMIT 1`
  return alert
}

/** Held until the transaction ends: no withdrawal comes between the look and the mail. @returns null where readers do not have it */
async function lockPublication(tx: Transaction, articleId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ slug: string; section: string }[]>`
    SELECT p.slug, s.slug AS section FROM "Publication" p JOIN "Section" s ON s.id = p."sectionId"
    WHERE p."articleId" = ${articleId}::uuid FOR KEY SHARE OF p`
  return row === undefined ? null : pathOf(row.section, row.slug)
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

async function writeMails(tx: Transaction, alert: Alert & { path: string }, receiverIds: string[]): Promise<void> {
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
