import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'
import {
  ArrowRight,
  Heading2,
  Image,
  List,
  ListOrdered,
  ListTree,
  Mail,
  MessageSquareQuote,
  Minus,
  Pilcrow,
  Quote,
  TextQuote,
} from 'lucide-react'
import type { NodeName } from '@/lib/document/schema'
import type { Ask } from './asks'
import { insertBlock } from './extensions/insert-block'

/** A block as the toolbar and the slash menu offer it. */
export type BlockOffer = {
  name: NodeName
  label: string
  /** Other words for it, for whoever types those. */
  alsoCalled: string
  hint: string
  icon: LucideIcon
  shortcut?: string
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
    run: (editor) => void editor.chain().focus().toggleList('bulletedList', 'listItem').run(),
  },
  {
    name: 'numberedList',
    label: 'Numbered list',
    alsoCalled: 'ordered steps ol',
    hint: 'Points in order',
    icon: ListOrdered,
    shortcut: 'Mod-Shift-7',
    run: (editor) => void editor.chain().focus().toggleList('numberedList', 'listItem').run(),
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
    run: (editor) => insertOfType(editor, 'newsletterSignUp'),
  },
  {
    name: 'socialPost',
    label: 'Social post',
    alsoCalled: 'tweet embed x bluesky mastodon facebook',
    hint: 'A post kept as text',
    icon: MessageSquareQuote,
    run: (editor) => insertOfType(editor, 'socialPost'),
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
  const isDone = editor.chain().focus().toggleWrap('quotation').run()
  if (!isDone) insertOfType(editor, 'quotation')
}
