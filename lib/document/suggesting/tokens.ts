import type { Mark, Node } from 'prosemirror-model'
import { isOfBreak, suggestionOn } from './pieces'

/**
 * Text as a row of things that can be put in and taken out: a character (or a line break, which counts as one), the beginning of a
 * block of words, and whole blocks of any other kind. `own` is the author's own suggestion to insert it: taken out again,
 * it is really gone.
 */
export type Token = Letter | Break | Whole
export type Letter = {
  kind: 'letter'
  text: string
  leaf: Node | null
  marks: readonly Mark[]
  own: Mark | null
} & Place
/** The beginning of a block; `block` says which kind. */
type Break = { kind: 'break'; block: Node; own: Mark | null } & Place
type Whole = { kind: 'whole'; block: Node; own: Mark | null } & Place
type Place = { from: number; to: number }

/** The tokens of blocks that follow each other, the first of which begins at `from`. */
export function tokensOf(blocks: readonly Node[], from: number, personId: string): Token[] {
  const tokens: Token[] = []
  let at = from
  for (const block of blocks) {
    const own = ownInsertion(block.marks, personId)
    if (block.isTextblock) {
      tokens.push({ kind: 'break', block, own, from: at, to: at + 1 })
      addLetters(tokens, block, at + 1, personId, own !== null && !isOfBreak(own) ? own : null)
    } else tokens.push({ kind: 'whole', block, own, from: at, to: at + block.nodeSize })
    at += block.nodeSize
  }
  return tokens
}

/** The letters of one block of words. `free`: the author's own suggestion that the whole block is a part of. */
export function lettersOf(block: Node, from: number, personId: string, free: Mark | null): Token[] {
  const tokens: Token[] = []
  addLetters(tokens, block, from, personId, free)
  return tokens
}

function addLetters(tokens: Token[], block: Node, from: number, personId: string, free: Mark | null): void {
  let at = from
  block.forEach(({ text, marks, nodeSize }, _offset, index) => {
    const own = free ?? ownInsertion(marks, personId)
    if (text === undefined) {
      tokens.push({ kind: 'letter', text: '\n', leaf: block.child(index), marks, own, from: at, to: at + nodeSize })
      at += nodeSize
      return
    }
    // By code points: half of an emoji is no letter.
    for (const letter of text) {
      tokens.push({ kind: 'letter', text: letter, leaf: null, marks, own, from: at, to: at + letter.length })
      at += letter.length
    }
  })
}

export function ownInsertion(marks: readonly Mark[], personId: string): Mark | null {
  const inserted = suggestionOn(marks, 'inserted')
  return inserted?.attrs.personId === personId ? inserted : null
}

/** Would a reader see the same? How words are marked and what kind a block of words is are changes of their own. */
export function isSame(one: Token, other: Token): boolean {
  if (one.kind === 'letter')
    return other.kind === 'letter' && one.text === other.text && isSameLeaf(one.leaf, other.leaf)
  if (one.kind === 'break') return other.kind === 'break'
  return other.kind === 'whole' && one.block.eq(other.block)
}

function isSameLeaf(one: Node | null, other: Node | null): boolean {
  if (one === null || other === null) return one === other
  return one.mark([]).eq(other.mark([]))
}
