'use client'

import { NodeViewWrapper } from '@tiptap/react'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'

/** The frame of a block that is more than words: its name, a way to remove it, and whether it is selected. */
export function BlockFrame({
  label,
  icon,
  isSelected,
  canEdit,
  onRemove,
  actions,
  children,
}: {
  label: string
  icon: ReactNode
  isSelected: boolean
  canEdit: boolean
  onRemove: () => void
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <NodeViewWrapper
      role="group"
      aria-label={label}
      className={classes(
        'block-frame my-5 overflow-hidden rounded-lg border bg-raised font-sans text-sm leading-normal transition-shadow',
        isSelected ? 'border-accent ring-2 ring-accent/30' : 'border-line-strong/70',
      )}
    >
      <div
        contentEditable={false}
        className="flex select-none items-center gap-2 border-line border-b bg-side py-0.5 pr-1 pl-3 text-ink-faint text-xs"
      >
        <span aria-hidden="true" className="[&_svg]:size-3.5">
          {icon}
        </span>
        <span className="flex-1 font-medium">{label}</span>
        {canEdit ? (
          <>
            {actions}
            <IconButton
              label={`Remove ${label.toLowerCase()}`}
              size="small"
              icon={<Trash2 aria-hidden="true" className="size-3.5" />}
              onClick={onRemove}
            />
          </>
        ) : null}
      </div>
      {children}
    </NodeViewWrapper>
  )
}
