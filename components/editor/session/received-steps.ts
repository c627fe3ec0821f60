import type { Node, Schema } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { SentStep } from './protocol'

/** @throws RangeError when a step is not of this schema */
export function parseSteps(schema: Schema, sent: readonly SentStep[]): Step[] {
  return sent.map(({ step }) => Step.fromJSON(schema, step))
}

/**
 * How many of the received steps are this tab's own, coming back. They must be the first of what it has not confirmed, and
 * no own step may come later: whatever else arrives under this tab's id was not made from this tab's state, and going on
 * would write words twice or lose them.
 *
 * @throws OutOfStep
 */
export function countOwn(
  sent: readonly SentStep[],
  steps: readonly Step[],
  unconfirmed: readonly Step[],
  clientId: string,
): number {
  let own = 0
  while (sent[own]?.clientId === clientId) own++
  const isOwnPrefix =
    own <= unconfirmed.length && unconfirmed.slice(0, own).every((step, index) => isSame(step, steps[index]))
  if (!isOwnPrefix || sent.slice(own).some((step) => step.clientId === clientId)) throw new OutOfStep()
  return own
}

/** This tab and the server disagree about what this tab wrote. */
class OutOfStep extends Error {
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
