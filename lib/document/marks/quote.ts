import type { MarkSpec } from 'prosemirror-model'
import { dayOrEmpty, line, oneOf } from '../attributes'
import { attributionOf, FORMS, ORIGINS, UNSAID } from '../attribution'

/**
 * Somebody's words inside prose, quoted or paraphrased: who says so, where we have it from, and the day. Readers see the prose; the
 * newsroom sees the rest.
 */
export const quote: MarkSpec = {
  inclusive: false,
  attrs: {
    speaker: { default: '', validate: line(200) },
    origin: { default: UNSAID.origin, validate: oneOf('', ...ORIGINS) },
    saidOn: { default: UNSAID.saidOn, validate: dayOrEmpty },
    form: { default: UNSAID.form, validate: oneOf(...FORMS) },
  },
  parseDOM: [
    {
      tag: 'q[data-speaker]',
      getAttrs: ({ dataset }) => ({ ...attributionOf(dataset), speaker: dataset.speaker ?? '' }),
    },
  ],
  toDOM: ({ attrs }) => [
    'q',
    {
      'data-speaker': attrs.speaker,
      'data-origin': attrs.origin || null,
      'data-said-on': attrs.saidOn || null,
      'data-form': attrs.form === 'direct' ? null : attrs.form,
    },
    0,
  ],
}
