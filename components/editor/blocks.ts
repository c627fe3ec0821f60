import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import {
  ArrowRight,
  CalendarClock,
  Heading2,
  Image,
  Info,
  List,
  ListChecks,
  ListOrdered,
  ListTree,
  Mail,
  MessageCircleQuestion,
  MessageSquareQuote,
  Minus,
  Pilcrow,
  Quote,
  Superscript,
  Table,
  TextQuote,
} from 'lucide-react'
import type { NodeName } from '@/lib/document/schema'
import type { Ask } from './asks'
import { insertBlock } from './extensions/insert-block'
import { insertFootnote } from './footnotes/footnotes'
import { emptyTable } from './tables/empty-table'

/** A block as the toolbar and the slash menu offer it. */
export type BlockOffer = {
  name: NodeName
  label: string
  /** Other words for it, for whoever types those. */
  alsoCalled: string
  hint: string
  icon: LucideIcon
  shortcut?: string
  /** Rare enough for the menu at the end of the toolbar. */
  isRare?: boolean
  /** Does it to the text, or asks the page for what is needed first. */
  run: (editor: Editor, ask: (ask: Ask) => void) => void
}

/** Every block, in the order in which both menus show them. */
export const BLOCKS: readonly BlockOffer[] = [
  {
    name: 'paragraph',
    label: 'Paragraph',
    alsoCalled: 'text plain prose',
    hint: 'Plain words',
    icon: Pilcrow,
    run: (editor) => void editor.chain().focus().setNode('paragraph').run(),
  },
  {
    name: 'crosshead',
    label: 'Crosshead',
    alsoCalled: 'heading subheading title h2',
    hint: 'A heading between paragraphs',
    icon: Heading2,
    shortcut: 'Mod-Alt-2',
    run: (editor) => void editor.chain().focus().toggleNode('crosshead', 'paragraph').run(),
  },
  {
    name: 'bulletedList',
    label: 'Bulleted list',
    alsoCalled: 'bullets unordered points ul',
    hint: 'Points without an order',
    icon: List,
    shortcut: 'Mod-Shift-8',
    run: (editor) => void editor.chain().focus().plainBlocks().toggleList('bulletedList', 'listItem').run(),
  },
  {
    name: 'numberedList',
    label: 'Numbered list',
    alsoCalled: 'ordered steps ol',
    hint: 'Points in order',
    icon: ListOrdered,
    shortcut: 'Mod-Shift-7',
    run: (editor) => void editor.chain().focus().plainBlocks().toggleList('numberedList', 'listItem').run(),
  },
  {
    name: 'quotation',
    label: 'Quotation',
    alsoCalled: 'blockquote quote said speaker',
    hint: 'Words of somebody, set apart',
    icon: TextQuote,
    shortcut: 'Mod-Shift-9',
    run: toggleQuotation,
  },
  {
    name: 'pullQuote',
    label: 'Pull quote',
    alsoCalled: 'large quote highlight',
    hint: 'A line of the article, set large',
    icon: Quote,
    run: (editor) => insertOfType(editor, 'pullQuote'),
  },
  {
    name: 'image',
    label: 'Image',
    alsoCalled: 'picture photo upload figure',
    hint: 'A picture with caption and credit',
    icon: Image,
    run: (_editor, ask) => ask({ kind: 'image' }),
  },
  {
    name: 'divider',
    label: 'Divider',
    alsoCalled: 'rule line hr separator',
    hint: 'A break between parts',
    icon: Minus,
    isRare: true,
    run: (editor) => insertOfType(editor, 'divider'),
  },
  {
    name: 'readMore',
    label: 'Read more',
    alsoCalled: 'card link article promo',
    hint: 'A card for another article',
    icon: ArrowRight,
    run: (_editor, ask) => ask({ kind: 'read more' }),
  },
  {
    name: 'related',
    label: 'Related articles',
    alsoCalled: 'list stories more links',
    hint: '2 to 8 articles to read next',
    icon: ListTree,
    run: (_editor, ask) => ask({ kind: 'related' }),
  },
  {
    name: 'newsletterSignUp',
    label: 'Newsletter sign-up',
    alsoCalled: 'subscribe mail email promo',
    hint: 'A form for a newsletter',
    icon: Mail,
    isRare: true,
    run: (editor) => insertOfType(editor, 'newsletterSignUp'),
  },
  {
    name: 'socialPost',
    label: 'Social post',
    alsoCalled: 'tweet embed x bluesky mastodon facebook',
    hint: 'A post kept as text',
    icon: MessageSquareQuote,
    isRare: true,
    run: (editor) => insertOfType(editor, 'socialPost'),
  },
  {
    name: 'keyPoints',
    label: 'Key points',
    alsoCalled: 'summary bullets glance short box',
    hint: 'The article in a few lines',
    icon: ListChecks,
    isRare: true,
    run: (editor) => insertOfType(editor, 'keyPoints'),
  },
  {
    name: 'factBox',
    label: 'Fact box',
    alsoCalled: 'background explainer sidebar info',
    hint: 'Background, set apart',
    icon: Info,
    isRare: true,
    run: (editor) => insertOfType(editor, 'factBox'),
  },
  {
    name: 'timeline',
    label: 'Timeline',
    alsoCalled: 'chronology dates events box',
    hint: 'What happened, in order',
    icon: CalendarClock,
    isRare: true,
    run: (editor) => insertOfType(editor, 'timeline'),
  },
  {
    name: 'questionAndAnswer',
    label: 'Q&A',
    alsoCalled: 'qa questions answers faq interview box',
    hint: 'Questions with answers',
    icon: MessageCircleQuestion,
    isRare: true,
    run: (editor) => insertOfType(editor, 'questionAndAnswer'),
  },
  {
    name: 'table',
    label: 'Table',
    alsoCalled: 'grid rows columns spreadsheet figures',
    hint: 'Rows and columns',
    icon: Table,
    isRare: true,
    run: (editor) => {
      editor.view.dispatch(insertBlock(editor.state, emptyTable(editor.schema)))
      editor.view.focus()
    },
  },
  {
    name: 'footnote',
    label: 'Footnote',
    alsoCalled: 'note source reference endnote',
    hint: 'A note to these words',
    icon: Superscript,
    shortcut: 'Mod-Alt-N',
    isRare: true,
    run: (editor) => void insertFootnote(editor.state, editor.view.dispatch),
  },
]

/** The blocks whose name, or another word for them, begins like the words typed; by name first. */
export function blocksFor(words: string): BlockOffer[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return [...BLOCKS]
  const named = BLOCKS.filter(({ label }) => label.toLowerCase().startsWith(wanted))
  const close = BLOCKS.filter((block) => {
    if (named.includes(block)) return false
    const label = block.label.toLowerCase()
    const others = [...label.split(/[\s-]/), ...block.alsoCalled.split(' ')]
    return (
      label.replace(/[\s-]/g, '').startsWith(wanted.replace(/\s/g, '')) ||
      others.some((word) => word.startsWith(wanted))
    )
  })
  return [...named, ...close]
}

function insertOfType(editor: Editor, name: NodeName): void {
  const type = editor.schema.nodes[name]
  const block = type?.createAndFill()
  if (block) editor.view.dispatch(insertBlock(editor.state, block))
  editor.view.focus()
}

/** Wraps what is there, lifts it out again, or where neither works (a list, a crosshead) puts an empty one below. */
function toggleQuotation(editor: Editor): void {
  const isDone = editor.chain().focus().plainBlocks().toggleWrap('quotation').run()
  if (!isDone) insertOfType(editor, 'quotation')
}
