'use client'

import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { marks, nodes } from '@/lib/document/schema'
import type { Ask } from '../asks'
import { ImageView } from '../node-views/image.client'
import { NewsletterSignUpView } from '../node-views/newsletter-sign-up.client'
import { PullQuoteView, QuotationView } from '../node-views/quotation.client'
import { ReadMoreView } from '../node-views/read-more.client'
import { RelatedView } from '../node-views/related.client'
import { SocialPostView } from '../node-views/social-post.client'
import type { SlashChannel } from '../slash-menu.client'
import { blockHandle } from './block-handle'
import { freshSelection } from './fresh-selection'
import { extensionsFromSpecs } from './from-specs'
import { keys } from './keys'
import { lastLine } from './last-line'
import { links } from './links'
import { markdown } from './markdown'
import { moveBlock } from './move-block'
import { pictureFiles } from './picture-files'
import { placeholders } from './placeholders'
import { slash } from './slash'
import { titles } from './titles'

/** The editor of an article: the one schema, the views of its blocks, and what keys and pointers do. */
export function articleExtensions(ask: (ask: Ask) => void, slashes: SlashChannel): AnyExtension[] {
  return [
    ...extensionsFromSpecs(nodes, marks, {
      image: ReactNodeViewRenderer(ImageView),
      quotation: ReactNodeViewRenderer(QuotationView),
      pullQuote: ReactNodeViewRenderer(PullQuoteView),
      readMore: ReactNodeViewRenderer(ReadMoreView),
      related: ReactNodeViewRenderer(RelatedView),
      newsletterSignUp: ReactNodeViewRenderer(NewsletterSignUpView),
      socialPost: ReactNodeViewRenderer(SocialPostView),
    }),
    freshSelection,
    titles,
    slash.configure({ onChange: slashes.change, onKey: slashes.key }),
    keys.configure({ ask }),
    markdown,
    moveBlock,
    lastLine,
    links,
    pictureFiles,
    placeholders,
    blockHandle,
    UndoRedo,
    Dropcursor.configure({ class: 'drop-line', width: 2, color: false }),
    Gapcursor,
  ]
}
