import type { Profile } from './profile'
import { likeness } from './profile'

/** Which block after is which block before. Pairs in order stand in their place; the moved ones do not. */
export type Alignment = { inPlace: Pair[]; moved: Pair[] }
type Pair = { before: number; after: number }

/** Blocks with less in common than this are two different blocks. */
const ALIKE = 0.3
/** A block that has left its place must be recognised better. */
const ALIKE_ELSEWHERE = 0.6
const WORDS_TO_RECOGNISE = 6

/** The most pairs of blocks that are looked at: 2,000 against 2,000. Beyond that only the same beginning and end are found. */
const MOST_CELLS = 4_000_000
/** Comparing words costs more than comparing fingerprints. */
const MOST_LIKENESSES = 400_000

/** Finds the same blocks first, then the alike ones between them, then those that have moved. */
export function align(before: readonly Profile[], after: readonly Profile[]): Alignment {
  const same = heaviestInOrder(before, after, 0, 0, MOST_CELLS, (a, b) =>
    a.fingerprint === b.fingerprint ? a.weight : 0,
  )
  const inPlace: Pair[] = []
  let at: Pair = { before: 0, after: 0 }
  for (const pair of [...same, { before: before.length, after: after.length }]) {
    const gapBefore = before.slice(at.before, pair.before)
    const gapAfter = after.slice(at.after, pair.after)
    inPlace.push(
      ...heaviestInOrder(gapBefore, gapAfter, at.before, at.after, MOST_LIKENESSES, (a, b) => {
        const alike = likeness(a, b)
        return alike >= ALIKE ? alike * Math.max(a.weight, b.weight) : 0
      }),
    )
    if (pair.before < before.length) inPlace.push(pair)
    at = { before: pair.before + 1, after: pair.after + 1 }
  }
  return { inPlace, moved: moves(before, after, inPlace) }
}

/** The pairs in order whose weights add up to the most: a longest common subsequence where not every element counts the same. */
function heaviestInOrder(
  before: readonly Profile[],
  after: readonly Profile[],
  offsetBefore: number,
  offsetAfter: number,
  mostCells: number,
  weigh: (before: Profile, after: Profile) => number,
): Pair[] {
  const pairs: Pair[] = []
  const isSame = (a: Profile | undefined, b: Profile | undefined) => a?.fingerprint === b?.fingerprint
  let head = 0
  while (head < before.length && head < after.length && isSame(before[head], after[head])) {
    pairs.push({ before: head, after: head })
    head += 1
  }
  let tail = 0
  const mostTail = Math.min(before.length, after.length) - head
  while (tail < mostTail && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1
  const rows = before.length - head - tail
  const columns = after.length - head - tail
  if (rows * columns <= mostCells) pairs.push(...heaviestPath(before, after, head, rows, columns, weigh))
  for (let index = tail; index > 0; index -= 1)
    pairs.push({ before: before.length - index, after: after.length - index })
  return pairs.map((pair) => ({ before: pair.before + offsetBefore, after: pair.after + offsetAfter }))
}

function heaviestPath(
  before: readonly Profile[],
  after: readonly Profile[],
  head: number,
  rows: number,
  columns: number,
  weigh: (before: Profile, after: Profile) => number,
): Pair[] {
  const width = columns + 1
  // best[row, column]: the most that can be had from there to the end.
  const best = new Float32Array((rows + 1) * width)
  const weights = new Float32Array(rows * columns)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const weight = weigh(before[head + row] as Profile, after[head + column] as Profile)
      weights[row * columns + column] = weight
      const without = Math.max(valueAt(best, (row + 1) * width + column), valueAt(best, row * width + column + 1))
      const withIt = weight === 0 ? 0 : Math.fround(weight + valueAt(best, (row + 1) * width + column + 1))
      best[row * width + column] = Math.max(without, withIt)
    }
  }
  const pairs: Pair[] = []
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const weight = valueAt(weights, row * columns + column)
    const here = valueAt(best, row * width + column)
    if (weight > 0 && here === Math.fround(weight + valueAt(best, (row + 1) * width + column + 1))) {
      pairs.push({ before: head + row, after: head + column })
      row += 1
      column += 1
    } else if (here === valueAt(best, (row + 1) * width + column)) row += 1
    else column += 1
  }
  return pairs
}

function valueAt(values: Float32Array, index: number): number {
  return values[index] ?? 0
}

function moves(before: readonly Profile[], after: readonly Profile[], inPlace: readonly Pair[]): Pair[] {
  const stayed = new Set(inPlace.map((pair) => pair.before))
  const known = new Set(inPlace.map((pair) => pair.after))
  const left = before.map((_, index) => index).filter((index) => !stayed.has(index) && canMove(before[index]))
  const arrived = after.map((_, index) => index).filter((index) => !known.has(index) && canMove(after[index]))
  if (left.length * arrived.length > MOST_LIKENESSES) return []
  const found = left
    .flatMap((from) =>
      arrived.map((to) => ({ before: from, after: to, alike: movedLikeness(before[from], after[to]) })),
    )
    .filter(({ alike }) => alike > 0)
    .sort((one, other) => other.alike - one.alike)
  const result: Pair[] = []
  for (const { before: from, after: to } of found) {
    if (stayed.has(from) || known.has(to)) continue
    stayed.add(from)
    known.add(to)
    result.push({ before: from, after: to })
  }
  return result
}

/** A line that says nothing in particular, an empty one or a divider, is put in and taken out, never moved. */
function canMove(profile: Profile | undefined): boolean {
  return profile !== undefined && profile.count > 0
}

function movedLikeness(one: Profile | undefined, other: Profile | undefined): number {
  if (one === undefined || other === undefined || one.node.type !== other.node.type) return 0
  if (one.fingerprint === other.fingerprint) return 2
  const alike = one.node.isAtom ? (likeness(one, other) - 0.4) / 0.6 : likeness(one, other)
  const isRecognised = one.node.isAtom || Math.min(one.count, other.count) >= WORDS_TO_RECOGNISE
  return isRecognised && alike >= ALIKE_ELSEWHERE ? alike : 0
}
