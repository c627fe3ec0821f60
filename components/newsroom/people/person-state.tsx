import { Badge } from '@/components/ui/badge'

/** Whether a person may sign in, in a word. */
export function PersonState({
  status,
  invitedUntil,
  now,
}: {
  status: 'INVITED' | 'ACTIVE' | 'DEACTIVATED'
  invitedUntil: Date | null
  now: Date
}) {
  if (status === 'ACTIVE') return <Badge tone="good">Active</Badge>
  if (status === 'DEACTIVATED') return <Badge>Deactivated</Badge>
  const isOpen = invitedUntil !== null && invitedUntil > now
  return isOpen ? <Badge tone="note">Invited</Badge> : <Badge tone="warn">Invitation ran out</Badge>
}
