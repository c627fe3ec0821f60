import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { lockWebhook } from './lock-webhook'
import type { OneWebhook } from './one-webhook'
import { newWebhookSecret, sealSecret } from './secret'

/** So long both sign: the receiver has a day to learn the new one. */
const DAY = 86_400_000

/** Gives a webhook another secret, told once. For a day messages are signed with the former one too. @throws Forbidden, NotFound */
export async function renewSecret(actor: Actor, { id }: z.output<typeof OneWebhook>): Promise<{ secret: string }> {
  authorise(actor, 'token.edit')
  const secret = newWebhookSecret()
  await transaction(async (tx) => {
    const before = await lockWebhook(tx, id)
    await tx.webhook.update({
      where: { id },
      data: {
        secret: sealSecret(secret, id),
        formerSecret: before.secret,
        formerUntil: new Date(now().getTime() + DAY),
      },
    })
    await recordEvent(tx, actor, {
      action: 'webhook.renew',
      thing: 'webhook',
      thingId: id,
      detail: { name: hostOf(before.url) },
    })
  })
  return { secret }
}
