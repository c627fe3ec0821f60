import type { Transaction } from '@tiptap/pm/state'
import { confirmedIn } from '../session/confirmed-steps'

/** Did somebody else make this change, or this tab earlier? What a plugin appends belongs to changes made here alone. */
export function isRemoteChange(transaction: Transaction): boolean {
  return confirmedIn(transaction) !== null
}
