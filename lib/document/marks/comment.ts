import type { MarkSpec } from 'prosemirror-model'
import { id } from '../attributes'

/** Words that a conversation is about. `threadId` names it; what was said stands in the database. Readers never get it. */
export const comment: MarkSpec = {
  inclusive: false,
  // Several conversations may be about the same words.
  excludes: '',
  attrs: { threadId: { validate: id } },
  parseDOM: [
    {
      tag: 'span[data-thread]',
      getAttrs: (element) => ({ threadId: element.getAttribute('data-thread') }),
    },
  ],
  toDOM: (mark) => ['span', { 'data-thread': mark.attrs.threadId, class: 'commented' }, 0],
}
