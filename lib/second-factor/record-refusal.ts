import { recordEvent } from '@/lib/audit'
import type { Transaction } from '@/lib/db/database'

/** What was shown and not right. `counter`: a passkey that has been used elsewhere since, so that there may be a copy of it. */
export type Refused = 'password' | 'code' | 'recovery' | 'passkey' | 'counter'

/** Writes down that somebody was not let in, or could not show that it is they. Nothing of what was typed. */
export async function recordRefusal(
  tx: Transaction,
  of: { personId: string | null; what: Refused; address?: string },
): Promise<void> {
  const whose = of.personId === null ? {} : { thingId: of.personId }
  const from = of.address === undefined ? {} : { address: of.address.slice(0, 100) }
  const refusal = { thing: 'person', ...whose, detail: { what: of.what, ...from } }
  await recordEvent(tx, { kind: 'nobody' }, { action: 'session.refuse', ...refusal })
}
