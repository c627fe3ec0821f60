import type { ActionResult } from '@/lib/http/action'
import type { Leaving } from '@/lib/people/leaving/look-at-leaving'

type OnPerson = (input: { id: string }) => Promise<ActionResult<void>>

/** What can be done to a person, as the page hands it down. */
export type PersonActions = {
  giveRole: (input: { id: string; role: string }) => Promise<ActionResult<void>>
  deactivate: (input: {
    id: string
    handOverTo: string | null
    links: 'revoke' | 'keep'
  }) => Promise<ActionResult<void>>
  /** What is theirs, before somebody deactivates them. */
  leaving: (input: { id: string }) => Promise<ActionResult<Leaving>>
  reactivate: OnPerson
  resend: OnPerson
  revoke: OnPerson
}
