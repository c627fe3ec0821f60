import { recordEvent } from '@/lib/audit'
import { readSessionLimits } from '@/lib/auth/session-lifetime'
import { DEVICE_SECONDS } from '@/lib/auth/signed-in-cookies'
import { now } from '@/lib/clock'
import { database, transaction } from '@/lib/db/database'
import { MOST_HOURS } from '@/lib/fronts/layout'
import { sweepPresence } from '@/lib/presence/presence-rows'
import { forgetMails } from '@/lib/privacy/forget-mails'
import { forgetNetworks } from '@/lib/privacy/forget-networks'
import { forgetDeliveries } from '@/lib/webhooks/forget-deliveries'

const TIDY_UP = { kind: 'system', name: 'tidy-up' } as const

const DAY = 24 * 60 * 60 * 1000
const WEEK = 7 * DAY

/**
 * Removes what nobody can use any more: sessions and links that ran out, counters, sign-ups that nobody confirmed. And what the paper said
 * that it keeps no longer.
 */
export async function tidyUp(): Promise<void> {
  const at = now()
  await removeSessions(at)
  await removeSignIns(at)
  await removeDevices(at)
  await removeLinks(at)
  await removeCounters(at)
  await removeUnconfirmed(at)
  await sweepPresence()
  await removeReadCounts(at)
  await forgetDeliveries(at)
  await forgetMails(at)
  await forgetNetworks(at)
}

/** No rule of a front looks back further. */
async function removeReadCounts(at: Date): Promise<void> {
  await database().readCount.deleteMany({
    where: { hour: { lt: new Date(at.getTime() - 2 * MOST_HOURS * 60 * 60 * 1000) } },
  })
}

async function removeSessions(at: Date): Promise<void> {
  const { idleSeconds, absoluteSeconds } = await readSessionLimits()
  const idleSince = new Date(at.getTime() - idleSeconds * 1000)
  const oldestStart = new Date(at.getTime() - absoluteSeconds * 1000)
  await transaction(async (tx) => {
    const ended = await tx.$queryRaw<{ personId: string }[]>`
      DELETE FROM "Session"
       WHERE "expiresAt" <= ${at} OR "lastSeenAt" <= ${idleSince} OR "createdAt" <= ${oldestStart}
   RETURNING "personId"`
    for (const { personId } of ended)
      await recordEvent(tx, TIDY_UP, { action: 'session.expire', thing: 'person', thingId: personId })
  })
}

/** Sign-ins that were begun and did not end; links keep a week, as others do. Of a change of address nothing is left to undo then. */
async function removeSignIns(at: Date): Promise<void> {
  await database().oidcRequest.deleteMany({ where: { expiresAt: { lte: at } } })
  await database().pendingSignIn.deleteMany({ where: { expiresAt: { lte: at } } })
  const aWeekAgo = new Date(at.getTime() - WEEK)
  await database().signInLink.deleteMany({ where: { expiresAt: { lte: aWeekAgo } } })
  await database().emailChange.deleteMany({ where: { expiresAt: { lte: aWeekAgo } } })
}

/** The cookie by which it would be known has run out, too. */
async function removeDevices(at: Date): Promise<void> {
  await database().device.deleteMany({ where: { lastSeenAt: { lte: new Date(at.getTime() - DEVICE_SECONDS * 1000) } } })
}

/** A week later than they could be used, so that an old link still says that it is old. An invited person's last one stays with the person. */
async function removeLinks(at: Date): Promise<void> {
  await database().invitation.deleteMany({
    where: {
      expiresAt: { lte: new Date(at.getTime() - WEEK) },
      OR: [{ purpose: { not: 'JOIN' } }, { person: { status: { not: 'INVITED' } } }],
    },
  })
}

async function removeCounters(at: Date): Promise<void> {
  await database().rateLimit.deleteMany({ where: { expire: { lte: BigInt(at.getTime()) } } })
}

/** An address that somebody typed and nobody confirmed is not ours to keep. */
async function removeUnconfirmed(at: Date): Promise<void> {
  const before = new Date(at.getTime() - WEEK)
  const removed = { state: 'PENDING' as const, requestedAt: { lte: before } }
  const waiting = await database().subscription.findMany({ where: removed, select: { subscriberId: true }, take: 1000 })
  for (const subscriberId of new Set(waiting.map((subscription) => subscription.subscriberId))) {
    await transaction(async (tx) => {
      // Held against a sign-up of the same address at this moment.
      await tx.$queryRaw`SELECT 1 FROM "Subscriber" WHERE id = ${subscriberId}::uuid FOR UPDATE`
      await tx.subscription.deleteMany({ where: { subscriberId, ...removed } })
      await tx.subscriber.deleteMany({ where: { id: subscriberId, subscriptions: { none: {} } } })
    })
  }
}
