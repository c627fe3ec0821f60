import type { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { TEST_KIND } from './kinds'
import { assertOn, lockWebhook } from './lock-webhook'
import type { OneWebhook } from './one-webhook'
import { WEBHOOK_CHANNEL } from './tell-webhooks'

/** Sends a message that tells of nothing, signed as all are. @throws Forbidden, NotFound @throws Conflict where it is off */
export async function sendTest(actor: Actor, { id }: z.output<typeof OneWebhook>): Promise<void> {
  authorise(actor, 'token.edit')
  await transaction(async (tx) => {
    const webhook = await lockWebhook(tx, id)
    assertOn(webhook)
    const at = await databaseTime(tx)
    await tx.webhookDelivery.create({
      data: { id: newId(), webhookId: id, eventId: newId(), kind: TEST_KIND, at, createdAt: at, nextTryAt: at },
    })
    await recordEvent(tx, actor, {
      action: 'webhook.test',
      thing: 'webhook',
      thingId: id,
      detail: { name: hostOf(webhook.url) },
    })
    await tx.$executeRaw`SELECT pg_notify(${WEBHOOK_CHANNEL}, '')`
  })
}
