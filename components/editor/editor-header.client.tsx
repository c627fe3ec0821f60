'use client'

import {
  ArrowLeft,
  Ellipsis,
  ExternalLink,
  Keyboard,
  LayoutTemplate,
  MessageSquareWarning,
  PanelRight,
  Search,
  Send,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { openKeyList, openPalette } from '@/components/newsroom/commands/command-doors'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu.client'
import type { ArticleFacts } from './article-facts'
import { useIsPhone } from './use-is-phone.client'

/** Where the article stands, how saving goes, and what can be done with it. */
export function EditorHeader({
  facts,
  hasChanges,
  status,
  beside,
  more,
  isPanelOpen,
  isFiling,
  onPanel,
  onFile,
  onPublish,
  onNote,
  onUnpublish,
  onTemplate,
}: {
  facts: ArticleFacts
  hasChanges: boolean
  status: ReactNode
  /** Controls that others put into the line. On a phone there is room for about 90 px of them. */
  beside?: ReactNode
  /** Items that others put into the menu: whatever a phone has no room for. */
  more?: ReactNode
  isPanelOpen: boolean
  isFiling: boolean
  onPanel: () => void
  onFile: () => void
  onPublish: () => void
  /** Tells readers what was put right, whether or not words changed with it. */
  onNote: () => void
  onUnpublish: () => void
  /** Null for those who make no templates. */
  onTemplate: (() => void) | null
}) {
  const isOut = facts.state === 'PUBLISHED'
  const isPhone = useIsPhone()
  return (
    <section aria-label="Article" className="editor-header">
      <Link
        href="/desk/articles"
        aria-label="Back to articles"
        className="flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink touch:size-11"
      >
        <ArrowLeft aria-hidden="true" className="size-4.5" />
      </Link>
      <StateBadge state={facts.state} hasUnpublishedChanges={isOut && hasChanges} isTight />
      <div className="editor-status">{status}</div>
      <span className="flex-1 md:hidden" />
      {beside}
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
        {facts.can.file && facts.can.publish && isPhone ? (
          <MenuItem icon={<Send />} disabled={isFiling} onSelect={onFile}>
            File
          </MenuItem>
        ) : null}
        {more}
        {isOut && facts.can.publish ? (
          <MenuItem icon={<MessageSquareWarning />} onSelect={onNote}>
            Correction or note to readers…
          </MenuItem>
        ) : null}
        {onTemplate === null ? null : (
          <MenuItem icon={<LayoutTemplate />} onSelect={onTemplate}>
            Save as template…
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<Search />} onSelect={openPalette}>
          All actions
        </MenuItem>
        <MenuItem icon={<Keyboard />} onSelect={openKeyList}>
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
        <Button
          variant={facts.can.publish ? 'secondary' : 'primary'}
          busy={isFiling}
          onClick={onFile}
          // On a phone whoever publishes files in the menu.
          className={facts.can.publish ? 'max-md:hidden' : undefined}
        >
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
