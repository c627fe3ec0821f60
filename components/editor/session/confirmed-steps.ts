import type { Plugin, Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'

const META = 'confirmedSteps'

/** What a transaction of the session brings from the server. */
export type ConfirmedSteps = {
  /** The version before them. */
  since: number
  /** As they were saved, with the tab that made each: this one's own, too. */
  steps: readonly { step: Step; clientId: string }[]
  /** What is unconfirmed after them. */
  pending: readonly Step[]
}

/** Says on a transaction what it brings, for whoever follows positions of saved versions. */
export function noteConfirmed(
  transaction: Transaction,
  collab: Plugin,
  { since, steps }: Omit<ConfirmedSteps, 'pending'>,
): void {
  const { unconfirmed } = transaction.getMeta(collab) as { unconfirmed: readonly { step: Step }[] }
  transaction.setMeta(META, { since, steps, pending: unconfirmed.map(({ step }) => step) } satisfies ConfirmedSteps)
}

/** Null for a transaction that comes from this tab. */
export function confirmedIn(transaction: Transaction): ConfirmedSteps | null {
  return (transaction.getMeta(META) as ConfirmedSteps | undefined) ?? null
}
