'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { Image as ImageIcon } from 'lucide-react'
import { Checkbox } from '@/components/ui/checkbox'
import { PictureChooser } from '../pictures/picture-chooser.client'
import { PictureWithin } from '../pictures/picture-within.client'
import { AttributeField, setAttribute } from './attribute.client'
import { BlockFrame } from './block-frame.client'

/** A picture with its alternative text, caption and credit. */
export function ImageView(block: ReactNodeViewProps) {
  const mediaId: string | null = block.node.attrs.mediaId
  const isDecorative: boolean = block.node.attrs.isDecorative
  const canEdit = block.editor.isEditable

  return (
    <BlockFrame
      label="Image"
      icon={<ImageIcon />}
      isSelected={block.selected}
      canEdit={canEdit}
      onRemove={block.deleteNode}
    >
      <div contentEditable={false}>
        {mediaId === null ? (
          <div className="p-4">
            {canEdit ? (
              <PictureChooser onChoose={(picture) => setAttribute(block, 'mediaId', picture.id)} />
            ) : (
              <p className="text-ink-faint">No picture.</p>
            )}
          </div>
        ) : (
          <PictureWithin id={mediaId} alt={isDecorative ? '' : block.node.attrs.alt} />
        )}
        <div className="grid gap-3 px-4 py-3 sm:grid-cols-2">
          <AttributeField
            block={block}
            name="alt"
            label="Alternative text"
            most={1000}
            disabled={isDecorative}
            placeholder={isDecorative ? 'Not needed' : 'What is to be seen, for those who do not see it'}
            className="sm:col-span-2"
          />
          <div className="sm:col-span-2">
            <Checkbox
              label="Decorative: it says nothing that the text does not"
              checked={isDecorative}
              disabled={!canEdit}
              onChange={(event) => setAttribute(block, 'isDecorative', event.currentTarget.checked)}
            />
          </div>
          <AttributeField block={block} name="caption" label="Caption" most={1000} />
          <AttributeField block={block} name="credit" label="Credit" most={200} placeholder="Name / agency" />
        </div>
      </div>
    </BlockFrame>
  )
}
