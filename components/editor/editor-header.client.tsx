'use client'

import { ArrowLeft, Ellipsis, ExternalLink, Keyboard, PanelRight, Undo2 } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu.client'
import type { ArticleFacts } from './article-facts'

/** Where the article stands, how saving goes, and what can be done with it. */
export function EditorHeader({
  facts,
  hasChanges,
  status,
  isPanelOpen,
  isFiling,
  onPanel,
  onFile,
  onPublish,
  onUnpublish,
  onKeys,
}: {
  facts: ArticleFacts
  hasChanges: boolean
  status: ReactNode
  isPanelOpen: boolean
  isFiling: boolean
  onPanel: () => void
  onFile: () => void
  onPublish: () => void
  onUnpublish: () => void
  onKeys: () => void
}) {
  const isOut = facts.state === 'PUBLISHED'
  return (
    <section aria-label="Article" className="editor-header">
      <Link
        href="/desk/articles"
        aria-label="Back to articles"
        className="flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink touch:size-11"
      >
        <ArrowLeft aria-hidden="true" className="size-4.5" />
      </Link>
      <StateBadge state={facts.state} hasUnpublishedChanges={isOut && hasChanges} />
      <span className="flex-1 md:hidden" />
      <div className="editor-status">{status}</div>
      <IconButton
        label="Around the text"
        icon={<PanelRight aria-hidden="true" className="size-4.5" />}
        pressed={isPanelOpen}
        onClick={onPanel}
      />
      <Menu trigger={<IconButton label="More" icon={<Ellipsis aria-hidden="true" className="size-4.5" />} />}>
        {facts.publicPath !== null ? (
          <MenuLink href={facts.publicPath} isExternal icon={<ExternalLink />}>
            View public page
          </MenuLink>
        ) : null}
        <MenuItem icon={<Keyboard />} onSelect={onKeys}>
          Keyboard shortcuts
        </MenuItem>
        {facts.can.unpublish ? (
          <>
            <MenuSeparator />
            <MenuItem icon={<Undo2 />} isDangerous onSelect={onUnpublish}>
              Unpublish…
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {facts.can.file ? (
        <Button variant={facts.can.publish ? 'secondary' : 'primary'} busy={isFiling} onClick={onFile}>
          File
        </Button>
      ) : null}
      {facts.can.publish ? (
        <Button variant="primary" disabled={isOut && !hasChanges} onClick={onPublish}>
          {isOut ? (
            <span>
              Publish<span className="max-sm:sr-only"> changes</span>
            </span>
          ) : (
            'Publish'
          )}
        </Button>
      ) : null}
    </section>
  )
}
