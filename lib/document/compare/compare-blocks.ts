import { Mark, type Node } from 'prosemirror-model'
import { type Alignment, align } from './align'
import { compareWords } from './compare-words'
import { fieldChanges } from './field-changes'
import { markNotes } from './mark-notes'
import { blockName } from './names'
import { profileOf } from './profile'
import type { HeadlineOf, Row } from './rows'
import { inlineOf } from './tokens'

/** Compares two lists of blocks, and what is inside of those that are the same one. */
export function compareBlocks(before: readonly Node[], after: readonly Node[], headlineOf: HeadlineOf): Row[] {
  const alignment = align(before.map(profileOf), after.map(profileOf))
  const goneTo = new Map(alignment.moved.map((pair) => [pair.before, pair.after]))
  const cameFrom = new Map(alignment.moved.map((pair) => [pair.after, pair.before]))
  const rows: Row[] = []
  let at = { before: 0, after: 0 }
  for (const pair of [...alignment.inPlace, { before: before.length, after: after.length }]) {
    for (let index = at.before; index < pair.before; index += 1) {
      const node = before[index] as Node
      const to = goneTo.get(index)
      rows.push(to === undefined ? removedRow(node) : leftRow(node, isDown(alignment, to, index)))
    }
    for (let index = at.after; index < pair.after; index += 1) {
      const from = cameFrom.get(index)
      const node = after[index] as Node
      rows.push(
        from === undefined
          ? addedRow(node, headlineOf)
          : movedRow(before[from] as Node, node, isDown(alignment, index, from), headlineOf),
      )
    }
    if (pair.before < before.length)
      rows.push(comparePair(before[pair.before] as Node, after[pair.after] as Node, headlineOf))
    at = { before: pair.before + 1, after: pair.after + 1 }
  }
  return rows
}

/** Did a moved block go down? It did unless what follows it now stood before it. */
function isDown({ inPlace }: Alignment, after: number, before: number): boolean {
  const next = inPlace.find((pair) => pair.after > after)
  return next === undefined || next.before > before
}

/** Compares two versions of one block. */
export function comparePair(before: Node, after: Node, headlineOf: HeadlineOf): Row {
  if (before.eq(after)) return row('same', before, after)
  const { notes, fields } = fieldChanges(before, after, headlineOf)
  const result = row('changed', before, after, { notes: [...kindNotes(before, after), ...notes], fields })
  if (before.isTextblock && after.isTextblock) return withWords(result, before, after, headlineOf)
  if (before.isAtom && after.isAtom) return result
  // The cells of a row keep their columns.
  if (after.type.name === 'tableRow' && before.childCount === after.childCount)
    return { ...result, rows: after.children.map((cell, index) => comparePair(before.child(index), cell, headlineOf)) }
  return { ...result, rows: compareBlocks(insidesOf(before), insidesOf(after), headlineOf) }
}

/** A paragraph that became a quotation is what stands inside of the quotation. */
function insidesOf(node: Node): readonly Node[] {
  return node.isTextblock || node.isAtom ? [node] : node.children
}

function withWords(result: Row, before: Node, after: Node, headlineOf: HeadlineOf): Row {
  const [was, is] = [inlineOf(before), inlineOf(after)]
  const { pieces, same } = compareWords(was, is)
  return { ...result, words: pieces, notes: [...result.notes, ...markNotes(was, is, same, headlineOf)] }
}

/** What became of the block itself: another kind of block, or a suggestion about it. */
function kindNotes(before: Node, after: Node): string[] {
  const name = blockName(after.type.name)
  const notes: string[] = []
  if (before.type !== after.type) notes.push(`${name} made of a ${blockName(before.type.name).toLowerCase()}.`)
  if (!Mark.sameSet(before.marks, after.marks)) {
    const suggested = after.marks.some((mark) => !mark.isInSet(before.marks))
    notes.push(suggested ? `${name}: a change of the whole block is suggested.` : `${name}: suggestion settled.`)
  }
  return notes
}

function movedRow(before: Node, after: Node, isDown: boolean, headlineOf: HeadlineOf): Row {
  const inside = comparePair(before, after, headlineOf)
  const note = `${blockName(after.type.name)} moved ${isDown ? 'down' : 'up'}.`
  return { ...inside, change: 'moved', notes: [note, ...inside.notes] }
}

function leftRow(node: Node, isDown: boolean): Row {
  return row('left', node, null, {
    notes: [`${blockName(node.type.name)} stood here and moved ${isDown ? 'down' : 'up'}.`],
  })
}

function addedRow(node: Node, headlineOf: HeadlineOf): Row {
  return row('added', null, node, { notes: isPlain(node) ? [] : [`${named(node, headlineOf)} added.`] })
}

function removedRow(node: Node): Row {
  return row('removed', node, null, { notes: isPlain(node) ? [] : [`${blockName(node.type.name)} removed.`] })
}

/** What is only words needs no sentence about it. */
function isPlain(node: Node): boolean {
  return ['paragraph', 'listItem'].includes(node.type.name)
}

function named(node: Node, headlineOf: HeadlineOf): string {
  const headline = node.type.name === 'readMore' && node.attrs.articleId ? headlineOf(node.attrs.articleId) : undefined
  return headline === undefined ? blockName(node.type.name) : `${blockName(node.type.name)} ‘${headline}’`
}

function row(change: Row['change'], before: Node | null, after: Node | null, more: Partial<Row> = {}): Row {
  return { change, before, after, notes: [], fields: [], words: null, rows: null, ...more }
}
