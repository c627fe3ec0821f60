import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { hostOf } from './host-of'
import { newWebhookSecret, sealSecret } from './secret'
import { checkWebhookUrl, type WebhookInput } from './webhook-input'

const MOST = 20

/**
 * Has an address told of what happens from now on. The secret by which its owner knows us is told once.
 * @throws Forbidden
 * @throws Invalid where the address is none of the public web, or there are twenty already
 */
export async function createWebhook(
  actor: Actor,
  { url: typed, kinds }: z.output<typeof WebhookInput>,
): Promise<{ id: string; secret: string }> {
  authorise(actor, 'token.edit')
  const url = await checkWebhookUrl(typed)
  const [id, secret] = [newId(), newWebhookSecret()]
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst webhooks'))`
    if ((await tx.webhook.count()) >= MOST)
      throw new Invalid('There are twenty webhooks. Delete one that nobody needs.')
    await tx.webhook.create({
      data: {
        id,
        url,
        kinds: [...new Set(kinds)],
        secret: sealSecret(secret, id),
        createdAt: now(),
        createdById: actor.kind === 'person' ? actor.id : null,
      },
    })
    await recordEvent(tx, actor, {
      action: 'webhook.create',
      thing: 'webhook',
      thingId: id,
      detail: { name: hostOf(url), kinds },
    })
  })
  return { id, secret }
}
