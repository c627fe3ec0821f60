import type { Transaction } from '@tiptap/pm/state'

const META = 'asIs'

/** Says that a change is what it is, whatever the mode: accepting a suggestion, say, or bringing back what was typed before. */
export function asIs(transaction: Transaction): Transaction {
  return transaction.setMeta(META, true)
}

export function isAsIs(transaction: Transaction): boolean {
  return transaction.getMeta(META) === true
}
