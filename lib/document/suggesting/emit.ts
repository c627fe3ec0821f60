import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Transform } from 'prosemirror-transform'
import type { Outcome } from './outcome'
import type { Token } from './tokens'

/** A part of a document: blocks side by side, or (`isInline`) the words of one block. */
export type Region = { from: number; to: number; isInline: boolean }

/**
 * Makes of a row of tokens its outcome, in as few and small steps as there are changes: what others do at the same time stays
 * beside it. Marks first, which move nothing, then from the end to the start.
 */
export function emit(tr: Transform, before: readonly Token[], outcome: readonly Outcome[], region: Region): void {
  remark(tr, outcome)
  const index = new Map(before.map((token, at) => [token, at]))
  let right = outcome.length
  let rightToken = before.length
  for (let left = right - 1; left >= -1; left -= 1) {
    const from = left < 0 ? -1 : (index.get(outcome[left]?.from as Token) ?? null)
    if (from === null) continue
    const isGap = right - left > 1 || rightToken - from > 1
    if (isGap) fill(tr, before, from, rightToken, outcome.slice(left + 1, right), region)
    right = left
    rightToken = from
  }
}

function remark(tr: Transform, outcome: readonly Outcome[]): void {
  let run: { from: number; to: number; was: readonly Mark[]; is: readonly Mark[] } | null = null
  const flush = () => {
    if (run === null) return
    const { from, to, was, is } = run
    for (const mark of was) if (!mark.isInSet(is)) tr.removeMark(from, to, mark)
    for (const mark of is) if (!mark.isInSet(was)) tr.addMark(from, to, mark)
    run = null
  }
  for (const { from, node } of outcome) {
    if (from?.kind !== 'letter') {
      flush()
      if (from != null) remarkBlock(tr, from, node)
      continue
    }
    const isMore =
      run !== null && run.to === from.from && isSameSet(run.was, from.marks) && isSameSet(run.is, node.marks)
    if (isMore && run !== null) run.to = from.to
    else {
      flush()
      if (!isSameSet(from.marks, node.marks)) run = { from: from.from, to: from.to, was: from.marks, is: node.marks }
    }
  }
  flush()
}

function remarkBlock(tr: Transform, { block, from }: Exclude<Token, { kind: 'letter' }>, node: Node): void {
  if (!node.hasMarkup(block.type, block.attrs, node.marks)) {
    tr.setNodeMarkup(from, node.type, node.attrs, node.marks)
    return
  }
  for (const mark of block.marks) if (!mark.isInSet(node.marks)) tr.removeNodeMark(from, mark)
  for (const mark of node.marks) if (!mark.isInSet(block.marks)) tr.addNodeMark(from, mark)
}

function isSameSet(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => mark.eq(other[index] as Mark))
}

/** Puts new tokens between two that stay, in place of those that go. */
function fill(
  tr: Transform,
  before: readonly Token[],
  left: number,
  right: number,
  outcome: readonly Outcome[],
  region: Region,
): void {
  const leftToken = before[left]
  const rightToken = before[right]
  const isOpenLeft = leftToken === undefined ? region.isInline : leftToken.kind !== 'whole'
  const from = leftToken?.to ?? region.from
  const endsInWords = outcome.length > 0 ? outcome.at(-1)?.kind !== 'whole' : isOpenLeft
  let to = rightToken?.from ?? region.to
  let isOpenRight = rightToken === undefined ? region.isInline : rightToken.kind === 'letter'
  const isClosedBefore = right > 0 && before[right - 1]?.kind !== 'whole'
  if (!isOpenRight && endsInWords && isClosedBefore) {
    to -= 1
    isOpenRight = true
  }
  const block = isOpenLeft && !region.isInline ? tr.doc.resolve(from).parent : null
  const hasBlocks = outcome.some(({ kind }) => kind !== 'letter')
  if (region.isInline || (isOpenLeft && isOpenRight && !hasBlocks)) {
    const letters = Fragment.fromArray(outcome.map(({ node }) => node))
    tr.step(new ReplaceStep(from, to, new Slice(letters, 0, 0)))
    return
  }
  const content = blocksOf(outcome, block)
  tr.step(new ReplaceStep(from, to, new Slice(content, block === null ? 0 : 1, isOpenRight ? 1 : 0)))
}

function blocksOf(outcome: readonly Outcome[], open: Node | null): Fragment {
  const blocks: Node[] = []
  let template: Node | null = open
  let letters: Node[] = []
  const close = () => {
    if (template !== null) blocks.push(template.copy(Fragment.fromArray(letters)))
    letters = []
    template = null
  }
  for (const { kind, node } of outcome) {
    if (kind === 'letter') letters.push(node)
    else {
      close()
      if (kind === 'break') template = node
      else blocks.push(node)
    }
  }
  close()
  return Fragment.fromArray(blocks)
}

/** Where each token of an outcome stands, when the first begins at `from`; and where the last ends. */
export function placesOf(outcome: readonly Outcome[], { from, isInline }: Region): { starts: number[]; end: number } {
  const starts: number[] = []
  let at = from
  let isOpen = false
  for (const { kind, node } of outcome) {
    if (kind !== 'letter' && isOpen) at += 1
    starts.push(at)
    at += kind === 'break' ? 1 : node.nodeSize
    isOpen = !isInline && kind !== 'whole'
  }
  return { starts, end: isOpen ? at + 1 : at }
}
