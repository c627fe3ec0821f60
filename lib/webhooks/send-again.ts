import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { Conflict, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { assertOn, lockWebhook } from './lock-webhook'
import { WEBHOOK_CHANNEL } from './tell-webhooks'

export const SendAgain = z.strictObject({ deliveryId: z.uuid() })

/**
 * Sends a message once more, now, under the id that it had, and tries again as often as the first time. What would tell of something that was
 * withdrawn meanwhile is not sent: lib/webhooks/body-of.ts looks then.
 * @throws Forbidden, NotFound
 * @throws Conflict where the webhook is off, or the message was not sent because it had become untrue
 */
export async function sendAgain(actor: Actor, { deliveryId }: z.output<typeof SendAgain>): Promise<void> {
  authorise(actor, 'token.edit')
  await transaction(async (tx) => {
    const known = await tx.webhookDelivery.findUnique({ where: { id: deliveryId }, select: { webhookId: true } })
    if (known === null) throw new NotFound()
    const webhook = await lockWebhook(tx, known.webhookId)
    assertOn(webhook)
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, state: { not: 'DROPPED' } },
      data: { state: 'WAITING', attempts: 0, nextTryAt: await databaseTime(tx) },
    })
    if (count === 0) throw new Conflict('What this told of is true no more. It is not sent.')
    await recordEvent(tx, actor, {
      action: 'webhook.resend',
      thing: 'webhook',
      thingId: webhook.id,
      detail: { name: hostOf(webhook.url), deliveryId },
    })
    await tx.$executeRaw`SELECT pg_notify(${WEBHOOK_CHANNEL}, '')`
  })
}
