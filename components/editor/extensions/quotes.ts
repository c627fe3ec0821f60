import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** Everybody who speaks in a document, in order of appearance, each once. */
export function speakersIn(document: Node): string[] {
  const speakers = new Set<string>()
  document.descendants((node) => {
    const own = node.attrs.speaker
    if (typeof own === 'string' && own.trim() !== '') speakers.add(own.trim())
    for (const mark of node.marks) {
      if (mark.type.name === 'quote' && mark.attrs.speaker.trim() !== '') speakers.add(mark.attrs.speaker.trim())
    }
  })
  return [...speakers]
}

const PAIRS = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
] as const

/**
 * The words that a quote mark would go on: the selected ones, or without a selection what stands between the quotation
 * marks around the cursor (with them). Null when there are none.
 */
export function quotedRange(state: EditorState): { from: number; to: number } | null {
  const { $from, $to, from, to, empty } = state.selection
  if (!empty) return $from.parent.isTextblock && $to.parent.isTextblock ? { from, to } : null
  if (!$from.parent.isTextblock) return null
  const text = $from.parent.textBetween(0, $from.parent.content.size, ' ', ' ')
  const at = $from.parentOffset
  for (const [open, close] of PAIRS) {
    const start = open === close ? startOfStraight(text, at, open) : text.lastIndexOf(open, at)
    const end = start === -1 ? -1 : text.indexOf(close, Math.max(at - 1, start + 1))
    const isAround = start !== -1 && end !== -1 && !text.slice(start + 1, Math.max(at - 1, start + 1)).includes(close)
    if (isAround) return { from: $from.start() + start, to: $from.start() + end + 1 }
  }
  return null
}

/** A straight quotation mark opens when an odd number of them stands before the cursor. */
function startOfStraight(text: string, at: number, sign: string): number {
  const before = text.slice(0, at)
  const count = before.split(sign).length - 1
  return count % 2 === 1 ? before.lastIndexOf(sign) : -1
}
