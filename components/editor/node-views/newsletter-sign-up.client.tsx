'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { Mail } from 'lucide-react'
import { useId } from 'react'
import { Select } from '@/components/ui/select.client'
import { useSurface } from '../surface-context.client'
import { AttributeField, setAttribute } from './attribute.client'
import { BlockFrame } from './block-frame.client'

/** A form in the text that signs a reader up for one newsletter. */
export function NewsletterSignUpView(block: ReactNodeViewProps) {
  const id = useId()
  const { newsletters } = useSurface()
  const chosenId: string | null = block.node.attrs.newsletterId
  const chosen = newsletters.find((newsletter) => newsletter.id === chosenId)

  return (
    <BlockFrame
      label="Newsletter sign-up"
      icon={<Mail />}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <div contentEditable={false} className="grid gap-3 px-4 py-3 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1">
          <label htmlFor={id} className="font-medium text-2xs text-ink-faint uppercase tracking-wide">
            Newsletter
          </label>
          <Select
            id={id}
            data-attribute="newsletterId"
            value={chosenId ?? ''}
            disabled={!block.editor.isEditable}
            onChange={(event) => setAttribute(block, 'newsletterId', event.target.value || null)}
          >
            <option value="">Choose a newsletter</option>
            {newsletters.map((newsletter) => (
              <option key={newsletter.id} value={newsletter.id}>
                {newsletter.name}
              </option>
            ))}
          </Select>
        </div>
        <AttributeField
          block={block}
          name="pitch"
          label="Pitch"
          most={300}
          placeholder={chosen?.description || 'The sentence above the field'}
        />
      </div>
    </BlockFrame>
  )
}
