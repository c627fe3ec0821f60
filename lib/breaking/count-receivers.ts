import { database } from '../db/database'

export type Receivers = { mail: number; push: number }

/** How many would have an alert that is pressed now. */
export async function countReceivers(): Promise<Receivers> {
  const [mail, push] = await Promise.all([
    database().subscriber.count({
      where: { subscriptions: { some: { state: 'CONFIRMED', newsletter: { isAlert: true } } } },
    }),
    database().pushSubscription.count(),
  ])
  return { mail, push }
}
