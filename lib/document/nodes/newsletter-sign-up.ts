import type { NodeSpec } from 'prosemirror-model'
import { idOrNull, line } from '../attributes'

/** A form inside the text that signs a reader up for one newsletter. `pitch` is the sentence above the field. */
export const newsletterSignUp: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: {
    newsletterId: { default: null, validate: idOrNull },
    pitch: { default: '', validate: line(300) },
  },
  parseDOM: [
    {
      tag: 'aside[data-node=newsletterSignUp]',
      getAttrs: (element) => ({
        newsletterId: element.getAttribute('data-newsletter-id') || null,
        pitch: element.getAttribute('data-pitch') ?? '',
      }),
    },
  ],
  toDOM: (node) => [
    'aside',
    {
      'data-node': 'newsletterSignUp',
      'data-newsletter-id': node.attrs.newsletterId ?? '',
      'data-pitch': node.attrs.pitch,
    },
  ],
}
