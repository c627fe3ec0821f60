import { z } from 'zod'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { lockWebhook } from './lock-webhook'
import { checkWebhookUrl, WebhookInput } from './webhook-input'

export const EditWebhook = WebhookInput.extend({
  id: z.uuid(),
  /** The version that the person saw. */
  version: z.number().int().min(0),
  isOn: z.boolean(),
})

/**
 * Changes where a webhook leads, what it is told of, and whether it is on. What waits goes where it leads now. One that is switched on again
 * begins anew: what failed before does not count.
 * @throws Forbidden, NotFound
 * @throws Invalid where the address is none of the public web
 * @throws Conflict where somebody changed it meanwhile
 */
export async function editWebhook(actor: Actor, input: z.output<typeof EditWebhook>): Promise<void> {
  authorise(actor, 'token.edit')
  const { id, isOn, version } = input
  const url = await checkWebhookUrl(input.url)
  const kinds = [...new Set(input.kinds)]
  await transaction(async (tx) => {
    const before = await lockWebhook(tx, id)
    if (before.version !== version) throw new Conflict('Somebody changed this webhook meanwhile. Look at it again.')
    const begins = isOn && !before.isOn
    await tx.webhook.update({
      where: { id },
      data: {
        url,
        kinds,
        isOn,
        version: version + 1,
        ...(begins ? { failingSince: null, offReason: '' } : {}),
      },
    })
    await recordEvent(tx, actor, {
      action: 'webhook.edit',
      thing: 'webhook',
      thingId: id,
      detail: { name: hostOf(url), formerName: hostOf(before.url), kinds, isOn },
    })
  })
}
