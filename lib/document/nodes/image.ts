import type { NodeSpec } from 'prosemirror-model'
import { idOrNull, line, yesOrNo } from '../attributes'

/** A picture from the newsroom's own shelf. `isDecorative` says that it needs no alternative text. */
export const image: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: {
    mediaId: { default: null, validate: idOrNull },
    alt: { default: '', validate: line(1000) },
    isDecorative: { default: false, validate: yesOrNo },
    caption: { default: '', validate: line(1000) },
    credit: { default: '', validate: line(200) },
  },
  parseDOM: [
    {
      tag: 'figure[data-node=image]',
      getAttrs: (element) => ({
        mediaId: element.getAttribute('data-media-id') || null,
        alt: element.getAttribute('data-alt') ?? '',
        isDecorative: element.getAttribute('data-decorative') === 'true',
        caption: element.getAttribute('data-caption') ?? '',
        credit: element.getAttribute('data-credit') ?? '',
      }),
    },
  ],
  toDOM: (node) => [
    'figure',
    {
      'data-node': 'image',
      'data-media-id': node.attrs.mediaId ?? '',
      'data-alt': node.attrs.alt,
      'data-decorative': String(node.attrs.isDecorative),
      'data-caption': node.attrs.caption,
      'data-credit': node.attrs.credit,
    },
  ],
}
