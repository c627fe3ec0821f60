import type { Mark, Node } from 'prosemirror-model'
import type { Piece } from './align'
import { FormatChanges, type Pair } from './formats'
import type { Maker } from './maker'
import { isOfBreak, isSuggestion, suggestionOn } from './pieces'
import type { Letter, Token } from './tokens'

/** A token of the text with suggestions in it. `from` is the token that it was before; null for what is new. */
export type Outcome = { kind: Token['kind']; from: Token | null; after: Token | null; node: Node }

/** A token on its way: who suggests what about it is not written down yet. */
type Draft = {
  token: Token
  isNew: boolean
  after: Token | null
  own: Mark | null
  /** The mark that takes it out, when that was asked for now. */
  removed: Mark | null
  /** The block that a break opens. */
  block: Node | null
}

/**
 * The text with its changes as suggestions: what went stays and is marked, what came stands beside it. Null where the two
 * cannot stand side by side. `before`: the author's own suggestion of the block right before, which a new block belongs to.
 */
export function outcomeOf(pieces: readonly Piece[], maker: Maker, before: Mark | null): Outcome[] | null {
  const drafts: Draft[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece
    if (piece.kind === 'kept') {
      piece.before.forEach((token, at) => void drafts.push(draftOf(token, piece.after[at] ?? null)))
      continue
    }
    const side = sideBySide(drafts.at(-1), piece, pieces[index + 1]?.before[0], before, maker)
    if (side === null) return null
    drafts.push(...side)
  }
  return written(shifted(cancelled(drafts, maker.personId)), maker)
}

function draftOf(token: Token, after: Token | null): Draft {
  return {
    token,
    isNew: false,
    after,
    own: token.own,
    removed: null,
    block: token.kind === 'break' ? token.block : null,
  }
}

function sideBySide(
  last: Draft | undefined,
  piece: Piece,
  next: Token | undefined,
  before: Mark | null,
  maker: Maker,
): Draft[] | null {
  const ownBefore = last === undefined ? before : (last.own ?? removedBy(last.token, maker))
  const mark = maker.near(ownBefore, ownOf(next, maker))
  const gone = piece.before.filter((token) => token.own === null || isWantedGone(token))
  const out = gone.map((token): Draft => {
    const isGoing = token.own !== null || suggestionOn(marksOf(token), 'removed') !== null
    return { ...draftOf(token, null), removed: isGoing ? null : mark('removed') }
  })
  const come = piece.after.map((token): Draft => {
    const block = token.kind === 'break' ? token.block.type.create(token.block.attrs) : null
    return { token, isNew: true, after: token, own: mark('inserted'), removed: null, block }
  })
  const fits = (drafts: readonly Draft[]) => isWellFormed([last?.token, ...drafts.map(({ token }) => token), next])
  if (fits([...out, ...come])) return [...out, ...come]
  return fits([...come, ...out]) ? [...come, ...out] : null
}

/** One's own break before a block that somebody else suggests to take out: their suggestion needs the block that it is about. */
function isWantedGone(token: Token): boolean {
  return (
    token.kind === 'break' &&
    token.own !== null &&
    isOfBreak(token.own) &&
    suggestionOn(marksOf(token), 'removed') !== null
  )
}

/** A letter has a block to stand in. */
function isWellFormed(tokens: readonly (Token | undefined)[]): boolean {
  return tokens.every((token, index) => index === 0 || token?.kind !== 'letter' || tokens[index - 1]?.kind !== 'whole')
}

function marksOf(token: Token): readonly Mark[] {
  return token.kind === 'letter' ? token.marks : token.block.marks
}

function removedBy(token: Token | undefined, { personId }: Maker): Mark | null {
  const removed = token === undefined ? null : suggestionOn(marksOf(token), 'removed')
  return removed?.attrs.personId === personId ? removed : null
}

function ownOf(token: Token | undefined, maker: Maker): Mark | null {
  return token?.own ?? removedBy(token, maker)
}

/** A break that one suggests to put in and a break that one suggests to take out, with only one's own words between: neither. */
function cancelled(drafts: readonly Draft[], personId: string): Draft[] {
  const result: Draft[] = []
  let open: Draft | null = null
  for (const draft of drafts) {
    if (draft.token.kind === 'letter') {
      if (draft.own === null) open = null
    } else if (draft.token.kind === 'whole') open = null
    else {
      const isComing = draft.own !== null
      const isGoing = !isComing && isBreakRemoved(draft, personId)
      const wasComing = open !== null && open.own !== null
      if (open !== null && ((isComing && !wasComing) || (isGoing && wasComing))) {
        const staying = isGoing ? draft : open
        open.block = withoutOwnRemoval(staying.block as Node, personId)
        open.own = null
        open.removed = null
        open = null
        continue
      }
      open = isComing || isGoing ? draft : null
    }
    result.push(draft)
  }
  return result
}

function isBreakRemoved({ removed, token }: Draft, personId: string): boolean {
  const already = suggestionOn(marksOf(token), 'removed')
  return removed !== null || (already?.attrs.personId === personId && isOfBreak(already))
}

