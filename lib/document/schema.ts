import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { annotation } from './marks/annotation'
import { bold } from './marks/bold'
import { claim } from './marks/claim'
import { comment } from './marks/comment'
import { italic } from './marks/italic'
import { link } from './marks/link'
import { quote } from './marks/quote'
import { inserted, reformatted, removed } from './marks/suggestion'
import { toDo } from './marks/to-do'
import { crosshead } from './nodes/crosshead'
import { divider } from './nodes/divider'
import { factBox } from './nodes/fact-box'
import { footnote } from './nodes/footnote'
import { headline } from './nodes/headline'
import { image } from './nodes/image'
import { keyPoint, keyPoints } from './nodes/key-points'
import { bulletedList, listItem, numberedList } from './nodes/lists'
import { newsletterSignUp } from './nodes/newsletter-sign-up'
import { paragraph } from './nodes/paragraph'
import { pullQuote } from './nodes/pull-quote'
import { question, questionAndAnswer, questionEntry } from './nodes/question-and-answer'
import { quotation } from './nodes/quotation'
import { readMore } from './nodes/read-more'
import { related } from './nodes/related'
import { socialPost } from './nodes/social-post'
import { standfirst } from './nodes/standfirst'
import { table, tableCell, tableHeader, tableRow } from './nodes/table'
import { timeline, timelineEntry } from './nodes/timeline'

/**
 * The nodes of an article's document. The order is part of the schema (the first block that fits is what an empty place
 * becomes), and the editor builds its own copy from these same objects.
 */
export const nodes = {
  // Marks on a block itself: it is suggested to be put in, taken out or changed.
  doc: { content: 'headline standfirst block+', marks: 'inserted removed reformatted' },
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
  keyPoints,
  keyPoint,
  factBox,
  timeline,
  timelineEntry,
  questionAndAnswer,
  questionEntry,
  question,
  table,
  tableRow,
  tableCell,
  tableHeader,
  text: { group: 'inline' },
  hardBreak: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
    leafText: () => '\n',
  },
  footnote,
} satisfies Record<string, NodeSpec>

/** The marks, outermost first. The first six are the newsroom's alone: lib/document/for-readers.ts takes them off. */
export const marks = {
  comment,
  claim,
  inserted,
  removed,
  reformatted,
  toDo,
  link,
  quote,
  annotation,
  bold,
  italic,
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The one schema: the server checks with it, the outputs print from it, the editor is built from the same specs. */
export const schema = new Schema<NodeName, MarkName>({ nodes, marks })
