import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Document } from './document'
import { authorOf, formatOf, isOfBreak, isSuggestion, reformedBlock } from './suggesting/pieces'
import { resolve } from './suggesting/resolve'

/** What somebody suggests: all pieces with one id together, in the order of the text. */
export type Suggestion = {
  id: string
  personId: string
  /** When it was made: ISO 8601, UTC. */
  at: string
  kind: 'insert' | 'remove' | 'replace' | 'format' | 'block' | 'move'
  /** The words that would go, and those that would come; blocks without words are named. */
  before: string
  after: string
  /** What would become of the words or the block, for `format` and `block`: "bold", "no link", "caption". */
  changes: readonly string[]
  /** From where the first piece begins to where the last ends. */
  from: number
  to: number
}

/** A piece of a suggestion inside of one top-level block; positions count from the start of the block. */
type Piece = { mark: Mark; from: number; to: number; words: string; block: Node | null; changes: readonly string[] }

/** Blocks are never changed, only replaced: what was found in one is found in it again. */
const known = new WeakMap<Node, readonly Piece[]>()

/** Every open suggestion, in the order of the text. Only blocks that it has not seen yet are looked at. */
export function listSuggestions(document: Document): Suggestion[] {
  const byId = new Map<string, { pieces: Piece[]; from: number; to: number }>()
  document.forEach((block, start) => {
    for (const piece of piecesIn(block)) {
      const { suggestionId } = authorOf(piece.mark)
      const found = byId.get(suggestionId)
      const to = start + piece.to
      if (found === undefined) byId.set(suggestionId, { pieces: [piece], from: start + piece.from, to })
      else {
        found.pieces.push(piece)
        found.to = Math.max(found.to, to)
      }
    }
  })
  return [...byId].map(([id, { pieces, from, to }]) => {
    const { personId, at } = authorOf((pieces[0] as Piece).mark)
    return { id, personId, at, from, to, ...described(pieces) }
  })
}

/** Puts what is suggested into the text. @returns the transform, for chaining */
export function acceptSuggestions<Tr extends Transform>(tr: Tr, ids: ReadonlySet<string>): Tr {
  resolve(tr, (mark) => (ids.has(mark.attrs.suggestionId) ? 'accept' : 'keep'))
  return tr
}

/** Takes suggestions out again and leaves the text as it was. @returns the transform, for chaining */
export function rejectSuggestions<Tr extends Transform>(tr: Tr, ids: ReadonlySet<string>): Tr {
  resolve(tr, (mark) => (ids.has(mark.attrs.suggestionId) ? 'reject' : 'keep'))
  return tr
}

/** The document with every suggestion rejected; comments and to-do marks stay. */
export function withoutSuggestions(document: Document): Document {
  const transform = new Transform(document)
  resolve(transform, () => 'reject')
  return transform.doc
}

function piecesIn(block: Node): readonly Piece[] {
  const seen = known.get(block)
  if (seen !== undefined) return seen
  const pieces: Piece[] = []
  for (const mark of block.marks.filter(isSuggestion)) {
    const isWhole = !isOfBreak(mark)
    pieces.push({
      mark,
      from: 0,
      to: isWhole ? block.nodeSize : 1,
      words: isWhole ? wordsOf(block) : '¶',
      block: isWhole ? block : null,
      changes: mark.type.name === 'reformatted' ? blockChanges(block, mark) : [],
    })
  }
  block.descendants((node, position) => {
    if (!node.isInline) return true
    for (const mark of node.marks.filter(isSuggestion)) addWords(pieces, mark, node, 1 + position)
    return true
  })
  known.set(block, pieces)
  return pieces
}

/** Words under one mark that are cut in pieces by other marks are one piece. */
function addWords(pieces: Piece[], mark: Mark, node: Node, from: number): void {
  const words = node.text ?? (node.textContent || ' ')
  const last = pieces.findLast((piece) => piece.mark.eq(mark))
  if (last?.to === from && last.block === null) {
    last.words += words
    last.to += node.nodeSize
    return
  }
  pieces.push({ mark, from, to: from + node.nodeSize, words, block: null, changes: wordChanges(mark) })
}

function described(pieces: readonly Piece[]): Pick<Suggestion, 'kind' | 'before' | 'after' | 'changes'> {
  const inserted = pieces.filter(({ mark }) => mark.type.name === 'inserted')
  const removed = pieces.filter(({ mark }) => mark.type.name === 'removed')
  const formatted = pieces.filter(({ mark }) => mark.type.name === 'reformatted')
  const changes = [...new Set(formatted.flatMap(({ changes }) => changes))]
  const before = joined(removed)
  const after = joined(inserted)
  if (inserted.length + removed.length === 0)
    return {
      kind: formatted.some(({ block }) => block) ? 'block' : 'format',
      before: joined(formatted),
      after: '',
      changes,
    }
  return { kind: kindOf(inserted, removed), before, after, changes }
}

function kindOf(inserted: readonly Piece[], removed: readonly Piece[]): Suggestion['kind'] {
  const blocks = (pieces: readonly Piece[]) => pieces.flatMap(({ block }) => (block === null ? [] : [likeness(block)]))
  const come = blocks(inserted)
  const go = blocks(removed)
  if (come.length > 0 && come.length === go.length && come.toSorted().join() === go.toSorted().join()) return 'move'
  if (come.length + go.length > 0) return 'block'
  if (inserted.length === 0) return 'remove'
  return removed.length === 0 ? 'insert' : 'replace'
}

/** What a block shares with a copy of it that was moved elsewhere. */
function likeness(block: Node): string {
  return JSON.stringify([block.type.name, block.attrs, block.textContent])
}

function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ words }) => words)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(block: Node): string {
  const words = block.textBetween(0, block.content.size, ' ', ' ').trim()
  return words === '' ? nameOf(block.type.name) : words
}

/** "readMore" as a person says it: "read more". */
function nameOf(type: string): string {
  return type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function wordChanges(mark: Mark): readonly string[] {
  if (mark.type.name !== 'reformatted') return []
  const format = formatOf(mark)
  if (format === null) return []
  const { name } = format.mark.type
  if (format.does === 'remove') return [`no ${name}`]
  return [name === 'link' && format.mark.attrs.href !== null ? `link to ${format.mark.attrs.href}` : name]
}

function blockChanges(block: Node, mark: Mark): readonly string[] {
  const reformed = reformedBlock(block, mark)
  if (reformed === null) return []
  if (reformed.type !== block.type) return [nameOf(reformed.type.name)]
  return Object.entries(reformed.attrs)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(block.attrs[name]))
    .map(([name, value]) => (typeof value === 'string' ? `${nameOf(name)}: ${value || 'none'}` : nameOf(name)))
}
