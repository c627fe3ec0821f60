import { ArrowRight, Image as ImageIcon, List, Mail, MessageSquare } from 'lucide-react'
import type { Attrs } from 'prosemirror-model'
import type { ReactNode } from 'react'
import { PictureWithin } from '@/components/editor/pictures/picture-within.client'
import type { HeadlineOf } from '@/lib/document/compare/rows'
import type { NodeName } from '@/lib/document/schema'

type Tag = 'p' | 'ul' | 'ol' | 'li' | 'blockquote' | 'section' | 'div' | 'figure' | 'span'

/** What each block is printed as. The look stands in history.css under its name. A new node without a line does not compile. */
const TAGS: Record<NodeName, Tag> = {
  doc: 'div',
  // No headings: in an older version they may be empty, and the page has its own.
  headline: 'p',
  standfirst: 'p',
  paragraph: 'p',
  crosshead: 'p',
  bulletedList: 'ul',
  numberedList: 'ol',
  listItem: 'li',
  quotation: 'blockquote',
  pullQuote: 'div',
  image: 'figure',
  divider: 'div',
  readMore: 'div',
  related: 'div',
  newsletterSignUp: 'div',
  socialPost: 'blockquote',
  keyPoints: 'section',
  keyPoint: 'p',
  factBox: 'section',
  timeline: 'section',
  timelineEntry: 'div',
  questionAndAnswer: 'section',
  questionEntry: 'div',
  question: 'p',
  table: 'div',
  tableRow: 'div',
  tableCell: 'div',
  tableHeader: 'div',
  text: 'span',
  hardBreak: 'span',
  footnote: 'span',
}

const ROLES: Partial<Record<NodeName, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'columnheader',
}

/** One block as the history shows it: light, for the newsroom's eyes, and never a form. */
export function Block({
  type,
  attrs,
  headlineOf,
  change,
  below,
  children,
}: {
  type: string
  attrs: Attrs
  headlineOf: HeadlineOf
  /** What happened to it, for its colour. */
  change?: string | undefined
  /** Stands after everything in it. */
  below?: ReactNode
  children?: ReactNode
}) {
  const name = type as NodeName
  const Tag = TAGS[name] ?? 'div'
  return (
    <Tag data-block={name} data-change={change} role={ROLES[name]}>
      {headingOf(attrs)}
      {children}
      <Insides name={name} attrs={attrs} headlineOf={headlineOf} />
      {below}
    </Tag>
  )
}

function headingOf({ heading, when, caption, mediaId }: Attrs): ReactNode {
  const words = heading || when || (mediaId === undefined ? caption : '')
  return words ? <strong data-block-heading>{words}</strong> : null
}

/** What a block shows that is no text of the article: a picture, a card, who said it. */
function Insides({ name, attrs, headlineOf }: { name: NodeName; attrs: Attrs; headlineOf: HeadlineOf }) {
  switch (name) {
    case 'image':
      return (
        <>
          {attrs.mediaId === null ? (
            <span data-block-line>
              <ImageIcon aria-hidden="true" /> No picture chosen
            </span>
          ) : (
            <PictureWithin id={attrs.mediaId} alt={attrs.isDecorative ? '' : attrs.alt} />
          )}
          {attrs.caption || attrs.credit ? (
            <figcaption>{[attrs.caption, attrs.credit].filter(Boolean).join(' · ')}</figcaption>
          ) : null}
        </>
      )
    case 'readMore':
      return (
        <span data-block-line>
          <ArrowRight aria-hidden="true" />
          <span>
            <b>READ MORE</b> {nameOf(attrs.articleId, headlineOf)}
          </span>
        </span>
      )
    case 'related':
      return (
        <span data-block-line>
          <List aria-hidden="true" />
          <span>
            <b>Related</b> {(attrs.articleIds as string[]).map((id) => nameOf(id, headlineOf)).join(' · ')}
          </span>
        </span>
      )
    case 'newsletterSignUp':
      return (
        <span data-block-line>
          <Mail aria-hidden="true" />
          <span>
            <b>Newsletter sign-up</b> {attrs.pitch}
          </span>
        </span>
      )
    case 'socialPost':
      return (
        <span data-block-line>
          <MessageSquare aria-hidden="true" />
          <span>{[attrs.title, attrs.author, attrs.handle, attrs.network].filter(Boolean).join(' · ')}</span>
        </span>
      )
    case 'divider':
      return <hr />
    default:
      return attrs.speaker ? (
        <cite data-block-speaker>{[attrs.speaker, attrs.role].filter(Boolean).join(', ')}</cite>
      ) : null
  }
}

function nameOf(articleId: string | null, headlineOf: HeadlineOf): string {
  if (articleId === null) return 'nothing yet'
  return headlineOf(articleId) ?? 'another article'
}
