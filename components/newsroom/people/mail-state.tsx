import { Badge } from '@/components/ui/badge'
import type { MailState as State } from '@/lib/mail/readers'

export function MailState({ state }: { state: State }) {
  if (state === 'SENT') return <Badge tone="good">Sent</Badge>
  if (state === 'FAILED') return <Badge tone="danger">Not sent</Badge>
  return state === 'QUEUED' ? <Badge tone="warn">Waiting</Badge> : <Badge>Kept here</Badge>
}
