import type { Fragment, Node } from 'prosemirror-model'
import { AttrStep, type Mapping, ReplaceStep, type Step, Transform } from 'prosemirror-transform'

/** A step that the server has not confirmed, what undoes it, and the action of its author that it is a part of. */
export type Pending = { step: Step; inverted: Step; origin: unknown }

/**
 * Does pending steps again, after what others did meanwhile. The mapping of `transform` must begin with the maps that undo
 * `pending`, last one first, and go on with those of the others' steps; its document must be the others' outcome.
 *
 * It does what `rebaseSteps` of prosemirror-collab does and is stricter in what may be done again:
 *
 * - An insertion stays one. Mapped over many steps it can come out as a replacement of words that stand beside it.
 * - Nothing is taken away that its author did not see. Where others wrote meanwhile inside of what is deleted or moved, the
 *   whole action is given up: it is easily done again, and their words are not.
 * - Two changes of one attribute: the first that was saved stays.
 *
 * The browser and the server both run it, on the same steps, and must come to the same end.
 *
 * @param from how many of the first pending steps are not to be done again, because the server has decided about them
 * @returns for each pending step what it became, or null where it has no place any more
 */
export function redo<One extends Pending>(transform: Transform, pending: readonly One[], from = 0): (Pending | null)[] {
  const again: (Pending | null)[] = pending.slice(0, from).map(() => null)
  for (let at = from; at < pending.length; ) {
    const action = actionAt(pending, at)
    const isDone = action.length === 1 || isPossible(transform, pending.length, at, action)
    action.forEach((one, index) => {
      again.push(isDone ? doAgain(transform, pending.length - at - index, one) : null)
    })
    at += action.length
  }
  return again
}

/** The steps of one action, from an index on. */
function actionAt<One extends Pending>(pending: readonly One[], at: number): readonly One[] {
  let end = at + 1
  while (end < pending.length && pending[end]?.origin === pending[at]?.origin) end++
  return pending.slice(at, end)
}

/** Tries an action of several steps on the side: it is done as a whole or not at all. */
function isPossible(transform: Transform, count: number, at: number, action: readonly Pending[]): boolean {
  const trial = new Transform(transform.doc)
  const mapping = transform.mapping.slice()
  return action.every((one, index) => {
    const from = count - at - index
    const step = mapped(one, mapping.slice(from), trial.doc)
    if (step === null || trial.maybeStep(step).failed !== null) return false
    mapping.appendMap(step.getMap(), from - 1)
    return true
  })
}

/** `from` counts back to what undid the step: everything after that lies between it and its new place. */
function doAgain(transform: Transform, from: number, one: Pending): Pending | null {
  const step = mapped(one, transform.mapping.slice(from), transform.doc)
  if (step === null || transform.maybeStep(step).failed !== null) return null
  mirror(transform.mapping, from - 1, transform.mapping.maps.length - 1)
  const before = transform.docs.at(-1)
  return before === undefined ? null : { step, inverted: step.invert(before), origin: one.origin }
}

/** Says that one map undoes the other: prosemirror-collab does the same; the method is there but not in the published types. */
function mirror(mapping: Mapping & { setMirror?(one: number, other: number): void }, one: number, other: number): void {
  mapping.setMirror?.(one, other)
}

function mapped({ step, inverted }: Pending, mapping: Mapping, document: Node): Step | null {
  if (step instanceof ReplaceStep && step.from === step.to) return mappedInsertion(step, mapping)
  const result = step.map(mapping)
  if (result === null) return null
  if (result instanceof AttrStep && inverted instanceof AttrStep) {
    return document.nodeAt(result.pos)?.attrs[result.attr] === inverted.value ? result : null
  }
  if (isSubsequence(piecesRemoved(result.invert.bind(result), document), slicePieces(inverted))) return result
  const isTypedOver = result instanceof ReplaceStep && result.slice.content.firstChild?.isText
  return isTypedOver ? new ReplaceStep(result.to, result.to, result.slice) : null
}

function mappedInsertion(step: ReplaceStep & { structure?: boolean }, mapping: Mapping): Step | null {
  const before = mapping.mapResult(step.from, -1)
  const after = mapping.mapResult(step.from, 1)
  if (before.deletedAcross && after.deletedAcross) return null
  const at = Math.max(before.pos, after.pos)
  return new ReplaceStep(at, at, step.slice, step.structure)
}

function piecesRemoved(invert: (document: Node) => Step, document: Node): readonly string[] {
  try {
    return slicePieces(invert(document))
  } catch {
    // It does not even fit: applying it will say so.
    return []
  }
}

/** What the inverse of a step puts back is what the step takes away. */
function slicePieces(inverted: Step): readonly string[] {
  return 'slice' in inverted ? piecesOf((inverted as ReplaceStep).slice.content) : []
}

/** What somebody would miss: every letter, and every node that holds values or is no container. */
function piecesOf(content: Fragment): readonly string[] {
  const pieces: string[] = []
  content.descendants((node) => {
    if (node.isText) pieces.push(...(node.text ?? ''))
    else if (node.isLeaf || Object.keys(node.attrs).length > 0)
      pieces.push(`${node.type.name} ${JSON.stringify(node.attrs)}`)
  })
  return pieces
}

/** True when all pieces of one stand in the other, in the same order. */
function isSubsequence(pieces: readonly string[], of: readonly string[]): boolean {
  let at = 0
  for (const piece of of) if (piece === pieces[at]) at++
  return at === pieces.length
}
