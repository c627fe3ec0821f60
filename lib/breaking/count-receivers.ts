import { database } from '../db/database'

export type Receivers = { mail: number }

/** How many would have an alert that is pressed now. */
export async function countReceivers(): Promise<Receivers> {
  const mail = await database().subscriber.count({
    where: { subscriptions: { some: { state: 'CONFIRMED', newsletter: { isAlert: true } } } },
  })
  return { mail }
}
