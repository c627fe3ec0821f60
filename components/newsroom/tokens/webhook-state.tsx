import { Badge } from '@/components/ui/badge'
import type { ListedWebhook } from '@/lib/webhooks/readers'

/** Whether a webhook is told anything, and whether that arrives. */
export function WebhookState({
  isOn,
  failingSince,
  offReason,
}: Pick<ListedWebhook, 'isOn' | 'failingSince' | 'offReason'>) {
  if (!isOn) return offReason === '' ? <Badge>Off</Badge> : <Badge tone="danger">Switched off</Badge>
  return failingSince === null ? (
    <Badge tone="good" dot>
      On
    </Badge>
  ) : (
    <Badge tone="warn" dot>
      Failing
    </Badge>
  )
}
