import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Transform } from 'prosemirror-transform'
import { formatOf, isOfBreak, isSuggestion, reformedBlock, suggestionOn } from './pieces'

type Decision = 'accept' | 'reject' | 'keep'
type Decide = (mark: Mark) => Decision
type Range = { from: number; to: number }

/** A top-level block, and what a decision does to it. */
type Block = {
  node: Node
  from: number
  /** It goes as a whole. */
  isGone: boolean
  /** It is joined to the one before it. */
  isJoined: boolean
  /** The mark of a break that is nobody's suggestion any more. */
  freed: Mark | null
}

/**
 * Does with every suggestion what `decide` says of its marks. What is kept stays as it is, wherever what is decided stands
 * beside it or around it. The outcome is always a document of the schema.
 */
export function resolve(tr: Transform, decide: Decide): void {
  const { doc } = tr
  const blocks = decideBlocks(doc, decide)
  const cuts: Range[] = []
  doc.forEach((node, from, index) => {
    if (blocks[index]?.isGone) return
    resolveMarks(tr, node, from, decide)
    node.descendants((inner, position) => {
      if (!inner.isInline) return true
      const at = from + 1 + position
      const goes = isCut(inner, decide)
      if (goes) addCut(cuts, { from: at, to: at + inner.nodeSize })
      else resolveMarks(tr, inner, at, decide)
      // A footnote has words of its own.
      return !goes
    })
  })
  const joins = joinAndDrop(tr, blocks, cuts)
  const start = tr.steps.length
  const isIn = ({ node, from }: Block, cut: Range) => cut.from >= from && cut.to <= from + node.nodeSize
  const left = cuts.filter((cut) => !blocks.some((block) => block.isGone && isIn(block, cut)))
  for (const { from, to } of [...left, ...joins].sort((one, other) => other.from - one.from))
    tr.step(new ReplaceStep(from, to, Slice.empty))
  reform(tr, blocks, start, decide)
}

/** True when a piece of text goes by a decision. */
function isCut({ marks }: Node, decide: Decide): boolean {
  const inserted = suggestionOn(marks, 'inserted')
  const removed = suggestionOn(marks, 'removed')
  return (inserted !== null && decide(inserted) === 'reject') || (removed !== null && decide(removed) === 'accept')
}

function addCut(cuts: Range[], cut: Range): void {
  const last = cuts.at(-1)
  if (last?.to === cut.from) last.to = cut.to
  else cuts.push(cut)
}

/** Takes off the marks of what stays after a decision, and does what accepted ones ask of words. */
function resolveMarks(tr: Transform, node: Node, from: number, decide: Decide): void {
  const to = from + node.nodeSize
  for (const mark of node.marks) {
    if (!isSuggestion(mark) || decide(mark) === 'keep') continue
    if (!node.isInline) {
      // What changes a block is done at the end, when its place no longer moves.
      if (mark.type.name !== 'reformatted') tr.removeNodeMark(from, mark)
      continue
    }
    const format = mark.type.name === 'reformatted' && decide(mark) === 'accept' ? formatOf(mark) : null
    tr.removeMark(from, to, mark)
    if (format?.does === 'remove') tr.removeMark(from, to, format.mark)
    if (format?.does === 'add') tr.addMark(from, to, format.mark)
  }
}

function decideBlocks(doc: Node, decide: Decide): Block[] {
  const blocks: Block[] = []
  // True while what stands right before was taken out together with the break before it.
  let hasFreedBreak = false
  doc.forEach((node, from) => {
    const inserted = suggestionOn(node.marks, 'inserted')
    const removed = suggestionOn(node.marks, 'removed')
    const isRejected = inserted !== null && decide(inserted) === 'reject'
    const isAccepted = removed !== null && decide(removed) === 'accept'
    const isGone = (isRejected && !isOfBreak(inserted)) || (isAccepted && !isOfBreak(removed))
    const isJoined = (isRejected && isOfBreak(inserted)) || (isAccepted && isOfBreak(removed))
    // The first half of a paragraph that somebody cut in two is gone: its break is now the second half's.
    const keepsBreak = hasFreedBreak && inserted !== null && isOfBreak(inserted) && !isAccepted
    blocks.push({ node, from, isGone, isJoined: isJoined && !keepsBreak, freed: keepsBreak ? inserted : null })
    if (isGone) hasFreedBreak = hasFreedBreak || (isAccepted && inserted === null)
    else hasFreedBreak = false
  })
  return blocks
}

/**
 * The ranges that go when blocks go or are joined; joining takes what stands between along. Marks on a block that is not
 * decided yet go on to its words when the block becomes a part of another.
 */
