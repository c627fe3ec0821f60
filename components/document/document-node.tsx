import type { Node } from 'prosemirror-model'
import { createElement, type ReactNode } from 'react'
import { type InlinePiece, inlineTree } from '@/lib/document/inline-tree'
import type { MarkName, NodeName } from '@/lib/document/schema'
import {
  FactBox,
  KeyPoint,
  KeyPoints,
  Question,
  QuestionAndAnswer,
  QuestionEntry,
  Timeline,
  TimelineEntry,
} from './boxes'
import { Crosshead } from './crosshead'
import { Divider } from './divider'
import { ExplainedWords } from './explained-words'
import { FootnoteNumber } from './footnotes'
import { Headline } from './headline'
import { ImageFigure } from './image-figure'
import { LinkedWords } from './linked-words'
import { BulletedList, ListItem, NumberedList } from './lists'
import { Bold, Italic, type MarkProps, PlainWords, QuotedWords } from './marks'
import { NewsletterSignUp } from './newsletter-sign-up'
import { Numbering } from './numbering'
import { Paragraph } from './paragraph'
import type { NodeProps, Printing } from './printing'
import { PullQuote } from './pull-quote'
import { Quotation } from './quotation'
import { ReadMore } from './read-more'
import { RelatedList } from './related-list'
import { SocialPost } from './social-post'
import { Standfirst } from './standfirst'
import { Table, TableCell, TableHeader, TableRow } from './table'

/** One component for each node of the schema. A new node without one does not compile. */
const nodeComponents: Record<NodeName, (props: NodeProps) => ReactNode> = {
  doc: ({ children }) => children,
  headline: Headline,
  standfirst: Standfirst,
  paragraph: Paragraph,
  crosshead: Crosshead,
  bulletedList: BulletedList,
  numberedList: NumberedList,
  listItem: ListItem,
  quotation: Quotation,
  pullQuote: PullQuote,
  image: ImageFigure,
  divider: Divider,
  readMore: ReadMore,
  related: RelatedList,
  newsletterSignUp: NewsletterSignUp,
  socialPost: SocialPost,
  keyPoints: KeyPoints,
  keyPoint: KeyPoint,
  factBox: FactBox,
  timeline: Timeline,
  timelineEntry: TimelineEntry,
  questionAndAnswer: QuestionAndAnswer,
  questionEntry: QuestionEntry,
  question: Question,
  table: Table,
  tableRow: TableRow,
  tableCell: TableCell,
  tableHeader: TableHeader,
  text: ({ node }) => node.text,
  hardBreak: () => <br />,
  footnote: FootnoteNumber,
}

const markComponents: Record<MarkName, (props: MarkProps) => ReactNode> = {
  // The newsroom's own marks are off before anything is printed (forReaders); if one were left, it would print nothing.
  comment: PlainWords,
  claim: PlainWords,
  inserted: () => null,
  removed: PlainWords,
  reformatted: PlainWords,
  toDo: PlainWords,
  annotation: ExplainedWords,
  link: LinkedWords,
  quote: QuotedWords,
  bold: Bold,
  italic: Italic,
}

type Place = { printing: Printing; numbering: Numbering; within: readonly Node[] }

/** A node and everything in it, as readers see it. What is numbered goes on from where `numbering` is. */
export function DocumentNode({
  node,
  printing,
  numbering = new Numbering(),
}: {
  node: Node
  printing: Printing
  numbering?: Numbering
}) {
  return printNode(node, { printing, numbering, within: [] })
}

function printNode(node: Node, { printing, numbering, within }: Place): ReactNode {
  const inside = { printing, numbering, within: [...within, node] }
  const parts = node.inlineContent
    ? inlineTree(node).map((piece) => printPiece(piece, inside, false))
    : node.children.map((child) => printNode(child, inside))
  const isNote = node.type.name === 'footnote'
  const number = isNote ? numbering.addNote(parts) : numbering.next()
  const component = nodeComponents[node.type.name as NodeName]
  return createElement(component, { node, within, number, printing }, ...(isNote ? [] : parts))
}

function printPiece(piece: InlinePiece, place: Place, isInLink: boolean): ReactNode {
  if (piece.kind === 'leaf') return piece.node.isText ? piece.node.text : printNode(piece.node, place)
  const { mark, pieces } = piece
  const name = mark.type.name as MarkName
  const parts = pieces.map((part) => printPiece(part, place, isInLink || name === 'link'))
  const { printing, numbering } = place
  return createElement(markComponents[name], { mark, number: numbering.next(), isInLink, printing }, ...parts)
}
