'use client'

import { ArrowDown, ArrowUp, Ellipsis, LampDesk, Pencil, Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import type { ComboboxItem } from '@/components/ui/combobox.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu.client'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { notify } from '@/components/ui/toaster.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { KeptDesk } from '@/lib/desks/list-desks'
import type { DeskActions } from './desk-actions'
import { DeskDialog } from './desk-dialog.client'

type DesksListProps = {
  desks: readonly KeptDesk[]
  /** Who can sit at a desk. */
  people: readonly ComboboxItem[]
  sections: readonly ComboboxItem[]
  actions: DeskActions
}

type Asked = { kind: 'add' } | { kind: 'edit' | 'delete'; desk: KeptDesk }

/** Every desk in its order, with what can be done to each. */
export function DesksList({ desks, people, sections, actions }: DesksListProps) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const addButton = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden="true" className="size-4" />}
      onClick={() => setAsked({ kind: 'add' })}
    >
      Add a desk
    </Button>
  )

  async function remove({ id, name }: KeptDesk): Promise<string | undefined> {
    const result = await actions.remove({ id })
    if (!result.ok) return result.problem.message
    notify.done(`“${name}” is deleted`)
    router.refresh()
    return undefined
  }

  return (
    <>
      {desks.length === 0 ? (
        <EmptyState
          icon={<LampDesk aria-hidden="true" />}
          title="No desks yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          A desk has people, some of whom lead it, and looks after sections.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4 flex justify-end">{addButton}</div>
          <Table label="Desks">
            <TableHead>
              <TableHeading>Desk</TableHeading>
              <TableHeading>People</TableHeading>
              <TableHeading>Sections</TableHeading>
              <TableHeading>Articles</TableHeading>
              <TableHeading>
                <VisuallyHidden>Actions</VisuallyHidden>
              </TableHeading>
            </TableHead>
            <TableBody>
              {desks.map((desk, index) => (
                <DeskRow
                  key={desk.id}
                  desk={desk}
                  isFirst={index === 0}
                  isLast={index === desks.length - 1}
                  actions={actions}
                  ask={setAsked}
                />
              ))}
            </TableBody>
          </Table>
        </>
      )}
      {asked === null || asked.kind === 'delete' ? null : (
        <DeskDialog
          desk={asked.kind === 'add' ? null : asked.desk}
          people={people}
          sections={sections}
          actions={actions}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind !== 'delete' ? null : (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={`Delete “${asked.desk.name}”?`}
          confirmLabel="Delete"
          isDangerous
          onConfirm={() => remove(asked.desk)}
        >
          Its people stay in the newsroom. Its sections have no desk then.
        </ConfirmDialog>
      )}
    </>
  )
}

type DeskRowProps = {
  desk: KeptDesk
  isFirst: boolean
  isLast: boolean
  actions: DeskActions
  ask: (asked: Asked) => void
}

function DeskRow({ desk, isFirst, isLast, actions, ask }: DeskRowProps) {
  const router = useRouter()

  async function move(to: 'up' | 'down') {
    const result = await actions.move({ id: desk.id, to })
    if (!result.ok) notify.problem(result.problem.message)
    router.refresh()
  }

  return (
    <TableRow>
      <TableCell className="max-md:pr-12 md:min-w-36">
        <button
          type="button"
          onClick={() => ask({ kind: 'edit', desk })}
          className="wrap-anywhere text-left font-medium hover:underline"
        >
          {desk.name}
        </button>
      </TableCell>
      <TableCell label="People" className="wrap-anywhere text-ink-soft">
        {desk.members.map(({ name, isLead }) => (isLead ? `${name} (lead)` : name)).join(', ') || 'Nobody yet'}
      </TableCell>
      <TableCell label="Sections" className="wrap-anywhere text-ink-soft">
        {desk.sections.map(({ name }) => name).join(', ') || 'None'}
      </TableCell>
      <TableCell label="Articles" className="tabular text-ink-soft">
        {desk.articles}
      </TableCell>
      <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
        <Menu
          trigger={
            <IconButton
              label={`What to do with ${desk.name}`}
              icon={<Ellipsis aria-hidden="true" className="size-4" />}
            />
          }
        >
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => ask({ kind: 'edit', desk })}>
            Edit
          </MenuItem>
          <MenuItem icon={<ArrowUp aria-hidden="true" />} disabled={isFirst} onSelect={() => void move('up')}>
            Move up
          </MenuItem>
          <MenuItem icon={<ArrowDown aria-hidden="true" />} disabled={isLast} onSelect={() => void move('down')}>
            Move down
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 aria-hidden="true" />}
            isDangerous
            disabled={desk.articles > 0}
            onSelect={() => ask({ kind: 'delete', desk })}
          >
            Delete
          </MenuItem>
        </Menu>
      </TableCell>
    </TableRow>
  )
}
