import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform'
import { MOST_QUOTED } from '@/lib/comments/limits'

export type Range = { from: number; to: number }

/**
 * The words that a new comment would be about: the selected ones without the space around them or, where nothing is selected,
 * the word at the cursor. Null where there are none that may carry a comment.
 */
export function wordsToComment(state: EditorState): Range | null {
  const { selection } = state
  const range = selection.empty ? wordAt(state) : { from: selection.from, to: selection.to }
  if (range === null) return null
  const { first, last } = endsOfWords(state.doc, range)
  return first === null || last === null ? null : { from: first, to: last }
}

function wordAt({ selection, doc }: EditorState): Range | null {
  const { $from } = selection
  if (!$from.parent.isTextblock) return null
  const text = $from.parent.textBetween(0, $from.parent.content.size, ' ', ' ')
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice($from.parentOffset))?.[0].length ?? 0
  if (before + after === 0) return null
  const from = doc.resolve($from.pos - before).pos
  return { from, to: from + before + after }
}

/** Where the first and the last character that is no space stand, among those that may carry a comment. */
function endsOfWords(doc: Node, { from, to }: Range): { first: number | null; last: number | null } {
  let first: number | null = null
  let last: number | null = null
  const { comment } = doc.type.schema.marks
  doc.nodesBetween(from, to, (node, position, parent) => {
    if (!node.isText || comment === undefined || !parent?.type.allowsMarkType(comment)) return
    const start = Math.max(from, position)
    const text = (node.text ?? '').slice(start - position, to - position)
    if (text.trim() === '') return
    first ??= start + text.length - text.trimStart().length
    last = start + text.trimEnd().length
  })
  return { first, last }
}

/** The words of a range on one line, as a conversation keeps them. */
export function quoteOf(doc: Node, { from, to }: Range): string {
  const words = doc.textBetween(from, to, ' ', ' ').replace(/\s+/gu, ' ').trim()
  return words.length <= MOST_QUOTED ? words : `${words.slice(0, MOST_QUOTED - 1)}…`
}

/**
 * Puts the mark of a conversation on words. It is nobody's typing: undo passes over it.
 * Null where the words are gone.
 */
export function withThread(state: EditorState, { from, to }: Range, threadId: string): Transaction | null {
  const tr = state.tr.addMark(from, to, state.schema.mark('comment', { threadId }))
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}

/** Does a change touch nothing but comments? It changes no word, so readers have no reason to get a new edition. */
export function onlyComments({ steps }: Transaction): boolean {
  return steps.every(
    (step) => (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && step.mark.type.name === 'comment',
  )
}

/** The conversations about the words at the cursor; for a selection, those at its beginning. The innermost comes first. */
export function threadsAt({ selection }: EditorState): string[] {
  const { $from } = selection
  if (!$from.parent.inlineContent) return []
  const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? []), ...($from.nodeBefore?.marks ?? [])]
  const ids = marks.filter(({ type }) => type.name === 'comment').map(({ attrs }) => attrs.threadId as string)
  return [...new Set(ids)].reverse()
}

/** Where the words of each conversation begin, in the order of the document. */
export function placesOfThreads(doc: Node): Map<string, number> {
  const places = new Map<string, number>()
  doc.descendants((node, position) => {
    for (const { type, attrs } of node.marks) {
      if (type.name === 'comment' && !places.has(attrs.threadId)) places.set(attrs.threadId, position)
    }
  })
  return places
}

/** Where words stand that were noted down earlier: at their old place, or at the only other one. */
export function findWords(doc: Node, quote: string, at: Range): Range | null {
  const isThere = at.from < at.to && at.to <= doc.content.size && quoteOf(doc, at) === quote
  if (isThere) return at
  const found: Range[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, ' ', ' ')
    for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1))
      found.push({ from: position + 1 + index, to: position + 1 + index + quote.length })
    return false
  })
  return found.length === 1 ? (found[0] ?? null) : null
}
