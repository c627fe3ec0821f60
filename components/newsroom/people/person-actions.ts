import type { ActionResult } from '@/lib/http/action'

type OnPerson = (input: { id: string }) => Promise<ActionResult<void>>

/** What can be done to a person, as the page hands it down. */
export type PersonActions = {
  giveRole: (input: { id: string; role: string }) => Promise<ActionResult<void>>
  deactivate: OnPerson
  reactivate: OnPerson
  resend: OnPerson
  revoke: OnPerson
}
