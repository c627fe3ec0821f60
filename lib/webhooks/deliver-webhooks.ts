import { database, transaction } from '../db/database'
import { CannotOpen } from '../errors'
import { newId } from '../ids'
import { log } from '../log'
import { bodyOf } from './body-of'
import { type Outcome, postMessage } from './post-message'
import { signedHeaders } from './secret'
import { switchOffFailing } from './switch-off-failing'

/** Seconds from one attempt to the next. After the last there is none. */
export const RETRY_SECONDS = [10, 60, 300, 1_800, 7_200, 28_800, 86_400] as const
/** So much more or less, that a receiver who comes back is not asked by everybody at once. */
const JITTER = 0.1

/** Longer than an attempt can take. A process that dies leaves its webhook to the others after this. */
const LEASE_SECONDS = 60
/** Receivers that are told at the same time by one process; each of them of one thing after the other. */
const AT_ONCE = 4

/**
 * Sends what is due, to each webhook one message after the other. Any number of processes may run it: a webhook is taken by moving its
 * `busyUntil` into the future before anything is sent. A process that is killed while it sends leaves the message to be sent again, so one may
 * arrive twice, and never not at all; both have one id.
 *
 * @param isOver asked before each message: what is not sent is sent by another process, or later
 * @returns how many messages were taken by their receivers
 */
export async function deliverWebhooks(
  post: typeof postMessage = postMessage,
  isOver: () => boolean = () => false,
): Promise<number> {
  let taken = 0
  const work = async () => {
    while (!isOver()) {
      const turn = await takeTurn()
      if (turn === null) return
      if (await send(turn, post)) taken += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return taken
}

type Webhook = {
  id: string
  url: string
  secret: string
  formerSecret: string | null
  formerUntil: Date | null
  turn: number
}
type Delivery = {
  id: string
  eventId: string
  kind: string
  articleId: string | null
  detail: unknown
  at: Date
  attempts: number
}
type Turn = { webhook: Webhook; delivery: Delivery }

async function takeTurn(): Promise<Turn | null> {
  const [webhook] = await database().$queryRaw<Webhook[]>`
    UPDATE "Webhook" SET turn = turn + 1, "busyUntil" = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = (
      SELECT w.id FROM "Webhook" w
      WHERE w."isOn" AND (w."busyUntil" IS NULL OR w."busyUntil" <= clock_timestamp())
        AND EXISTS (
          SELECT 1 FROM "WebhookDelivery" d
          WHERE d."webhookId" = w.id AND d.state = 'WAITING' AND d."nextTryAt" <= clock_timestamp())
      LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, url, secret, "formerSecret", "formerUntil", turn`
  if (webhook === undefined) return null
  const [delivery] = await database().$queryRaw<Delivery[]>`
    SELECT id, "eventId", kind, "articleId", detail, at, attempts FROM "WebhookDelivery"
    WHERE "webhookId" = ${webhook.id}::uuid AND state = 'WAITING' AND "nextTryAt" <= clock_timestamp()
    ORDER BY "nextTryAt", id LIMIT 1`
  if (delivery !== undefined) return { webhook, delivery }
  await giveBack(webhook)
  return takeTurn()
}

/** What another had done by then, or somebody deleted. */
async function giveBack({ id, turn }: Webhook): Promise<void> {
  await database().webhook.updateMany({ where: { id, turn }, data: { busyUntil: null } })
}

async function send(turn: Turn, post: typeof postMessage): Promise<boolean> {
  const { webhook, delivery } = turn
  const message = await bodyOf(delivery)
  if (message === null) {
    await drop(turn)
    return false
  }
  const body = JSON.stringify(message)
  const outcome = await attempt(webhook, delivery, body, post)
  const { isTaken, status } = outcome
  if (!isTaken)
    log.warn({ webhookId: webhook.id, attempts: delivery.attempts + 1, status }, 'a webhook was not delivered')
  await settle(turn, outcome)
  if (!isTaken) await switchOffFailing(webhook.id)
  return isTaken
}

async function attempt(
  webhook: Webhook,
  { eventId }: Delivery,
  body: string,
  post: typeof postMessage,
): Promise<Outcome> {
  try {
    const headers = signedHeaders({ id: eventId, at: new Date(), body }, webhook)
    return await post(webhook.url, body, headers)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    return { isTaken: false, status: null, milliseconds: 0, answer: 'Its secret cannot be opened here: renew it.' }
  }
}

async function drop({ webhook, delivery }: Turn): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id: webhook.id, turn: webhook.turn },
      data: { busyUntil: null },
    })
    if (count === 0) return
    await tx.webhookDelivery.updateMany({
      where: { id: delivery.id, state: 'WAITING' },
      data: { state: 'DROPPED', nextTryAt: null },
    })
  })
}

/** Writes down how it ended, unless it took so long that another process has taken the webhook up. */
async function settle({ webhook, delivery }: Turn, outcome: Outcome): Promise<void> {
  const { isTaken, status, milliseconds, answer } = outcome
  await transaction(async (tx) => {
    const mine = await tx.$executeRaw`
      UPDATE "Webhook" SET "busyUntil" = NULL,
             "failingSince" = CASE WHEN ${isTaken} THEN NULL ELSE coalesce("failingSince", clock_timestamp()) END
      WHERE id = ${webhook.id}::uuid AND turn = ${webhook.turn}`
    if (mine === 0) return
    await tx.$executeRaw`
      INSERT INTO "WebhookAttempt" (id, "deliveryId", at, status, milliseconds, answer)
      VALUES (${newId()}::uuid, ${delivery.id}::uuid, clock_timestamp(), ${status}::int, ${milliseconds}, ${answer})`
    const wait = isTaken ? undefined : RETRY_SECONDS[delivery.attempts]
    const state = isTaken ? 'DELIVERED' : wait === undefined ? 'FAILED' : 'WAITING'
    await tx.$executeRaw`
      UPDATE "WebhookDelivery" SET attempts = attempts + 1, state = ${state}::"WebhookDeliveryState",
             "deliveredAt" = CASE WHEN ${isTaken} THEN clock_timestamp() ELSE "deliveredAt" END,
             "nextTryAt" = clock_timestamp() + make_interval(secs => ${wait === undefined ? null : jittered(wait)}::float8)
      WHERE id = ${delivery.id}::uuid`
  })
}

function jittered(seconds: number): number {
  return seconds * (1 - JITTER + Math.random() * 2 * JITTER)
}
