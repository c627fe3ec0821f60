import type { Node } from 'prosemirror-model'
import { createElement, type ReactNode } from 'react'
import { type InlinePiece, inlineTree } from '@/lib/document/inline-tree'
import type { MarkName, NodeName } from '@/lib/document/schema'
import { Crosshead } from './crosshead'
import { Divider } from './divider'
import { Headline } from './headline'
import { ImageFigure } from './image-figure'
import { LinkedWords } from './linked-words'
import { BulletedList, ListItem, NumberedList } from './lists'
import { Bold, Italic, type MarkProps, PlainWords, QuotedWords } from './marks'
import { NewsletterSignUp } from './newsletter-sign-up'
import { Paragraph } from './paragraph'
import type { NodeProps, Printing } from './printing'
import { PullQuote } from './pull-quote'
import { Quotation } from './quotation'
import { ReadMore } from './read-more'
import { RelatedList } from './related-list'
import { SocialPost } from './social-post'
import { Standfirst } from './standfirst'

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
  text: ({ node }) => node.text,
  hardBreak: () => <br />,
}

const markComponents: Record<MarkName, (props: MarkProps) => ReactNode> = {
  // The newsroom's own marks are off before anything is printed (forReaders); if one were left, it would print nothing.
  comment: PlainWords,
  inserted: () => null,
  removed: PlainWords,
  reformatted: PlainWords,
  toDo: PlainWords,
  annotation: PlainWords,
  link: LinkedWords,
  quote: QuotedWords,
  bold: Bold,
  italic: Italic,
}

/** A node and everything in it, as readers see it. */
export function DocumentNode({ node, printing }: { node: Node; printing: Printing }) {
  return printNode(node, printing)
}

function printNode(node: Node, printing: Printing): ReactNode {
  const parts = node.inlineContent
    ? inlineTree(node).map((piece) => printPiece(piece, printing))
    : node.children.map((child) => printNode(child, printing))
  return createElement(nodeComponents[node.type.name as NodeName], { node, printing }, ...parts)
}

function printPiece(piece: InlinePiece, printing: Printing): ReactNode {
  if (piece.kind === 'leaf') return piece.node.isText ? piece.node.text : printNode(piece.node, printing)
  const { mark, pieces } = piece
  const parts = pieces.map((part) => printPiece(part, printing))
  return createElement(markComponents[mark.type.name as MarkName], { mark, printing }, ...parts)
}
