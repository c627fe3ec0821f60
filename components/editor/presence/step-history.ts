import type { StepMap } from 'prosemirror-transform'
import type { ConfirmedSteps } from '../session/confirmed-steps'

type Saved = { map: StepMap; clientId: string }

/** A cursor that lags so many steps behind is not worth showing. */
const MOST = 400

export type Range = { anchor: number; head: number }

/** What the last saved steps did to positions, so that a cursor of an older version finds its place in the newest. */
export class StepHistory {
  /** The version that the newest step made. Null before the first. */
  readonly version: number | null
  private readonly steps: readonly Saved[]

  constructor(version: number | null = null, steps: readonly Saved[] = []) {
    this.version = version
    this.steps = steps
  }

  with({ since, steps }: Pick<ConfirmedSteps, 'since' | 'steps'>): StepHistory {
    const before = this.version === since ? this.steps : []
    const more = steps.map(({ step, clientId }) => ({ map: step.getMap(), clientId }))
    return new StepHistory(since + steps.length, [...before, ...more].slice(-MOST))
  }

  /**
   * A tab's selection in `version` as it is in `to`; null when what happened in between is not known. What the tab's own
   * steps insert stands before its cursor, what others insert at that place stands after it.
   */
  map(range: Range, clientId: string, version: number, to: number): Range | null {
    if (version === to) return range
    if (version > to || this.version !== to || to - version > this.steps.length) return null
    return this.steps.slice(this.steps.length - (to - version)).reduce((at, step) => moved(at, step, clientId), range)
  }
}

function moved({ anchor, head }: Range, { map, clientId }: Saved, ownId: string): Range {
  const side = clientId === ownId ? 1 : -1
  return { anchor: map.map(anchor, side), head: map.map(head, side) }
}
