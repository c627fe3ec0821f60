import { diffArrays } from 'diff'
import { isSuggestion } from './pieces'
import { isSame, type Token } from './tokens'

/** What became of one row of tokens in another: what stayed, and between that what went and what came. */
export type Piece =
  | { kind: 'kept'; before: readonly Token[]; after: readonly Token[] }
  | { kind: 'changed'; before: readonly Token[]; after: readonly Token[] }

/** A row of kept tokens between two changes that is shorter than this is taken for a coincidence. */
const SHORTEST_KEPT = 12
/** Two changes in one place are told apart up to this length; longer ones count as one. */
const LONGEST_COMPARED = 20_000

/**
 * Compares two rows. Where the same letters stand beside each other several places fit; `near` says (as an index into
 * `after`) where the last change ended, and the place that reaches there is taken.
 */
export function align(before: readonly Token[], after: readonly Token[], near: number): Piece[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(before[start] as Token, after[start] as Token)) start += 1
  let end = 0
  while (end < shorter && isSame(before.at(-1 - end) as Token, after.at(-1 - end) as Token)) end += 1
  if (start + end > shorter) {
    // The change ends as near to `near` as it can.
    const least = shorter - start
    end = Math.max(least, Math.min(end, after.length - near))
    start = shorter - end
  }
  if (start + end < shorter) {
    // Where something is replaced, whole words are: "th" for "on" in front of an "e" says nothing to anybody.
    while (start > 0 && isCut(before, start) && isCut(after, start)) start -= 1
    while (end > 0 && isCut(before, before.length - end) && isCut(after, after.length - end)) end -= 1
  }
  const pieces: Piece[] = []
  add(pieces, 'kept', before.slice(0, start), after.slice(0, start))
  for (const piece of compared(before.slice(start, before.length - end), after.slice(start, after.length - end)))
    add(pieces, piece.kind, piece.before, piece.after)
  add(pieces, 'kept', before.slice(before.length - end), after.slice(after.length - end))
  return pieces
}

/** True when a place is inside of a word that nobody suggests anything about yet. */
function isCut(tokens: readonly Token[], at: number): boolean {
  const sides = [tokens[at - 1], tokens[at]]
  return sides.every((token) => token !== undefined && isInWord(token) && isUnmarked(token))
}

function isUnmarked(token: Token): boolean {
  return token.own === null && (token.kind !== 'letter' || !token.marks.some(isSuggestion))
}

function add(pieces: Piece[], kind: Piece['kind'], before: readonly Token[], after: readonly Token[]): void {
  if (before.length + after.length === 0) return
  const last = pieces.at(-1)
  if (last?.kind !== kind) pieces.push({ kind, before, after })
  else pieces[pieces.length - 1] = { kind, before: [...last.before, ...before], after: [...last.after, ...after] }
}

/** Several changes at once (find and replace) are several changes. */
function compared(before: readonly Token[], after: readonly Token[]): Piece[] {
  const whole: Piece[] = [{ kind: 'changed', before, after }]
  if (before.length === 0 || after.length === 0 || before.length + after.length > LONGEST_COMPARED) return whole
  const pieces: Piece[] = []
  let kept: { before: readonly Token[]; after: readonly Token[] } | null = null
  let words: readonly Token[][] = wordsIn(before)
  let newWords: readonly Token[][] = wordsIn(after)
  const take = (count: number) => {
    const taken = words.slice(0, count).flat()
    words = words.slice(count)
    return taken
  }
  const takeNew = (count: number) => {
    const taken = newWords.slice(0, count).flat()
    newWords = newWords.slice(count)
    return taken
  }
  for (const { count = 0, added, removed } of diffArrays(wordsIn(before), wordsIn(after), { comparator: isSameWord })) {
    if (!added && !removed) kept = { before: take(count), after: takeNew(count) }
    else {
      if (kept !== null)
        add(pieces, isWorthKeeping(kept.before, pieces.length) ? 'kept' : 'changed', kept.before, kept.after)
      kept = null
      add(pieces, 'changed', added ? [] : take(count), added ? takeNew(count) : [])
    }
  }
  if (kept !== null) add(pieces, 'changed', kept.before, kept.after)
  return pieces.some(({ kind }) => kind === 'kept') ? pieces : whole
}

function isWorthKeeping(tokens: readonly Token[], already: number): boolean {
  return already > 0 && (tokens.length >= SHORTEST_KEPT || tokens.some(({ kind }) => kind !== 'letter'))
}

function wordsIn(tokens: readonly Token[]): Token[][] {
  const words: Token[][] = []
  for (const token of tokens) {
    const last = words.at(-1)?.at(-1)
    const goesOn = last !== undefined && isInWord(last) && isInWord(token)
    if (goesOn) words.at(-1)?.push(token)
    else words.push([token])
  }
  return words
}

function isInWord(token: Token): boolean {
  return token.kind === 'letter' && /[\p{L}\p{N}]/u.test(token.text)
}

function isSameWord(one: Token[], other: Token[]): boolean {
  return one.length === other.length && one.every((token, index) => isSame(token, other[index] as Token))
}
