import type { Scope } from '@/lib/api/scopes'
import type { ActionResult } from '@/lib/http/action'
import type { WebhookKind } from '@/lib/webhooks/kinds'

/** What can be done with tokens, as the page hands it down. */
export type TokenActions = {
  create: (input: {
    name: string
    scopes: Scope[]
    days: number | null
  }) => Promise<ActionResult<{ id: string; token: string }>>
  revoke: (input: { id: string }) => Promise<ActionResult<void>>
}

export type WebhookForm = { url: string; kinds: WebhookKind[] }

/** What can be done with a webhook. */
export type WebhookActions = {
  create: (input: WebhookForm) => Promise<ActionResult<{ id: string; secret: string }>>
  edit: (input: WebhookForm & { id: string; version: number; isOn: boolean }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
  renew: (input: { id: string }) => Promise<ActionResult<{ secret: string }>>
  test: (input: { id: string }) => Promise<ActionResult<void>>
  sendAgain: (input: { deliveryId: string }) => Promise<ActionResult<void>>
}
