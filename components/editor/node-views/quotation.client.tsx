'use client'

import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'
import { Quote } from 'lucide-react'
import { AttributeField } from './attribute.client'
import { BlockFrame } from './block-frame.client'

/** Words of somebody set apart from the prose, and who said them. */
export function QuotationView(block: ReactNodeViewProps) {
  return (
    <BlockFrame
      label="Quotation"
      icon={<Quote />}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <NodeViewContent className="block-words border-accent border-l-2" />
      <SpeakerFields block={block} />
    </BlockFrame>
  )
}

/** A line of the article set large. */
export function PullQuoteView(block: ReactNodeViewProps) {
  return (
    <BlockFrame
      label="Pull quote"
      icon={<Quote />}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <NodeViewContent className="block-words block-words-large" />
      <SpeakerFields block={block} />
    </BlockFrame>
  )
}

function SpeakerFields({ block }: { block: ReactNodeViewProps }) {
  return (
    <div contentEditable={false} className="grid gap-3 border-line border-t px-4 py-3 sm:grid-cols-2">
      <AttributeField block={block} name="speaker" label="Speaker" most={200} placeholder="Who says this" />
      <AttributeField block={block} name="role" label="Role" most={200} placeholder="Such as: harbour master" />
    </div>
  )
}
