'use client'

import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { marks, nodes } from '@/lib/document/schema'
import type { Ask } from '../asks'
import { boxKeys } from '../boxes/box-keys'
import { pastedPosts } from '../embeds/pasted-posts'
import { find } from '../find/find-extension'
import { footnoteView } from '../footnotes/footnote-view'
import { footnotes } from '../footnotes/footnotes'
import {
  FactBoxView,
  KeyPointsView,
  QuestionAndAnswerView,
  TimelineEntryView,
  TimelineView,
} from '../node-views/boxes.client'
import { ImageView } from '../node-views/image.client'
import { NewsletterSignUpView } from '../node-views/newsletter-sign-up.client'
import { PullQuoteView, QuotationView } from '../node-views/quotation.client'
import { ReadMoreView } from '../node-views/read-more.client'
import { RelatedView } from '../node-views/related.client'
import { SocialPostView } from '../node-views/social-post.client'
import { TableView } from '../node-views/table.client'
import { cleanPaste } from '../paste/clean-paste'
import type { SlashChannel } from '../slash-menu.client'
import { plainBlocks } from '../suggesting/plain-blocks'
import { tableKeys } from '../tables/table-keys'
import { tables } from '../tables/tables'
import { smartSigns } from '../typography/smart-signs'
import { blockFields } from './block-fields'
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
import { typedLetters } from './typed-letters'
import { undoOfPastes } from './undo-of-pastes'

/**
 * The editor of an article: the one schema, the views of its blocks, and what keys and pointers do.
 *
 * @param language the language that the paper is written in, BCP 47
 */
export function articleExtensions(
  ask: (ask: Ask) => void,
  slashes: SlashChannel,
  { articleId, language }: { articleId: string; language: string },
): AnyExtension[] {
  return [
    ...extensionsFromSpecs(nodes, marks, {
      image: ReactNodeViewRenderer(ImageView),
      quotation: ReactNodeViewRenderer(QuotationView),
      pullQuote: ReactNodeViewRenderer(PullQuoteView),
      readMore: ReactNodeViewRenderer(ReadMoreView),
      related: ReactNodeViewRenderer(RelatedView),
      newsletterSignUp: ReactNodeViewRenderer(NewsletterSignUpView),
      socialPost: ReactNodeViewRenderer(SocialPostView),
      keyPoints: ReactNodeViewRenderer(KeyPointsView, { contentDOMElementTag: 'ul' }),
      factBox: ReactNodeViewRenderer(FactBoxView),
      timeline: ReactNodeViewRenderer(TimelineView),
      timelineEntry: ReactNodeViewRenderer(TimelineEntryView),
      questionAndAnswer: ReactNodeViewRenderer(QuestionAndAnswerView),
      table: ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }),
      footnote: footnoteView(ask),
    }),
    freshSelection,
    typedLetters,
    titles,
    plainBlocks,
    slash.configure({ onChange: slashes.change, onKey: slashes.key }),
    keys.configure({ ask }),
    footnotes,
    tableKeys,
    boxKeys,
    markdown,
    smartSigns.configure({ language }),
    find,
    moveBlock,
    lastLine,
    links,
    pastedPosts,
    cleanPaste.configure({ articleId }),
    pictureFiles,
    tables,
    placeholders,
    blockFields,
    blockHandle,
    UndoRedo,
    undoOfPastes,
    Dropcursor.configure({ class: 'drop-line', width: 2, color: false }),
    Gapcursor,
  ]
}
