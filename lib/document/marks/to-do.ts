import type { MarkSpec } from 'prosemirror-model'
import { line } from '../attributes'

/** Words that somebody still has to do something about. Counted on the checklist; readers get the words without it. */
export const toDo: MarkSpec = {
  inclusive: false,
  attrs: { note: { default: '', validate: line(200) } },
  parseDOM: [{ tag: 'mark[data-to-do]', getAttrs: (element) => ({ note: element.getAttribute('data-to-do') ?? '' }) }],
  toDOM: (mark) => ['mark', { 'data-to-do': mark.attrs.note, class: 'to-do' }, 0],
}
