import type { ActionResult } from '@/lib/http/action'
import type { Role } from '@/lib/policy/actor'

type OnPerson = (input: { id: string }) => Promise<ActionResult<void>>

/** What can be done to a person, as the page hands it down. */
export type PersonActions = {
  giveRole: (input: { id: string; role: Role }) => Promise<ActionResult<void>>
  deactivate: OnPerson
  reactivate: OnPerson
  resend: OnPerson
  revoke: OnPerson
}