function joinAndDrop(tr: Transform, blocks: Block[], cuts: Range[]): Range[] {
  const ranges: Range[] = []
  let before: Block | null = null
  let dropped: Range[] = []
  blocks.forEach((block, index) => {
    const { node, from } = block
    const to = from + node.nodeSize
    if (index < 2) return
    if (block.freed?.isInSet(tr.doc.nodeAt(from)?.marks ?? [])) tr.removeNodeMark(from, block.freed)
    const isEmptied = block.isJoined && isAllCut(from, node, cuts)
    if (block.isGone || (isEmptied && !canJoin(before, block))) {
      block.isGone = true
      dropped.push({ from, to })
      return
    }
    if (block.isJoined && before !== null && canJoin(before, block)) {
      carryMarksToWords(tr, before, block)
      const end = before.from + before.node.nodeSize - 1
      ranges.push({ from: end, to: from + 1 })
      // Further blocks are joined to what both became.
      before = block
    } else {
      ranges.push(...dropped)
      before = block
    }
    dropped = []
  })
  if (before === null && dropped.length > 0) emptyBody(tr, dropped)
  else ranges.push(...dropped)
  return ranges
}

function canJoin(before: Block | null, block: Block): boolean {
  return before?.node.isTextblock === true && block.node.isTextblock
}

function isAllCut(from: number, node: Node, cuts: readonly Range[]): boolean {
  if (node.content.size === 0) return true
  return cuts.some((cut) => cut.from === from + 1 && cut.to === from + node.nodeSize - 1)
}

/** Every block goes: an empty line stays, as the schema wants. */
function emptyBody(tr: Transform, dropped: readonly Range[]): void {
  const { from } = dropped[0] as Range
  const { to } = dropped.at(-1) as Range
  const paragraph = tr.doc.type.schema.node('paragraph')
  // The last of the document, so nothing after it moves.
  tr.step(new ReplaceStep(from, to, new Slice(Fragment.from(paragraph), 0, 0)))
}

function carryMarksToWords(tr: Transform, before: Block, block: Block): void {
  const first = tr.doc.nodeAt(before.from) ?? before.node
  const second = tr.doc.nodeAt(block.from) ?? block.node
  for (const name of ['inserted', 'removed'] as const) {
    const one = suggestionOn(first.marks, name)
    const other = suggestionOn(second.marks, name)
    if (other !== null && !isOfBreak(other) && !(one?.eq(other) ?? false)) markWords(tr, block, other)
    if (one !== null && !isOfBreak(one) && !(other?.eq(one) ?? false)) {
      markWords(tr, before, one)
      tr.setNodeMarkup(
        before.from,
        second.type,
        second.attrs,
        one.removeFromSet(tr.doc.nodeAt(before.from)?.marks ?? []),
      )
    }
  }
  makeFit(tr, tr.doc.nodeAt(before.from) ?? first, block)
}

function markWords(tr: Transform, { from }: Block, mark: Mark): void {
  const words = mark.type.create({ ...mark.attrs, what: 'words' })
  tr.doc.nodeAt(from)?.forEach((child, offset) => {
    const at = from + 1 + offset
    if (!child.marks.some((one) => one.type === mark.type)) tr.addMark(at, at + child.nodeSize, words)
  })
}

/** What a headline between paragraphs does not take (a line break, bold) is taken off before it becomes a part of one. */
function makeFit(tr: Transform, into: Node, { from }: Block): void {
  const block = tr.doc.nodeAt(from)
  block?.forEach((child, offset) => {
    const at = from + 1 + offset
    if (into.type.contentMatch.matchType(child.type) === null) {
      const space = tr.doc.type.schema.text(' ', into.type.allowedMarks(child.marks))
      tr.step(new ReplaceStep(at, at + child.nodeSize, new Slice(Fragment.from(space), 0, 0)))
    } else
      for (const mark of child.marks)
        if (!into.type.allowsMarkType(mark.type)) tr.removeMark(at, at + child.nodeSize, mark)
  })
}

function reform(tr: Transform, blocks: readonly Block[], start: number, decide: Decide): void {
  const mapping = tr.mapping.slice(start)
  for (const { node, from, isGone } of blocks) {
    if (isGone) continue
    for (const mark of node.marks) {
      if (mark.type.name !== 'reformatted' || decide(mark) === 'keep') continue
      const at = mapping.map(from, 1)
      const block = tr.doc.nodeAt(at)
      if (block === null || !mark.isInSet(block.marks)) continue
      const reformed = decide(mark) === 'accept' ? reformedBlock(block, mark) : null
      tr.removeNodeMark(at, mark)
      if (reformed === null) continue
      const after = reformed.mark(mark.removeFromSet(reformed.marks))
      const isWords = after.isTextblock && !after.content.eq(block.content)
      if (isWords || after.isLeaf)
        tr.step(new ReplaceStep(at, at + block.nodeSize, new Slice(Fragment.from(after), 0, 0)))
      else tr.setNodeMarkup(at, after.type, after.attrs, after.marks)
    }
  }
}
