'use client'

import { ArrowDown, ArrowUp, CornerDownRight, Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu.client'
import { TableCell, TableRow } from '@/components/ui/table'
import { notify } from '@/components/ui/toaster.client'
import type { KeptShelf } from '@/lib/shelves/list-kept-shelves'
import type { ShelfKind } from '@/lib/shelves/shelf'
import type { ShelfActions } from './shelf-actions'
import type { Asked } from './shelf-questions.client'
import { SHELF_WORDS } from './shelf-words'

type ShelfRowProps = { kind: ShelfKind; shelf: KeptShelf; actions: ShelfActions; ask: (asked: Asked) => void }

/** One topic or section: how deep it stands is its indent. */
export function ShelfRow({ kind, shelf, actions, ask }: ShelfRowProps) {
  const { prefix } = SHELF_WORDS[kind]
  return (
    <TableRow>
      <TableCell className="max-md:pr-12">
        <span className="flex items-start gap-1.5" style={{ paddingInlineStart: `${shelf.level * 1.25}rem` }}>
          {shelf.level === 0 ? null : (
            <CornerDownRight aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-ink-faint" />
          )}
          <span className="min-w-0">
            <button
              type="button"
              onClick={() => ask({ kind: 'edit', shelf })}
              className="wrap-anywhere text-left font-medium hover:underline"
            >
              {shelf.name}
            </button>
            {shelf.aliases.length === 0 ? null : (
              <span className="wrap-anywhere block text-ink-faint text-xs">Also: {shelf.aliases.join(', ')}</span>
            )}
          </span>
        </span>
      </TableCell>
      <TableCell label="Address" className="wrap-anywhere text-ink-soft">
        {prefix}
        {shelf.slug}
      </TableCell>
      <TableCell label="Articles" className="tabular text-ink-soft">
        {shelf.articles}
      </TableCell>
      <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
        <ShelfMenu shelf={shelf} actions={actions} ask={ask} />
      </TableCell>
    </TableRow>
  )
}

function ShelfMenu({ shelf, actions, ask }: Omit<ShelfRowProps, 'kind'>) {
  const router = useRouter()
  const { move, merging } = actions

  async function go(to: 'up' | 'down') {
    const result = await move?.({ id: shelf.id, to })
    if (result?.ok === false) notify.problem(result.problem.message)
    router.refresh()
  }

  return (
    <Menu
      trigger={
        <IconButton label={`What to do with ${shelf.name}`} icon={<Ellipsis aria-hidden="true" className="size-4" />} />
      }
    >
      <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => ask({ kind: 'edit', shelf })}>
        Edit
      </MenuItem>
      {move === null ? null : (
        <>
          <MenuItem icon={<ArrowUp aria-hidden="true" />} disabled={shelf.isFirst} onSelect={() => void go('up')}>
            Move up
          </MenuItem>
          <MenuItem icon={<ArrowDown aria-hidden="true" />} disabled={shelf.isLast} onSelect={() => void go('down')}>
            Move down
          </MenuItem>
        </>
      )}
      {merging === null ? null : (
        <MenuItem icon={<Merge aria-hidden="true" />} onSelect={() => ask({ kind: 'merge', shelf })}>
          Merge into another…
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        icon={<Trash2 aria-hidden="true" />}
        isDangerous
        disabled={shelf.articles > 0}
        onSelect={() => ask({ kind: 'delete', shelf })}
      >
        Delete
      </MenuItem>
    </Menu>
  )
}
