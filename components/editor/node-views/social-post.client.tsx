'use client'

import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'
import { MessageSquareQuote } from 'lucide-react'
import { useId } from 'react'
import { safePageUrl } from '@/lib/document/addresses'
import { AttributeField } from './attribute.client'
import { BlockFrame } from './block-frame.client'
import { instantOf, localOf } from './local-time'

/** A post on a social network, kept as text. */
export function SocialPostView(block: ReactNodeViewProps) {
  const networksId = useId()
  return (
    <BlockFrame
      label="Social post"
      icon={<MessageSquareQuote />}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <NodeViewContent className="block-words" />
      <div contentEditable={false} className="grid gap-3 border-line border-t px-4 py-3 sm:grid-cols-2">
        <AttributeField block={block} name="author" label="Author" most={200} placeholder="Name shown on the post" />
        <AttributeField block={block} name="handle" label="Handle" most={200} placeholder="@name" />
        <AttributeField block={block} name="network" label="Network" most={60} list={networksId} />
        <datalist id={networksId}>
          {NETWORKS.map((network) => (
            <option key={network} value={network} />
          ))}
        </datalist>
        <AttributeField
          block={block}
          name="postedAt"
          label="Posted at (your time)"
          most={40}
          type="datetime-local"
          read={localOf}
          write={instantOf}
        />
        <AttributeField
          block={block}
          name="url"
          label="Link to the post"
          most={2048}
          inputMode="url"
          placeholder="https://"
          className="sm:col-span-2"
          write={(text) => (text.trim() === '' ? '' : safePageUrl(text.trim()))}
          refusal="This is not a web address. It begins with https:// or http://."
        />
      </div>
    </BlockFrame>
  )
}

const NETWORKS = [
  'Bluesky',
  'Facebook',
  'Instagram',
  'LinkedIn',
  'Mastodon',
  'Threads',
  'TikTok',
  'X (formerly Twitter)',
  'YouTube',
]
