import type { Node } from 'prosemirror-model'
import { placedText } from './placed-text'

/** Something that is left to do in a document. Positions are those of the document. */
export type ToDo = {
  /** `tk`: the letters TK, "to come"; `to-do`: words that somebody marked. */
  kind: 'tk' | 'to-do'
  from: number
  to: number
  /** The words themselves; of a TK in a caption or another line around a block, that line. */
  words: string
  /** What somebody said is to be done; empty for a TK. */
  note: string
}

/** The lines around a block in which somebody may have left a TK. */
const LINES = ['caption', 'credit', 'alt', 'speaker', 'author'] as const

const TK = /(?<![\p{L}\p{N}_])(?:TK)+(?![\p{L}\p{N}_])/gu

/** Where TK stands as a word of its own in capitals, doubled or not. */
export function tkRanges(text: string): { from: number; to: number }[] {
  return [...text.matchAll(TK)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
}

/** Everything that is left to do, in the order of the document. A to-do mark over several pieces of text is one. */
export function findToDos(document: Node): ToDo[] {
  const found: ToDo[] = []
  document.descendants((node, position) => {
    for (const name of LINES) {
      const line: unknown = node.attrs[name]
      if (typeof line !== 'string') continue
      for (const _ of tkRanges(line)) {
        found.push({ kind: 'tk', from: position, to: position + node.nodeSize, words: line, note: '' })
      }
    }
    if (!node.isTextblock) return true
    for (const toDo of toDosIn(node))
      found.push({ ...toDo, from: toDo.from + position + 1, to: toDo.to + position + 1 })
    return false
  })
  return found
}

/** What was found in a paragraph: of a long article one or two have changed since it was last looked for. */
const known = new WeakMap<Node, readonly ToDo[]>()

/** Positions are those in the paragraph. */
function toDosIn(textblock: Node): readonly ToDo[] {
  const found = known.get(textblock) ?? readToDos(textblock)
  known.set(textblock, found)
  return found
}

function readToDos(textblock: Node): ToDo[] {
  const text = placedText(textblock)
  const found: ToDo[] = tkRanges(text).map(({ from, to }) => ({
    kind: 'tk',
    from,
    to,
    words: text.slice(from, to),
    note: '',
  }))
  let last: ToDo | undefined
  textblock.forEach((node, from) => {
    const mark = node.marks.find(({ type }) => type.name === 'toDo')
    if (mark === undefined) return
    const words = node.text ?? ' '
    if (last !== undefined && last.to === from && last.note === mark.attrs.note) {
      last.to += node.nodeSize
      last.words += words
    } else {
      last = { kind: 'to-do', from, to: from + node.nodeSize, words, note: mark.attrs.note }
      found.push(last)
    }
  })
  return found.sort((a, b) => a.from - b.from)
}
