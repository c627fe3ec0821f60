import type { Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { type ConfirmedSteps, confirmedIn } from '../session/confirmed-steps'
import type { PresentTab } from '../session/protocol'
import { type Range, StepHistory } from './step-history'

/** Another person's cursor. */
export type Cursor = {
  clientId: string
  name: string
  /** 1 to 8. */
  colour: number
  /** As the tab told it: while it tells the same, the place below is followed through every change and not taken anew. */
  told: { version: number; selection: Range }
  /** In the newest saved version. */
  saved: Range
  /** In the document on the screen. */
  here: Range
  /** Grows each time that its person moves it: then its name is shown. */
  moves: number
}

export type ColouredTab = PresentTab & { colour: number }

/** What the page puts in when it hears who is present. */
export type Heard = {
  tabs: readonly ColouredTab[]
  /** Of the newest saved document, when it was heard. */
  version: number
  /** This tab's unsaved steps on it. */
  pending: readonly Step[]
}

/**
 * Where others' cursors are. Each is kept in the newest saved version, where everybody's document is one, and brought into
 * the document on the screen through what is unsaved here.
 */
export class Cursors {
  readonly cursors: readonly Cursor[]
  private readonly history: StepHistory
  /** Of versions that have not arrived here. */
  private readonly early: readonly ColouredTab[]

  constructor(cursors: readonly Cursor[] = [], history = new StepHistory(), early: readonly ColouredTab[] = []) {
    this.cursors = cursors
    this.history = history
    this.early = early
  }

  /** After a transaction. The same object where no cursor has moved. */
  after(transaction: Transaction): Cursors {
    const confirmed = confirmedIn(transaction)
    if (confirmed !== null) return this.afterSaved(confirmed)
    if (!transaction.docChanged || this.cursors.length === 0) return this
    const cursors = this.cursors.map((cursor) => ({
      ...cursor,
      here: mapped(cursor.here, (at) => transaction.mapping.map(at, -1)),
    }))
    return new Cursors(cursors, this.history, this.early)
  }

  hear({ tabs, version, pending }: Heard): Cursors {
    const before = new Map(this.cursors.map((cursor) => [cursor.clientId, cursor]))
    const cursors: Cursor[] = []
    const early: ColouredTab[] = []
    for (const tab of tabs) {
      const known = before.get(tab.clientId)
      if (tab.selection === null) continue
      if (known !== undefined && isTold(known, tab)) cursors.push(known)
      else if (tab.version > version) {
        early.push(tab)
        if (known !== undefined) cursors.push(known)
      } else cursors.push(...this.place(tab, known, version, pending))
    }
    return new Cursors(cursors, this.history, early)
  }

  private afterSaved(confirmed: ConfirmedSteps): Cursors {
    const history = this.history.with(confirmed)
    if (this.cursors.length === 0 && this.early.length === 0) return new Cursors([], history)
    const { since, steps, pending } = confirmed
    const version = since + steps.length
    const followed = this.cursors.map((cursor) => {
      const saved = history.map(cursor.saved, cursor.clientId, since, version)
      if (saved === null) return []
      const isTyping = steps.some(({ clientId }) => clientId === cursor.clientId)
      return [{ ...cursor, saved, here: brought(saved, pending), moves: cursor.moves + (isTyping ? 1 : 0) }]
    })
    const after = new Cursors(followed.flat(), history)
    const arrived = this.early.filter((tab) => tab.version <= version)
    const early = this.early.filter((tab) => tab.version > version)
    const cursors = new Map(after.cursors.map((cursor) => [cursor.clientId, cursor]))
    for (const tab of arrived)
      for (const cursor of after.place(tab, cursors.get(tab.clientId), version, pending))
        cursors.set(tab.clientId, cursor)
    return new Cursors([...cursors.values()], history, early)
  }

  /** None where what lies between the tab's version and this one is not known. */
  private place(
    { clientId, name, colour, version: told, selection }: ColouredTab,
    known: Cursor | undefined,
    version: number,
    pending: readonly Step[],
  ): Cursor[] {
    const saved = selection && this.history.map(selection, clientId, told, version)
    if (saved === null || selection === null) return []
    const moves = (known?.moves ?? 0) + 1
    return [{ clientId, name, colour, told: { version: told, selection }, saved, here: brought(saved, pending), moves }]
  }
}

function isTold({ told }: Cursor, { version, selection }: PresentTab): boolean {
  return (
    told.version === version && told.selection.anchor === selection?.anchor && told.selection.head === selection.head
  )
}

function brought(saved: Range, pending: readonly Step[]): Range {
  return mapped(saved, (at) => pending.reduce((position, step) => step.getMap().map(position, -1), at))
}

function mapped({ anchor, head }: Range, map: (position: number) => number): Range {
  return { anchor: map(anchor), head: map(head) }
}
