import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Document } from './document'

/**
 * The one step that makes one document of another by replacing the smallest stretch in which they differ: whoever writes
 * outside of it is not disturbed. Null where they are the same.
 */
export function smallestChange(before: Document, after: Document): Step | null {
  const start = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (start === null || ends === null) return null
  // A letter that stands twice in a row may be counted from both sides.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const range = wholeWords(before, after, { start, a: ends.a + overlap, b: ends.b + overlap })
  const step = new ReplaceStep(range.start, range.a, after.slice(range.start, range.b))
  return makes(step, before, after) ? step : new ReplaceStep(0, before.content.size, new Slice(after.content, 0, 0))
}

type Range = { start: number; a: number; b: number }

/**
 * No word is put together from halves, and no character: an emoji is two halves, and PostgreSQL takes no single one. What
 * stands outside of the range is the same in both documents, so both are looked at in one.
 */
function wholeWords(before: Document, after: Document, { start, a, b }: Range): Range {
  let from = start
  while (isInWord(characterAt(before, from - 1)) && isInWord(characterAt(before, from) + characterAt(after, from)))
    from -= 1
  let more = 0
  while (
    isInWord(characterAt(before, a + more)) &&
    isInWord(characterAt(before, a + more - 1) + characterAt(after, b + more - 1))
  )
    more += 1
  return { start: from, a: a + more, b: b + more }
}

/** The character of text that stands at a position, or nothing where none does. */
function characterAt(document: Node, position: number): string {
  if (position < 0 || position >= document.content.size) return ''
  const { parentOffset, parent } = document.resolve(position)
  return parent.isTextblock
    ? parent.textBetween(parentOffset, Math.min(parent.content.size, parentOffset + 1), '', ' ')
    : ''
}

function isInWord(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text) || /[\uD800-\uDFFF]/.test(text)
}

function makes(step: Step, before: Document, after: Document): boolean {
  try {
    const { doc } = step.apply(before)
    doc?.check()
    return doc?.eq(after) ?? false
  } catch {
    return false
  }
}
