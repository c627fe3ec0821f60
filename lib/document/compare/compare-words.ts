import { diffArrays } from 'diff'
import { Mark } from 'prosemirror-model'
import type { Piece } from './rows'
import { type Inline, isWord } from './tokens'

/** Words that were changed more often than this are shown as rewritten: nobody could read what happened one by one. */
const MOST_EDITS = 800

/** Words that stand in both texts: where they begin in each, and how many characters they are. */
export type SameWords = { a: number; b: number; length: number }

/** Tokens that are the same in both, or (in `changed`) those that were replaced by others: from and to, before and after. */
type Stretch = { isSame: boolean; a: number; aEnd: number; b: number; bEnd: number }

/**
 * Compares two texts by words. The pieces that are not removed give exactly the text after, those that are not added exactly
 * the text before.
 */
export function compareWords(before: Inline, after: Inline): { pieces: Piece[]; same: SameWords[] } {
  const stretches = readable(stretchesOf(before.tokens, after.tokens), before, after)
  return {
    pieces: stretches.flatMap((stretch) => piecesOf(stretch, before, after)),
    same: stretches
      .filter(({ isSame }) => isSame)
      .map(({ a, aEnd, b }) => ({
        a: startOf(before, a),
        b: startOf(after, b),
        length: startOf(before, aEnd) - startOf(before, a),
      })),
  }
}

function piecesOf({ isSame, a, aEnd, b, bEnd }: Stretch, before: Inline, after: Inline): Piece[] {
  if (isSame) return samePieces(before, after, startOf(before, a), startOf(before, aEnd), startOf(after, b))
  return [
    ...pieces('removed', before, startOf(before, a), startOf(before, aEnd)),
    ...pieces('added', after, startOf(after, b), startOf(after, bEnd)),
  ]
}

function stretchesOf(before: string[], after: string[]): Stretch[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const a = before.slice(head, before.length - tail)
  const b = after.slice(head, after.length - tail)
  const changes = diffArrays(a, b, { maxEditLength: MOST_EDITS }) ?? [
    { value: a, count: a.length, added: false, removed: true },
    { value: b, count: b.length, added: true, removed: false },
  ]
  const result: Stretch[] = []
  let at: Stretch = { isSame: true, a: 0, aEnd: head, b: 0, bEnd: head }
  const add = (isSame: boolean, inBefore: number, inAfter: number) => {
    if (inBefore + inAfter === 0) return
    if (at.isSame !== isSame) {
      if (at.aEnd > at.a || at.bEnd > at.b) result.push(at)
      at = { isSame, a: at.aEnd, aEnd: at.aEnd, b: at.bEnd, bEnd: at.bEnd }
    }
    at = { ...at, aEnd: at.aEnd + inBefore, bEnd: at.bEnd + inAfter }
  }
  for (const { count, added, removed } of changes) add(!added && !removed, added ? 0 : count, removed ? 0 : count)
  add(true, tail, tail)
  if (at.aEnd > at.a || at.bEnd > at.b) result.push(at)
  return result
}

/**
 * Two replaced words with an unchanged space between them are read as one replaced phrase, and so is a small word that
 * happens to stand in both between two rewritten halves of a sentence.
 */
function readable(stretches: Stretch[], before: Inline, after: Inline): Stretch[] {
  const result: Stretch[] = []
  stretches.forEach((stretch, index) => {
    const last = result.at(-1)
    const next = stretches[index + 1]
    if (last === undefined) {
      result.push(stretch)
    } else if (stretch.isSame && next && !last.isSame && isNoise(stretch, last, next, before, after)) {
      last.aEnd = stretch.aEnd
      last.bEnd = stretch.bEnd
    } else if (!stretch.isSame && !last.isSame) {
      last.aEnd = stretch.aEnd
      last.bEnd = stretch.bEnd
    } else {
      result.push({ ...stretch })
    }
  })
  return result
}

function isNoise(same: Stretch, last: Stretch, next: Stretch, before: Inline, after: Inline): boolean {
  const words = before.tokens.slice(same.a, same.aEnd).filter(isWord)
  const [lastOut, lastIn, nextOut, nextIn] = [
    count(before, last.a, last.aEnd),
    count(after, last.b, last.bEnd),
    count(before, next.a, next.aEnd),
    count(after, next.b, next.bEnd),
  ]
  const isRewritten = lastOut + nextOut > 0 && lastIn + nextIn > 0
  if (words.length === 0) return isRewritten && lastOut + lastIn > 0 && nextOut + nextIn > 0
  const isSmall = words.length === 1 && (words[0]?.length ?? 0) <= 3
  return isSmall && isRewritten && Math.min(lastOut, lastIn) >= 2 && Math.min(nextOut, nextIn) >= 2
}

function count(inline: Inline, from: number, to: number): number {
  let words = 0
  for (let at = from; at < to; at += 1) if (isWord(inline.tokens[at] ?? '')) words += 1
  return words
}

/** Words that stand in both, cut wherever the marks on them change. */
function samePieces(before: Inline, after: Inline, from: number, to: number, start: number): Piece[] {
  return pieces('same', after, start, start + to - from).flatMap((piece) => {
    const result: Piece[] = []
    let at = from
    for (const was of pieces('same', before, from, from + piece.text.length)) {
      const text = piece.text.slice(at - from, at - from + was.text.length)
      at += was.text.length
      const change = Mark.sameSet(was.marks, piece.marks) ? 'same' : 'marked'
      const last = result.at(-1)
      if (last?.change === change && change === 'same') last.text += text
      else result.push({ change, text, marks: piece.marks })
    }
    from += piece.text.length
    return result
  })
}

function pieces(change: Piece['change'], inline: Inline, from: number, to: number): Piece[] {
  const result: Piece[] = []
  for (const stretch of inline.stretches) {
    const start = Math.max(from, stretch.from)
    const end = Math.min(to, stretch.to)
    if (start < end) result.push({ change, text: inline.text.slice(start, end), marks: stretch.marks })
  }
  return result
}

function startOf(inline: Inline, token: number): number {
  return inline.starts[token] ?? inline.text.length
}
