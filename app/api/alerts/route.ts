import { clientAddress } from '@/lib/auth/client-address'
import { PushEndpointForm, PushSubscriptionForm } from '@/lib/breaking/push-subscription-form'
import { turnOffPush } from '@/lib/breaking/turn-off-push'
import { turnOnPush } from '@/lib/breaking/turn-on-push'
import { route } from '@/lib/http/route'

/** The browser that asks is told of breaking news. */
export const POST = route(
  { permission: 'anyone', body: PushSubscriptionForm, mostBytes: 4_000 },
  async ({ body, request }) => {
    await turnOnPush(body, clientAddress(request.headers))
    return {}
  },
)

/** It is not told any more. */
export const DELETE = route(
  { permission: 'anyone', body: PushEndpointForm, mostBytes: 4_000 },
  async ({ body, request }) => {
    await turnOffPush(body.endpoint, clientAddress(request.headers))
    return {}
  },
)
