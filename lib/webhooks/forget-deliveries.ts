import { database } from '../db/database'

const DAYS = 30

/**
 * Removes what was sent a month ago and what came back, and secrets that sign no more. What still waits then, for a webhook that is off, is of
 * no use to anybody.
 */
export async function forgetDeliveries(at: Date): Promise<void> {
  await database().webhookDelivery.deleteMany({
    where: { createdAt: { lt: new Date(at.getTime() - DAYS * 86_400_000) } },
  })
  await database().webhook.updateMany({
    where: { formerUntil: { lte: at } },
    data: { formerSecret: null, formerUntil: null },
  })
}
