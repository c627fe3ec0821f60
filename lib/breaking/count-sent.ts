import { database } from '../db/database'

/** What became of an alert. `waiting` are those that may still be sent. */
export type Sent = { mailed: number; pushed: number; failed: number; waiting: number }

/** Counted from the rows that say so. Mail that the outbox gave up is failed mail. */
export async function countSent(alertIds: readonly string[]): Promise<ReadonlyMap<string, Sent>> {
  const ids = [...alertIds]
  const deliveries = await database().$queryRaw<({ alertId: string } & Sent)[]>`
    SELECT d."alertId",
           count(*) FILTER (WHERE d."sentAt" IS NOT NULL AND d.channel = 'MAIL')::int AS mailed,
           count(*) FILTER (WHERE d."sentAt" IS NOT NULL AND d.channel = 'PUSH')::int AS pushed,
           count(*) FILTER (WHERE d.failure IS NOT NULL AND d."nextTryAt" IS NULL)::int AS failed,
           count(*) FILTER (WHERE d."nextTryAt" IS NOT NULL)::int AS waiting
    FROM "AlertDelivery" d WHERE d."alertId" = ANY(${ids}::uuid[]) GROUP BY d."alertId"`
  const inOutbox = await database().mail.groupBy({
    by: ['alertId', 'state'],
    where: { alertId: { in: ids }, state: { in: ['QUEUED', 'FAILED'] } },
    _count: true,
  })
  const mails = (id: string, state: 'QUEUED' | 'FAILED') =>
    inOutbox.find((each) => each.alertId === id && each.state === state)?._count ?? 0
  return new Map(
    deliveries.map(({ alertId, mailed, pushed, failed, waiting }) => {
      const [queued, lost] = [mails(alertId, 'QUEUED'), mails(alertId, 'FAILED')]
      return [alertId, { mailed: mailed - queued - lost, pushed, failed: failed + lost, waiting: waiting + queued }]
    }),
  )
}
