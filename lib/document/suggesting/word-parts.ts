import type { Mark, Node } from 'prosemirror-model'
import { align } from './align'
import type { Maker } from './maker'
import { outcomeOf } from './outcome'
import { changedBlocks, type Hint, type Part, type Parts, startOf } from './parts'
import { lettersOf, ownInsertion, type Token, tokensOf } from './tokens'
import { isSuggested } from './untouched'

export function titlePart(before: Node, after: Node, index: number, maker: Maker, hint: Hint): Part | null {
  const from = before.child(index)
  const to = after.child(index)
  return from.eq(to) ? null : wordsPart(from, startOf(before, index), to, startOf(after, index), null, maker, hint)
}

/** As many blocks as before, each of its kind: each changed on its own. */
export const pairParts: Parts = (before, after, maker, hint) => {
  const changed = changedBlocks(before, after)
  if (changed.before.length !== changed.after.length) return null
  const parts: Part[] = []
  let from = changed.from
  let afterFrom = changed.afterFrom
  for (const [index, block] of changed.before.entries()) {
    const other = changed.after[index] as Node
    if (block.type !== other.type && !(block.isTextblock && other.isTextblock)) return null
    if (!block.eq(other)) {
      const found = pairPart(block, from, other, afterFrom, maker, hint)
      if (found === null) return null
      parts.push(...found)
    }
    from += block.nodeSize
    afterFrom += other.nodeSize
  }
  return parts
}

function pairPart(block: Node, from: number, other: Node, afterFrom: number, maker: Maker, hint: Hint): Part[] | null {
  if (block.isTextblock) return rowPart([block], from, [other], afterFrom, null, maker, hint)
  const own = ownInsertion(block.marks, maker.personId)
  if (block.sameMarkup(other.mark(block.marks)) && !block.isLeaf) {
    const parts = innerParts(block, from, other, afterFrom, own, maker, hint)
    if (parts !== null) return parts
  }
  const token: Token = { kind: 'whole', block, own, from, to: from + block.nodeSize }
  const after: Token = { kind: 'whole', block: other, own: null, from: afterFrom, to: afterFrom + other.nodeSize }
  const region = { from, to: token.to, isInline: false }
  const replaced = { from: afterFrom, to: after.to }
  if (own !== null) {
    const node = maker.copy(other).mark(block.marks)
    return [{ region, after: replaced, tokens: [token], outcome: [{ kind: 'whole', from: null, after, node }] }]
  }
  if (!block.content.eq(other.content) || hasOtherTargets(block, other)) return null
  const marks = maker.blockMarks(block, { type: other.type.name, attrs: { ...other.attrs } }, block.marks)
  return [
    {
      region,
      after: replaced,
      tokens: [token],
      outcome: [{ kind: 'whole', from: token, after, node: block.mark(marks) }],
    },
  ]
}

/** Another picture or another article is another block; other words about it are a change of this one. */
function hasOtherTargets(block: Node, other: Node): boolean {
  return ['mediaId', 'articleId', 'articleIds', 'newsletterId'].some(
    (name) => JSON.stringify(block.attrs[name]) !== JSON.stringify(other.attrs[name]),
  )
}

/** Blocks inside of a block (points of a list, paragraphs of a quotation) whose words changed and nothing else. */
function innerParts(
  block: Node,
  from: number,
  other: Node,
  afterFrom: number,
  own: Mark | null,
  maker: Maker,
  hint: Hint,
): Part[] | null {
  if (block.childCount !== other.childCount) return null
  const parts: Part[] = []
  let at = from + 1
  let afterAt = afterFrom + 1
  for (let index = 0; index < block.childCount; index += 1) {
    const child = block.child(index)
    const otherChild = other.child(index)
    if (!child.eq(otherChild)) {
      if (!child.sameMarkup(otherChild)) return null
      const found = child.isTextblock
        ? wordsPart(child, at, otherChild, afterAt, own, maker, hint)
        : innerParts(child, at, otherChild, afterAt, own, maker, hint)
      if (found === null) return null
      parts.push(...(Array.isArray(found) ? found : [found]))
    }
    at += child.nodeSize
    afterAt += otherChild.nodeSize
  }
  return parts
}

function wordsPart(
  block: Node,
  from: number,
  other: Node,
  afterFrom: number,
  own: Mark | null,
  maker: Maker,
  hint: Hint,
): Part | null {
  const tokens = lettersOf(block, from + 1, maker.personId, own)
  const after = lettersOf(other, afterFrom + 1, maker.personId, null)
  const outcome = outcomeOf(align(tokens, after, nearIn(after, hint)), maker, null)
  if (outcome === null) return null
  // In a block of one's own there is nothing to mark.
  const bare = own === null ? outcome : outcome.map((one) => ({ ...one, node: withoutOwn(one.node, maker) }))
  return {
    region: { from: from + 1, to: from + 1 + block.content.size, isInline: true },
    after: { from: afterFrom + 1, to: afterFrom + 1 + other.content.size },
    tokens,
    outcome: bare,
  }
}

function withoutOwn(node: Node, { personId }: Maker): Node {
  const own = ownInsertion(node.marks, personId)
  return own === null ? node : node.mark(own.removeFromSet(node.marks))
}

/** Everything that changed as one row of letters, breaks and blocks, with the suggested blocks beside it: they may join it. */
export const rowParts: Parts = (before, after, maker, hint) => {
  const { index, before: changed } = changedBlocks(before, after)
  let start = index
  let end = before.childCount - index - changed.length
  const joins = start > 2 && (isSuggestedAt(before, start) || isSuggestedAt(before, start - 1))
  if (joins) start -= 1
  while (joins && start > 2 && isSuggested(before.child(start))) start -= 1
  while (end > 0 && isSuggested(before.child(before.childCount - end))) end -= 1
  const blocks = before.children.slice(start, before.childCount - end)
  const neighbour = start > 2 ? ownInsertion(before.child(start - 1).marks, maker.personId) : null
  return rowPart(
    blocks,
    startOf(before, start),
    after.children.slice(start, after.childCount - end),
    startOf(after, start),
    neighbour,
    maker,
    hint,
  )
}

function isSuggestedAt(doc: Node, index: number): boolean {
  const block = doc.maybeChild(index)
  return block !== null && isSuggested(block)
}

function rowPart(
  blocks: readonly Node[],
  from: number,
  others: readonly Node[],
  afterFrom: number,
  neighbour: Mark | null,
  maker: Maker,
  hint: Hint,
): Part[] | null {
  const tokens = tokensOf(blocks, from, maker.personId)
  const after = tokensOf(others, afterFrom, maker.personId)
  const outcome = outcomeOf(align(tokens, after, nearIn(after, hint)), maker, neighbour)
  if (outcome === null) return null
  const sizeOf = (nodes: readonly Node[]) => nodes.reduce((size, node) => size + node.nodeSize, 0)
  return [
    {
      region: { from, to: from + sizeOf(blocks), isInline: false },
      after: { from: afterFrom, to: afterFrom + sizeOf(others) },
      tokens,
      outcome,
    },
  ]
}

/** Up to which token the cursor has come. */
function nearIn(after: readonly Token[], { head }: Hint): number {
  let low = 0
  let high = after.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((after[middle] as Token).to <= head) low = middle + 1
    else high = middle
  }
  return low
}