function withoutOwnRemoval(block: Node, personId: string): Node {
  const removed = suggestionOn(block.marks, 'removed')
  return removed?.attrs.personId === personId ? block.mark(removed.removeFromSet(block.marks)) : block
}

/** A whole paragraph selected with the break after it: it is the paragraph that goes. */
function shifted(drafts: readonly Draft[]): readonly Draft[] {
  let head: Draft | null = null
  let letters = 0
  for (const draft of drafts) {
    if (draft.token.kind === 'letter') {
      if (draft.removed === null) head = null
      letters += 1
      continue
    }
    if (head !== null && letters > 0 && draft.removed !== null && isLike(head.block, draft.block)) {
      head.removed = draft.removed
      draft.removed = null
    }
    const isStaying = draft.token.kind === 'break' && draft.own === null && draft.removed === null
    head = isStaying && draft.block?.marks.length === 0 ? draft : null
    letters = 0
  }
  return drafts
}

function isLike(one: Node | null, other: Node | null): boolean {
  return one !== null && other !== null && one.type === other.type && one.hasMarkup(other.type, other.attrs, one.marks)
}

function written(drafts: readonly Draft[], maker: Maker): Outcome[] {
  const pairs = drafts.flatMap(({ isNew, token, after }): Pair[] => (!isNew && after ? [{ before: token, after }] : []))
  const formats = new FormatChanges(pairs, maker.personId, maker.reformatted())
  const result: Outcome[] = []
  for (let start = 0; start < drafts.length; ) {
    const head = drafts[start] as Draft
    let end = start + (head.token.kind === 'letter' ? 0 : 1)
    while (drafts[end]?.token.kind === 'letter') end += 1
    const letters = drafts.slice(head.token.kind === 'letter' ? start : start + 1, end)
    if (head.token.kind === 'letter')
      result.push(...letters.map((letter) => writtenLetter(letter, formats, maker, false, false)))
    else result.push(...writtenBlock(head, letters, formats, maker))
    start = end
  }
  return result
}

function writtenBlock(head: Draft, letters: readonly Draft[], formats: FormatChanges, maker: Maker): Outcome[] {
  const isWhole = head.token.kind === 'whole' || (head.own !== null && letters.every(({ own }) => own !== null))
  const isGone =
    head.removed !== null &&
    letters.every(
      ({ own, removed, token }) => own === null && (removed !== null || suggestionOn(marksOf(token), 'removed')),
    )
  const source = head.token.kind === 'break' ? (head.block as Node) : wholeOf(head, maker)
  let marks = source.marks.filter((mark) => !(head.own === null && isOwnInsertion(mark, maker)))
  const add = (mark: Mark, what: 'block' | 'break') => {
    marks = maker.of(mark, what).addToSet(marks) as Mark[]
  }
  if (head.own !== null) add(head.own, isWhole ? 'block' : 'break')
  if (head.removed !== null) add(head.removed, isGone || head.token.kind === 'whole' ? 'block' : 'break')
  const node = reformed(head, source, marks, maker)
  const { isNew, token, after } = head
  return [
    { kind: token.kind, from: isNew ? null : token, after, node },
    ...letters.map((letter) => writtenLetter(letter, formats, maker, isWhole && head.own !== null, isGone)),
  ]
}

function wholeOf({ token, isNew }: Draft, maker: Maker): Node {
  const { block } = token as Extract<Token, { kind: 'whole' }>
  return isNew ? maker.copy(block) : block
}

function isOwnInsertion(mark: Mark, { personId }: Maker): boolean {
  return mark.type.name === 'inserted' && mark.attrs.personId === personId
}

/** Another kind of block, or other attributes: one's own new block takes them, any other is suggested to. */
function reformed(head: Draft, source: Node, marks: readonly Mark[], maker: Maker): Node {
  const { token, after, isNew } = head
  const template = source.isTextblock ? source.type.create(source.attrs, null, marks) : source.mark(marks)
  if (
    isNew ||
    token.kind !== 'break' ||
    after?.kind !== 'break' ||
    after.block.sameMarkup(token.block.mark(after.block.marks))
  )
    return template
  const { type, attrs } = after.block
  if (head.own !== null) return type.create(attrs, null, marks)
  return template.mark(maker.blockMarks(token.block, { type: type.name, attrs: { ...attrs } }, marks))
}

function writtenLetter(
  { token, isNew, after, own, removed }: Draft,
  formats: FormatChanges,
  maker: Maker,
  isInOwnBlock: boolean,
  isInGoneBlock: boolean,
): Outcome {
  const letter = token as Letter
  let marks: readonly Mark[]
  if (isNew) marks = letter.marks.filter((mark) => !isSuggestion(mark))
  else marks = after === null ? letter.marks : formats.marksFor({ before: token, after })
  const real = marks.find((mark) => isOwnInsertion(mark, maker))
  if (own !== null && isInOwnBlock) marks = real?.removeFromSet(marks) ?? marks
  else if (own !== null) marks = maker.of(own, 'words').addToSet(marks)
  if (removed !== null && !isInGoneBlock) marks = removed.addToSet(marks)
  const node = letter.leaf === null ? maker.letter(letter.text, marks) : letter.leaf.mark(marks)
  return { kind: 'letter', from: isNew ? null : token, after, node }
}
