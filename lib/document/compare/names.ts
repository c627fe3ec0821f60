import type { NodeName } from '../schema'

/** What the newsroom calls a block when it tells what happened to it. */
const BLOCK_NAMES: Record<NodeName, string> = {
  doc: 'Article',
  headline: 'Headline',
  standfirst: 'Standfirst',
  paragraph: 'Paragraph',
  crosshead: 'Crosshead',
  bulletedList: 'Bulleted list',
  numberedList: 'Numbered list',
  listItem: 'List entry',
  quotation: 'Quotation',
  pullQuote: 'Pull quote',
  image: 'Picture',
  divider: 'Divider',
  readMore: 'READ MORE card',
  related: 'List of related articles',
  newsletterSignUp: 'Newsletter sign-up',
  socialPost: 'Social post',
  keyPoints: 'Key points',
  keyPoint: 'Key point',
  factBox: 'Fact box',
  timeline: 'Timeline',
  timelineEntry: 'Timeline entry',
  questionAndAnswer: 'Questions and answers',
  questionEntry: 'Question and answer',
  question: 'Question',
  table: 'Table',
  tableRow: 'Table row',
  tableCell: 'Table cell',
  tableHeader: 'Table heading',
  footnote: 'Footnote',
  text: 'Words',
  hardBreak: 'Line break',
}

/** What a value around the words is called. One without a name here is told by its own. */
export const FIELD_NAMES: Record<string, string> = {
  alt: 'alternative text',
  caption: 'caption',
  credit: 'credit',
  isDecorative: 'whether it is decorative',
  mediaId: 'another picture',
  articleId: 'the article it points at',
  articleIds: 'its articles',
  newsletterId: 'the newsletter',
  pitch: 'the sentence above the field',
  speaker: 'speaker',
  role: 'role',
  origin: 'origin',
  saidOn: 'day on which it was said',
  author: 'author',
  handle: 'handle',
  network: 'network',
  url: 'address',
  postedAt: 'time',
  heading: 'heading',
  when: 'time',
  colspan: 'columns that it reaches over',
  rowspan: 'rows that it reaches over',
}

export function blockName(type: string): string {
  return (BLOCK_NAMES as Record<string, string>)[type] ?? 'Block'
}
