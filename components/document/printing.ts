import type { Node } from 'prosemirror-model'
import type { ReactNode } from 'react'
import type { Resolved } from '@/lib/document/resolved'
import type { PaperTime } from '@/lib/settings/paper-time'

/** What the components of a document know besides their node. Everything is fetched before printing begins. */
export type Printing = {
  resolved: Resolved
  /** The zone and language of printed dates. */
  time: PaperTime
  /** The page that the document stands on, "/section/slug": forms come back to it. */
  path: string
  /** Where and when the words were written, for the front of the first of them. */
  dateline?: string
  /** The numbers of the paragraphs that readers can question; none where they cannot. */
  questions?: { articleId: string; numbers: ReadonlyMap<Node, number> }
  /** When readers first had each entry of live coverage, by the crosshead that begins it. */
  entries?: ReadonlyMap<Node, Date>
  /** A draft, for the eyes of one person: nothing on it sends anything or opens a page of others inside. */
  isPreview?: boolean
}

/** What the component of a node is given. `children` is the node's own content, printed. */
export type NodeProps = {
  node: Node
  /** What it stands in, outermost first. */
  within: readonly Node[]
  /** The number of a footnote among the footnotes; of anything else one that nothing else on the page has. */
  number: number
  printing: Printing
  children?: ReactNode
}
