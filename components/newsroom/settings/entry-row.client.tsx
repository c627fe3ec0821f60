'use client'

import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ArrowDown, ArrowUp, GripVertical, Pencil, X } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { MENU_PAGES, type MenuEntry } from '@/lib/menus/menu-entry'
import { entryInWords } from '@/lib/menus/menu-words'

type EntryRowProps = {
  index: number
  count: number
  entry: MenuEntry
  names: ReadonlyMap<string, string>
  onStep: (by: 1 | -1) => void
  onEdit: () => void
  onRemove: () => void
}

/** An entry, its place, and what can be done to it. The handle is for pointers; keyboards have the arrows. */
export function EntryRow({ index, count, entry, names, onStep, onEdit, onRemove }: EntryRowProps) {
  const drag = useDraggable({ id: String(index) })
  const drop = useDroppable({ id: String(index) })
  const name = entryInWords(entry, names)
  const isTarget = drop.isOver && drop.active !== null && drop.active.id !== String(index)
  const { transform } = drag
  return (
    <li
      ref={(element) => {
        drag.setNodeRef(element)
        drop.setNodeRef(element)
      }}
      style={transform === null ? undefined : { transform: `translateY(${transform.y}px)` }}
      className={classes(
        'flex items-center gap-1 bg-raised py-1.5 pr-1.5 pl-1 first:rounded-t-lg last:rounded-b-lg not-first:border-line not-first:border-t',
        drag.isDragging && 'relative z-10 rounded-lg shadow-float',
        isTarget && 'bg-accent-wash',
      )}
    >
      <span
        {...drag.listeners}
        aria-hidden="true"
        className="flex size-8 shrink-0 cursor-grab touch-none items-center justify-center text-ink-faint active:cursor-grabbing"
      >
        <GripVertical className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="wrap-anywhere block font-medium text-sm">{name}</span>
        <span className="wrap-anywhere block text-ink-faint text-xs">{whereTo(entry, names)}</span>
      </span>
      <span className="flex shrink-0">
        <IconButton
          size="small"
          label={`Move ${name} up`}
          icon={<ArrowUp aria-hidden="true" className="size-4" />}
          data-move={`up ${index}`}
          disabled={index === 0}
          onClick={() => onStep(-1)}
        />
        <IconButton
          size="small"
          label={`Move ${name} down`}
          icon={<ArrowDown aria-hidden="true" className="size-4" />}
          data-move={`down ${index}`}
          disabled={index === count - 1}
          onClick={() => onStep(1)}
        />
        <IconButton
          size="small"
          label={`Edit ${name}`}
          icon={<Pencil aria-hidden="true" className="size-4" />}
          onClick={onEdit}
        />
        <IconButton
          size="small"
          label={`Take ${name} out`}
          icon={<X aria-hidden="true" className="size-4" />}
          onClick={onRemove}
        />
      </span>
    </li>
  )
}

/** Where an entry leads, in small print. */
function whereTo(entry: MenuEntry, names: ReadonlyMap<string, string>): string {
  if (entry.kind === 'sections') return 'The topmost ones, in their order'
  if (entry.kind === 'address') return entry.href
  if (entry.kind === 'page') return MENU_PAGES[entry.page]
  const kind = { section: 'Section', topic: 'Topic', series: 'Series' }[entry.kind]
  return entry.label === '' ? kind : `${kind}: ${names.get(entry.id) ?? 'gone'}`
}
