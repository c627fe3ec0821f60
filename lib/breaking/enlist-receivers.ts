import type { Transaction } from '../db/database'
import { alertedReaders } from './alerted-readers'

/**
 * Writes down who is to have an alert, each once, before any of it is sent: whoever has confirmed a newsletter of alerts, in whichever
 * number of them, and each browser that asked. Whoever asks later is not told of what was pressed before.
 */
export async function enlistReceivers(tx: Transaction, alertId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "AlertDelivery" ("alertId", "receiverId", channel, "nextTryAt")
    SELECT DISTINCT ${alertId}::uuid, s."subscriberId", 'MAIL'::"AlertChannel", statement_timestamp()
    FROM "Subscription" s JOIN "Newsletter" n ON n.id = s."newsletterId"
    WHERE n."isAlert" AND s.state = 'CONFIRMED'
    UNION ALL
    SELECT ${alertId}::uuid, id, 'PUSH', statement_timestamp() FROM "PushSubscription"`
}

/** Those who had an alert of the article, for the notice that it was withdrawn. @returns how many they are */
export function enlistAlerted(tx: Transaction, alertId: string, articleId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "AlertDelivery" ("alertId", "receiverId", channel, "nextTryAt")
    SELECT ${alertId}::uuid, "receiverId", channel, statement_timestamp() FROM (${alertedReaders(articleId)}) AS alerted`
}
