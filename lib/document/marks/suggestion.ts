import type { Attrs, MarkSpec } from 'prosemirror-model'
import { id, instant, json, oneOf } from '../attributes'

// `spanning: false` on each: two blocks beside each other stay two elements, as others count them.

/** Whose suggestion it is. Pieces with one `suggestionId` are accepted or rejected together: the two ends of a move, say. */
const whose = {
  suggestionId: { validate: id },
  personId: { validate: id },
  /** When it was made: ISO 8601, UTC. */
  at: { validate: instant },
}

/**
 * Somebody suggests to put this in: words, a whole block, or the break before a block.
 * Rejected, it goes; readers never see it.
 */
export const inserted: MarkSpec = {
  inclusive: false,
  spanning: false,
  attrs: { ...whose, what: { default: 'words', validate: oneOf('words', 'block', 'break') } },
  toDOM: (mark) => ['ins', domAttributes(mark.attrs), 0],
}

/**
 * Somebody suggests to take this out: words, a whole block, or the break before a block.
 * Accepted, it goes; until then it is as public as the words around it.
 */
export const removed: MarkSpec = {
  inclusive: false,
  spanning: false,
  attrs: { ...whose, what: { default: 'words', validate: oneOf('words', 'block', 'break') } },
  toDOM: (mark) => ['del', domAttributes(mark.attrs), 0],
}

/**
 * Somebody suggests to mark these words otherwise, or to make another block of this one. `change` is
 * `{ add: mark JSON }`, `{ remove: mark JSON }` or `{ block: { type, attrs } }`.
 */
export const reformatted: MarkSpec = {
  inclusive: false,
  spanning: false,
  excludes: '',
  attrs: { ...whose, change: { validate: json(4000) } },
  toDOM: (mark) => [
    'span',
    { ...domAttributes(mark.attrs), 'data-change': nameOf(mark.attrs.change), class: 'reformatted' },
    0,
  ],
}

function domAttributes(attrs: Attrs): Record<string, string> {
  return { 'data-suggestion': attrs.suggestionId, 'data-person': attrs.personId, 'data-what': attrs.what ?? 'format' }
}

/** What a change would do, in a word or two: "bold", "no link", "crosshead". */
function nameOf({ add, remove, block }: Partial<Record<'add' | 'remove' | 'block', { type?: unknown }>>): string {
  if (typeof add?.type === 'string') return add.type
  if (typeof remove?.type === 'string') return `no ${remove.type}`
  return typeof block?.type === 'string'
    ? block.type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : 'change'
}
