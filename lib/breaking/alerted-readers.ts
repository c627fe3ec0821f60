import { Prisma, type Transaction } from '../db/database'
import type { Receivers } from './count-receivers'

/**
 * Those who had an alert of an article and can still be told, each once: `receiverId` and `channel`. Who signed off since is left alone.
 * What the outbox never sent, nobody had.
 */
export function alertedReaders(articleId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT d."receiverId", d.channel
    FROM "AlertDelivery" d
    JOIN "BreakingAlert" b ON b.id = d."alertId"
    LEFT JOIN "Subscriber" s ON s.id = d."receiverId"
    WHERE b."articleId" = ${articleId}::uuid AND b.kind = 'BREAKING' AND d."sentAt" IS NOT NULL
      AND CASE d.channel
            WHEN 'PUSH' THEN EXISTS (SELECT FROM "PushSubscription" p WHERE p.id = d."receiverId")
            ELSE EXISTS (SELECT FROM "Mail" m
                         WHERE m."alertId" = d."alertId" AND m."to" = s.email AND m.state IN ('SENT', 'KEPT'))
             AND EXISTS (SELECT FROM "Subscription" u JOIN "Newsletter" n ON n.id = u."newsletterId"
                         WHERE u."subscriberId" = s.id AND u.state = 'CONFIRMED' AND n."isAlert")
          END`
}

/** How many they are. */
export async function countAlerted(tx: Transaction, articleId: string): Promise<Receivers> {
  const [row] = await tx.$queryRaw<Receivers[]>`
    SELECT count(*) FILTER (WHERE channel = 'MAIL')::int AS mail, count(*) FILTER (WHERE channel = 'PUSH')::int AS push
    FROM (${alertedReaders(articleId)}) AS alerted`
  return row ?? { mail: 0, push: 0 }
}
