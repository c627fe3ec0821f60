'use client'

import { NodeViewContent, type ReactNodeViewProps } from '@tiptap/react'
import { MessageSquareQuote, Music, Video } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { safePageUrl } from '@/lib/document/addresses'
import { whyNotCaptured } from '../embeds/not-captured'
import { PostFate } from '../embeds/post-fate.client'
import { isSuggesting } from '../suggesting/suggesting-mode'
import { AttributeField, type BlockProps, setAttribute } from './attribute.client'
import { BlockFrame } from './block-frame.client'
import { instantOf, localOf } from './local-time'

/** A post on a social network, a video or a recording, kept as text. */
export function SocialPostView(block: ReactNodeViewProps) {
  const networksId = useId()
  const { kind, url, capturedAt, hash } = block.node.attrs
  const { label, icon } = KINDS[kind] ?? POST
  const reason = capturedAt === '' && block.node.textContent === '' ? whyNotCaptured(url) : null
  return (
    <BlockFrame
      label={label}
      icon={icon}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <NodeViewContent className="block-words" />
      {reason === null ? null : (
        <p contentEditable={false} role="status" className="px-4 pb-3 text-ink-soft text-xs">
          It could not be looked up: {reason}. Write its words above.
        </p>
      )}
      <PostFate url={url} captured={hash} />
      <div contentEditable={false} className="grid gap-3 border-line border-t px-4 py-3 sm:grid-cols-2">
        {kind === 'post' ? null : (
          <AttributeField block={block} name="title" label="Title" most={300} className="sm:col-span-2" />
        )}
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
          set={setAddress}
          refusal="This is not a web address. It begins with https:// or http://."
        />
      </div>
    </BlockFrame>
  )
}

/** What was captured was captured from another address: nothing can be compared with it any more. */
function setAddress(block: BlockProps, name: string, value: unknown, group?: number): void {
  setAttribute(block, name, value, group)
  for (const captured of isSuggesting(block.editor) ? [] : ['hash', 'capturedAt'])
    setAttribute(block, captured, '', group)
}

const POST: { label: string; icon: ReactNode } = { label: 'Social post', icon: <MessageSquareQuote /> }

const KINDS: Record<string, typeof POST> = {
  video: { label: 'Video', icon: <Video /> },
  audio: { label: 'Audio', icon: <Music /> },
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
