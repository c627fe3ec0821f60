import type { Attrs, MarkSpec } from 'prosemirror-model'
import { id, instant, json, oneOf } from '../attributes'

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
  attrs: { ...whose, what: { default: 'words', validate: oneOf('words', 'block', 'break') } },
  toDOM: (mark) => ['ins', domAttributes(mark.attrs), 0],
}

/**
 * Somebody suggests to take this out: words, a whole block, or the break before a block.
 * Accepted, it goes; until then it is as public as the words around it.
 */
export const removed: MarkSpec = {
  inclusive: false,
  attrs: { ...whose, what: { default: 'words', validate: oneOf('words', 'block', 'break') } },
  toDOM: (mark) => ['del', domAttributes(mark.attrs), 0],
}

/**
 * Somebody suggests to mark these words otherwise, or to make another block of this one. `change` is
 * `{ add: mark JSON }`, `{ remove: mark JSON }` or `{ block: { type, attrs } }`.
 */
export const reformatted: MarkSpec = {
  inclusive: false,
  excludes: '',
  attrs: { ...whose, change: { validate: json(4000) } },
  toDOM: (mark) => ['span', { ...domAttributes(mark.attrs), class: 'reformatted' }, 0],
}

function domAttributes(attrs: Attrs): Record<string, string> {
  return { 'data-suggestion': attrs.suggestionId, 'data-person': attrs.personId, 'data-what': attrs.what ?? 'format' }
}
