import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep } from '@tiptap/pm/transform'

/** As long as the editor's history waits before it counts what is typed as something new. */
const PAUSE_MILLISECONDS = 500

/**
 * Letters that are marked one after the other are undone together, as letters that are deleted are. The history looks for
 * places where text was replaced, and a mark replaces none; but what belongs to one composition it keeps in one event.
 */
export class RemovalGroups {
  private last: { suggestionId: string; time: number; group: number } | null = null
  private groups = 0

  join(transaction: Transaction): Transaction {
    const [step, ...others] = transaction.steps
    const isRemoval = step instanceof AddMarkStep && others.length === 0 && step.mark.type.name === 'removed'
    if (!isRemoval || transaction.getMeta('composition') !== undefined) return transaction
    const { suggestionId } = step.mark.attrs as { suggestionId: string }
    const { time } = transaction
    const goesOn = this.last?.suggestionId === suggestionId && time - this.last.time < PAUSE_MILLISECONDS
    if (!goesOn) this.groups += 1
    this.last = { suggestionId, time, group: this.groups }
    // Unlike the numbers that the browser's own compositions get.
    return transaction.setMeta('composition', -1_000_000 - this.groups)
  }
}
