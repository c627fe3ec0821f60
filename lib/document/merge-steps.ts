import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import { type Pending, redo } from './rebase'

type Batch = {
  /** The document that the steps were made on. */
  base: Node
  steps: readonly Step[]
  /** The indices of the steps that begin an action of their author. */
  firsts: readonly number[]
}

/**
 * Steps that were made on an older document, as they come out after what others did meanwhile. What has no place any more is
 * left out, as whole actions. The author's browser comes to the same end by itself. Where nothing has a place, one step that
 * changes nothing stands for all of them: the log then shows that they were decided about, and the same steps sent twice are not
 * decided about twice.
 *
 * @param others the steps between `base` and `current`
 * @returns steps to apply to `current`, in order
 * @throws RangeError when a step does not fit the document that it was made on
 */
export function mergeSteps({ base, steps, firsts }: Batch, others: readonly Step[], current: Node): Step[] {
  const pending = pendingOf(base, steps, firsts)
  const transform = new Transform(current)
  for (const { inverted } of pending.toReversed()) transform.mapping.appendMap(inverted.getMap())
  for (const step of others) transform.mapping.appendMap(step.getMap())
  const redone = redo(transform, pending).flatMap((one) => (one === null ? [] : [one.step]))
  return redone.length === 0 && steps.length > 0 ? [new ReplaceStep(0, 0, Slice.empty)] : redone
}

/** Does a step that came back from {@link mergeSteps} say that nothing of what was sent had a place any more? */
export function isGivenUp(step: Step | undefined): boolean {
  return step instanceof ReplaceStep && step.to === 0 && step.slice.size === 0
}

function pendingOf(base: Node, steps: readonly Step[], firsts: readonly number[]): Pending[] {
  const isFirst = new Set(firsts)
  let document = base
  let origin = 0
  return steps.map((step, index) => {
    if (isFirst.has(index)) origin = index
    const { doc, failed } = step.apply(document)
    if (doc === null) throw new RangeError(failed ?? 'it does not fit')
    const inverted = step.invert(document)
    document = doc
    return { step, inverted, origin }
  })
}
