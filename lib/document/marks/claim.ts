import type { MarkSpec } from 'prosemirror-model'
import { id } from '../attributes'

/**
 * Words that tell something of a claim: that it was made, denied, made again. `eventId` names what they tell; who said it and
 * which claim it is about stand in the database. Readers never get it.
 */
export const claim: MarkSpec = {
  inclusive: false,
  // The same words may tell of several claims.
  excludes: '',
  attrs: { eventId: { validate: id } },
  parseDOM: [
    {
      tag: 'span[data-claim]',
      getAttrs: (element) => ({ eventId: element.getAttribute('data-claim') }),
    },
  ],
  toDOM: (mark) => ['span', { 'data-claim': mark.attrs.eventId, class: 'claimed' }, 0],
}
