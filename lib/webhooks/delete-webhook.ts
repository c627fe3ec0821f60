import type { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { lockWebhook } from './lock-webhook'
import type { OneWebhook } from './one-webhook'

/** Deletes a webhook, what waits for it and the list of what was sent. @throws Forbidden, NotFound */
export async function deleteWebhook(actor: Actor, { id }: z.output<typeof OneWebhook>): Promise<void> {
  authorise(actor, 'token.edit')
  await transaction(async (tx) => {
    const { url } = await lockWebhook(tx, id)
    await tx.webhook.delete({ where: { id } })
    await recordEvent(tx, actor, {
      action: 'webhook.delete',
      thing: 'webhook',
      thingId: id,
      detail: { name: hostOf(url) },
    })
  })
}
