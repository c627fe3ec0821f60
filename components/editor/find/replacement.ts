import type { Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Found } from './search'

/** A stretch of the words that were found and what comes in its place. */
type Piece = { from: number; to: number; insert: string }

/**
 * What to write for a match: in the replacement of a pattern `$1` is what the first group caught, `$<name>` a named one,
 * `$&` the whole match and `$$` a dollar sign. A group that the pattern does not have is written as it stands.
 */
export function replacementFor({ groups, names }: Found, template: string, isPattern: boolean): string {
  if (!isPattern) return template
  return template.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (whole, dollar, all, number, name) => {
    if (dollar !== undefined) return '$'
    if (all !== undefined) return groups[0] ?? ''
    const key = (number ?? name) as string
    if (/^\d+$/.test(key)) return groupNumbered(groups, key) ?? whole
    return key in names ? (names[key] ?? '') : whole
  })
}

/** `$12` is the first group and a 2 where there are no twelve groups. */
function groupNumbered(groups: Found['groups'], digits: string): string | null {
  if (Number(digits) === 0) return null
  if (Number(digits) < groups.length) return groups[Number(digits)] ?? ''
  const [first = '', rest = ''] = digits
  return rest !== '' && Number(first) > 0 && Number(first) < groups.length ? (groups[Number(first)] ?? '') + rest : null
}

/**
 * Writes other words in place of what was found in a line, each with the marks of the words that it replaces.
 *
 * @param start where the words of the line begin, in the document that the transaction began with; what it has done since was
 *   behind this match
 */
export function replaceInLine(
  tr: Transaction,
  line: Node,
  start: number,
  { from, to, groups }: Found,
  words: string,
): void {
  const old = groups[0] ?? line.textBetween(from, to)
  for (const piece of piecesOf(old, words).toReversed()) {
    const marks = marksAt(line, from + (piece.from === piece.to ? Math.max(0, piece.from - 1) : piece.from))
    const place = (offset: number) => tr.mapping.map(start + from + offset, -1)
    tr.replaceWith(place(piece.from), place(piece.to), nodesFor(line, piece.insert, marks))
  }
}

/** Word by word where both have as many words, and of each only what differs. */
export function piecesOf(old: string, words: string): Piece[] {
  const before = old.split(/(\s+)/)
  const after = words.split(/(\s+)/)
  if (before.length !== after.length) return [differing(old, words, 0)].filter(isChange)
  let at = 0
  return before
    .map((token, index) => {
      const piece = differing(token, after[index] ?? '', at)
      at += token.length
      return piece
    })
    .filter(isChange)
}

function differing(old: string, words: string, at: number): Piece {
  const most = Math.min(old.length, words.length)
  let start = 0
  while (start < most && old[start] === words[start]) start += 1
  if (isHalf(old, start) || isHalf(words, start)) start -= 1
  let end = 0
  while (end < most - start && old.at(-1 - end) === words.at(-1 - end)) end += 1
  if (isHalf(old, old.length - end) || isHalf(words, words.length - end)) end -= 1
  return { from: at + start, to: at + old.length - end, insert: words.slice(start, words.length - end) }
}

/** Would a cut here part the two halves of one character? */
function isHalf(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '')
}

function isChange({ from, to, insert }: Piece): boolean {
  return from < to || insert !== ''
}

function marksAt(line: Node, offset: number): readonly Mark[] {
  return line.childAfter(offset).node?.marks ?? []
}

function nodesFor({ type }: Node, words: string, marks: readonly Mark[]): Node[] {
  const { hardBreak } = type.schema.nodes
  const takesBreaks = hardBreak !== undefined && type.contentMatch.matchType(hardBreak) !== null
  const lines = takesBreaks ? words.split('\n') : [words.replaceAll('\n', ' ')]
  return lines.flatMap((text, index) => [
    ...(index > 0 && hardBreak !== undefined ? [hardBreak.create(null, null, marks)] : []),
    ...(text === '' ? [] : [type.schema.text(text, marks)]),
  ])
}
