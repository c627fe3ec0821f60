import type { Node, Schema } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { SentStep } from './protocol'

/** @throws RangeError when a step is not of this schema */
export function parseSteps(schema: Schema, sent: readonly SentStep[]): Step[] {
  return sent.map(({ step }) => Step.fromJSON(schema, step))
}

type Run = { from: number; to: number; isOwn: boolean }

/** The received steps in runs of this tab's own and of others'. */
export function runsOf(sent: readonly SentStep[], clientId: string): Run[] {
  const runs: Run[] = []
  sent.forEach((step, index) => {
    const isOwn = step.clientId === clientId
    const last = runs.at(-1)
    if (last?.isOwn === isOwn) last.to = index + 1
    else runs.push({ from: index, to: index + 1, isOwn })
  })
  return runs
}

/** Are these steps the first of the unconfirmed ones? */
export function isPrefix(steps: readonly Step[], unconfirmed: readonly Step[]): boolean {
  return steps.length <= unconfirmed.length && steps.every((step, index) => isSame(step, unconfirmed[index]))
}

/** This tab and the server disagree about what this tab wrote. */
export class OutOfStep extends Error {
  constructor() {
    super('This tab has fallen out of step with the server')
  }
}

/** @throws RangeError when a step does not fit */
export function applyAll(document: Node, steps: readonly Step[]): Node {
  return steps.reduce((before, step) => {
    const { doc, failed } = step.apply(before)
    if (doc === null) throw new RangeError(failed ?? 'A step does not fit')
    return doc
  }, document)
}

/** Compares two steps as JSON, whatever the order of their keys. */
export function isSameStep(schema: Schema, one: unknown, other: unknown): boolean {
  try {
    return isSame(Step.fromJSON(schema, one), Step.fromJSON(schema, other))
  } catch {
    return false
  }
}

function isSame(step: Step, other: Step | undefined): boolean {
  return step === other || JSON.stringify(step.toJSON()) === JSON.stringify(other?.toJSON())
}
