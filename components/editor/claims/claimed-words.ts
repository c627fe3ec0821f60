import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { quotedRange } from '../extensions/quotes'

export type Range = { from: number; to: number }

/** Where the words of each event stand, from their first to their last letter, in the order of the document. */
export function placesOfEvents(doc: Node): Map<string, Range> {
  const places = new Map<string, Range>()
  doc.descendants((node, position) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'claim') continue
      const place = places.get(attrs.eventId)
      if (place === undefined) places.set(attrs.eventId, { from: position, to: position + node.nodeSize })
      else place.to = position + node.nodeSize
    }
  })
  return places
}

/** The events that the words at the cursor tell, the innermost first. */
export function eventsAt({ selection }: EditorState): string[] {
  const { $from } = selection
  if (!$from.parent.inlineContent) return []
  const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? []), ...($from.nodeBefore?.marks ?? [])]
  const ids = marks.filter(({ type }) => type.name === 'claim').map(({ attrs }) => attrs.eventId as string)
  return [...new Set(ids)].reverse()
}

/** The words that would be marked: the selected ones without space around them, or what stands between quotation marks. */
export function wordsToMark(state: EditorState): Range | null {
  const range = quotedRange(state)
  if (range === null) return null
  const text = state.doc.textBetween(range.from, range.to, ' ', ' ')
  const from = range.from + text.length - text.trimStart().length
  const to = range.to - (text.length - text.trimEnd().length)
  return from < to ? { from, to } : null
}

/** Puts the mark of an event on words. It is nobody's typing: undo passes over it. Null where the words are gone. */
export function withEvent(state: EditorState, { from, to }: Range, eventId: string): Transaction | null {
  const tr = state.tr.addMark(from, to, state.schema.mark('claim', { eventId }))
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}

/** Takes the mark of an event off all words that carry it; null where none does. */
export function withoutEvent(state: EditorState, eventId: string): Transaction | null {
  const tr = state.tr.removeMark(0, state.doc.content.size, state.schema.mark('claim', { eventId }))
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null
}
