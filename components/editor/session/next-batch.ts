import type { UnsentStep } from './drafts'

/** What one request carries; the server takes a little more. */
export const MOST_STEPS = 500
const MOST_CHARACTERS = 1_000_000

/**
 * The steps that go out together: as many as fit, cut between two actions where that is possible, so that the server never
 * holds half of a move. A single action goes out whole, whatever its size, up to what one request may carry.
 */
export function nextBatch(steps: readonly UnsentStep[], most: number): UnsentStep[] {
  let characters = 0
  let cut = 0
  let end = 0
  while (end < steps.length && end < MOST_STEPS) {
    const next = steps[end]
    if (next === undefined) break
    if (next.isFirstOfAction) {
      if (end > 0 && end >= most) return taken(steps, end)
      cut = end
    }
    characters += JSON.stringify(next.step).length
    if (characters > MOST_CHARACTERS && end > 0) return taken(steps, cut > 0 ? cut : end)
    end++
  }
  const isWhole = end === steps.length || steps[end]?.isFirstOfAction === true
  return taken(steps, isWhole || cut === 0 ? end : cut)
}

/** True when what goes out next is one action alone: it cannot be made smaller without breaking it. */
export function isOneAction(steps: readonly UnsentStep[], count: number): boolean {
  return !steps.slice(1, count).some((step) => step.isFirstOfAction)
}

function taken(steps: readonly UnsentStep[], end: number): UnsentStep[] {
  return steps.slice(0, end)
}

/** A batch as it travels. */
export function inBatch(steps: readonly UnsentStep[]): { steps: unknown[]; firsts: number[] } {
  return {
    steps: steps.map(({ step }) => step),
    firsts: steps.flatMap(({ isFirstOfAction }, index) => (isFirstOfAction || index === 0 ? [index] : [])),
  }
}
