import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { newId } from '../ids'
import type { WebhookKind } from './kinds'

/** On this channel processes hear that something waits to be sent. */
export const WEBHOOK_CHANNEL = 'standfirst_webhooks'

type Told = {
  /** The same for every webhook, and in the list of what was withdrawn. */
  eventId?: string
  kind: WebhookKind
  articleId: string | null
  /** Public already, and public for ever: no headline. */
  detail?: Record<string, string>
  at: Date
}

/**
 * Writes down for each webhook that wants to know what happened, in the transaction of what happened: it is sent if that did, and only then. One
 * statement, which finds nothing to do where there is no webhook. After the commit every process hears that something waits.
 */
export async function tellWebhooks(
  tx: Transaction,
  { eventId = newId(), kind, articleId, detail = {}, at }: Told,
): Promise<void> {
  await sqlOn(tx)`
    WITH written AS (
      INSERT INTO "WebhookDelivery" (id, "webhookId", "eventId", kind, "articleId", detail, at, "createdAt", "nextTryAt")
      SELECT gen_random_uuid(), w.id, ${eventId}::uuid, ${kind}, ${articleId}::uuid, ${JSON.stringify(detail)}::jsonb, ${at}::timestamptz,
             clock_timestamp(), clock_timestamp()
      FROM "Webhook" w WHERE w."isOn" AND ${kind} = ANY(w.kinds)
      RETURNING 1
    )
    SELECT pg_notify(${WEBHOOK_CHANNEL}, '')::text FROM written LIMIT 1`
}
