import type { Mark, Node } from 'prosemirror-model'
import type { Maker } from './maker'
import { moveOf } from './move'
import type { Outcome } from './outcome'
import { type Changed, changedBlocks, type Part, type Parts } from './parts'
import { isOfBreak, suggestionOn } from './pieces'
import { ownInsertion, type Token } from './tokens'

/** A block carried elsewhere: marked where it was, put in where it shall be, and both are one suggestion. */
export const moveParts: Parts = (before, after, maker, hint) => {
  const changed = changedBlocks(before, after)
  const move = moveOf(changed.before, changed.after, hint.head - changed.afterFrom)
  if (move === null) return null
  const tokens = wholes(changed.before, changed.from, maker)
  const moved = tokens[move.from] as Token
  const author = maker.together()
  const outcome: Outcome[] = []
  const rest = tokens.filter((token) => token !== moved)
  changed.after.forEach((block, index) => {
    if (index !== move.to) return
    const copy = moved.own === null ? maker.copy(block).mark([maker.block('inserted', author)]) : block
    outcome.push({
      kind: 'whole',
      from: null,
      after: wholes([block], startAt(changed, index), maker)[0] as Token,
      node: copy,
    })
  })
  const stays = rest.map((token, index): Outcome => {
    const at = index < move.to ? index : index + 1
    const after = wholes([changed.after[at] as Node], startAt(changed, at), maker)[0] as Token
    return { kind: 'whole', from: token, after, node: blockOf(token) }
  })
  const result = [...stays.slice(0, move.to), ...outcome, ...stays.slice(move.to)]
  if (moved.own === null) {
    const isGoing = suggestionOn(blockOf(moved).marks, 'removed') !== null
    const node = isGoing ? blockOf(moved) : withMark(blockOf(moved), maker.block('removed', author))
    const at = result.findIndex(({ from }) => from !== null && from.from > moved.from)
    result.splice(at === -1 ? result.length : at, 0, { kind: 'whole', from: moved, after: null, node })
  }
  return [partOf(changed, tokens, result)]
}

function startAt({ after, afterFrom }: Changed, index: number): number {
  return after.slice(0, index).reduce((at, block) => at + block.nodeSize, afterFrom)
}

/** What nothing else can say: all that was there would go, all that is there now would come. */
export const blockParts: Parts = (before, after, maker) => {
  const changed = changedBlocks(before, after)
  const author = maker.together()
  const tokens = wholes(changed.before, changed.from, maker)
  const stay = tokens
    .filter(({ own }) => own === null)
    .map((token): Outcome => {
      const block = blockOf(token)
      const isGoing = suggestionOn(block.marks, 'removed') !== null
      const node = isGoing ? block : withMark(block, maker.block('removed', author))
      return { kind: 'whole', from: token, after: null, node }
    })
  const come = wholes(changed.after, changed.afterFrom, maker).map((token): Outcome => {
    const node = maker.copy(blockOf(token)).mark([maker.block('inserted', author)])
    return { kind: 'whole', from: null, after: token, node }
  })
  return [partOf(changed, tokens, [...stay, ...come])]
}

function partOf(changed: Changed, tokens: readonly Token[], outcome: readonly Outcome[]): Part {
  const end = (nodes: readonly Node[], from: number) => nodes.reduce((at, node) => at + node.nodeSize, from)
  return {
    region: { from: changed.from, to: end(changed.before, changed.from), isInline: false },
    after: { from: changed.afterFrom, to: end(changed.after, changed.afterFrom) },
    tokens,
    outcome,
  }
}

function wholes(blocks: readonly Node[], from: number, { personId }: Maker): Token[] {
  let at = from
  return blocks.map((block): Token => {
    const inserted = ownInsertion(block.marks, personId)
    // A block after a break of one's own is not new, only its beginning is.
    const own = inserted === null || isOfBreak(inserted) ? null : inserted
    const token: Token = { kind: 'whole', block, own, from: at, to: at + block.nodeSize }
    at = token.to
    return token
  })
}

function blockOf(token: Token): Node {
  if (token.kind === 'letter') throw new RangeError('A letter is no block')
  return token.block
}

function withMark(block: Node, mark: Mark): Node {
  return block.mark(mark.addToSet(block.marks))
}
