'use client'

import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'
import { Quote } from 'lucide-react'
import { useId } from 'react'
import { Select } from '@/components/ui/select.client'
import { isDay, ORIGIN_WORDS, ORIGINS } from '@/lib/document/attribution'
import { suggestedAttributes } from '@/lib/document/suggesting/pieces'
import { AttributeField, setAttribute } from './attribute.client'
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

/** A browser tells days of five-digit years while somebody types one. */
function dayOf(text: string): string | null {
  return text === '' || isDay(text) ? text : null
}

function OriginField({ block }: { block: ReactNodeViewProps }) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-2xs text-ink-faint uppercase tracking-wide">
        Origin
      </label>
      <Select
        id={id}
        data-attribute="origin"
        disabled={!block.editor.isEditable}
        value={String(suggestedAttributes(block.node).origin ?? '')}
        onChange={(event) => setAttribute(block, 'origin', event.target.value)}
      >
        <option value="">Not said</option>
        {ORIGINS.map((origin) => (
          <option key={origin} value={origin}>
            {ORIGIN_WORDS[origin]}
          </option>
        ))}
      </Select>
    </div>
  )
}

function SpeakerFields({ block }: { block: ReactNodeViewProps }) {
  return (
    <div contentEditable={false} className="grid gap-3 border-line border-t px-4 py-3 sm:grid-cols-2">
      <AttributeField block={block} name="speaker" label="Speaker" most={200} placeholder="Who says this" />
      <AttributeField block={block} name="role" label="Role" most={200} placeholder="Such as: harbour master" />
      <OriginField block={block} />
      <AttributeField
        block={block}
        name="saidOn"
        label="Said on"
        most={10}
        type="date"
        max="9999-12-31"
        write={dayOf}
      />
    </div>
  )
}
