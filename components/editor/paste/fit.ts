import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { seenText } from './runs'

/** Suggestions are about the place where they were made. */
const BOUND_TO_THEIR_PLACE = new Set(['inserted', 'removed', 'reformatted'])

/** A pasted slice as the document may hold it: without others' suggestions and without characters that nobody sees. */
export function fitSlice(slice: Slice, schema: Schema): Slice {
  return new Slice(fitFragment(slice.content, schema), slice.openStart, slice.openEnd)
}

/** For a place that takes words and no line breaks: what opens into it has spaces instead. */
export function withoutBreaks(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice
  const isOpen = (index: number) =>
    content.child(index).isInline || (index === 0 && openStart > 0) || (index === content.childCount - 1 && openEnd > 0)
  const fitted = content.content.map((node, index) => (isOpen(index) ? spacesForBreaks(node) : node))
  return new Slice(Fragment.fromArray(fitted), openStart, openEnd)
}

/** What says something of words, whatever line they stand in: conversations and claims. */
const STAYS_IN_A_LINE = new Set(['comment', 'claim'])

/** The words of a slice that is one line of text, without what they are marked with but what is said of them; else null. */
export function plainLine(slice: Slice): Slice | null {
  let { content } = slice
  while (content.childCount === 1 && content.firstChild?.isBlock) content = content.firstChild.content
  if (content.size === 0 || content.firstChild?.isInline !== true) return null
  return new Slice(plainWords(content), 0, 0)
}

/** Inline content as words alone, in one line. */
export function plainWords(content: Fragment): Fragment {
  const words: Node[] = []
  content.forEach((node) => {
    const text = (node.isText ? (node.text ?? '') : ' ').replace(/\s+/g, ' ')
    const marks = node.marks.filter(({ type }) => STAYS_IN_A_LINE.has(type.name))
    if (node.isText || node.type.name === 'hardBreak') words.push(node.type.schema.text(text, marks))
  })
  return Fragment.fromArray(words)
}

function fitFragment(fragment: Fragment, schema: Schema): Fragment {
  const fitted: Node[] = []
  fragment.forEach((node) => {
    const marks = node.marks.filter((mark) => !BOUND_TO_THEIR_PLACE.has(mark.type.name))
    if (node.isText) {
      const text = seenText(node.text ?? '')
      if (text !== '') fitted.push(schema.text(text, marks))
    } else fitted.push(node.copy(fitFragment(node.content, schema)).mark(marks))
  })
  return Fragment.fromArray(fitted)
}

function spacesForBreaks(node: Node): Node {
  if (node.type.name === 'hardBreak') return node.type.schema.text(' ', node.marks)
  return node.isLeaf ? node : node.copy(Fragment.fromArray(node.content.content.map(spacesForBreaks)))
}
