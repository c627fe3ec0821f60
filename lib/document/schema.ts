import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { bold } from './marks/bold'
import { italic } from './marks/italic'
import { link } from './marks/link'
import { quote } from './marks/quote'
import { crosshead } from './nodes/crosshead'
import { divider } from './nodes/divider'
import { headline } from './nodes/headline'
import { image } from './nodes/image'
import { bulletedList, listItem, numberedList } from './nodes/lists'
import { newsletterSignUp } from './nodes/newsletter-sign-up'
import { paragraph } from './nodes/paragraph'
import { pullQuote } from './nodes/pull-quote'
import { quotation } from './nodes/quotation'
import { readMore } from './nodes/read-more'
import { related } from './nodes/related'
import { socialPost } from './nodes/social-post'
import { standfirst } from './nodes/standfirst'

/**
 * The nodes of an article's document. The order is part of the schema (the first block that fits is what an empty place
 * becomes), and the editor builds its own copy from these same objects.
 */
export const nodes = {
  doc: { content: 'headline standfirst block+' },
  headline,
  standfirst,
  paragraph,
  crosshead,
  bulletedList,
  numberedList,
  listItem,
  quotation,
  pullQuote,
  image,
  divider,
  readMore,
  related,
  newsletterSignUp,
  socialPost,
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
    leafText: () => '\n',
  },
} satisfies Record<string, NodeSpec>

/** The marks, outermost first. */
export const marks = { link, quote, bold, italic } satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The one schema: the server checks with it, the outputs print from it, the editor is built from the same specs. */
export const schema = new Schema<NodeName, MarkName>({ nodes, marks })
