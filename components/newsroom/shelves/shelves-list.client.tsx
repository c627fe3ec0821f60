'use client'

import { Plus, Search, Tags } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input.client'
import { Table, TableBody, TableHead, TableHeading } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { KeptShelf } from '@/lib/shelves/list-kept-shelves'
import { plain } from '@/lib/shelves/plain'
import type { ShelfKind } from '@/lib/shelves/shelf'
import type { ShelfActions } from './shelf-actions'
import { type Asked, ShelfQuestions } from './shelf-questions.client'
import { ShelfRow } from './shelf-row.client'
import { SHELF_WORDS } from './shelf-words'

/** Every topic or section as a tree, with a search above and what can be done to each. */
export function ShelvesList({
  kind,
  shelves,
  actions,
}: {
  kind: ShelfKind
  shelves: readonly KeptShelf[]
  actions: ShelfActions
}) {
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const shown = shelves.filter((shelf) => isAbout(shelf, search))
  const { one, many } = SHELF_WORDS[kind]

  const addButton = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden="true" className="size-4" />}
      onClick={() => setAsked({ kind: 'add' })}
    >
      Add a {one}
    </Button>
  )

  return (
    <>
      {shelves.length === 0 ? (
        <EmptyState
          icon={<Tags aria-hidden="true" />}
          title={`No ${many} yet`}
          actions={addButton}
          className="rounded-lg border border-line"
        >
          Articles stand on one section and may be found under many topics. Each has a page for readers.
        </EmptyState>
      ) : (
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <Input
            type="search"
            aria-label={`Search ${many}`}
            placeholder="Search"
            icon={<Search aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="w-full sm:w-64"
          />
          <span className="flex-1" />
          {addButton}
        </div>
      )}
      <p role="status" className="sr-only">
        {search === '' ? '' : `${shown.length} of ${shelves.length} ${many}`}
      </p>
      {shelves.length > 0 && shown.length === 0 ? (
        <p className="py-10 text-center text-ink-soft text-sm">
          No {one} is called “{search}”.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <Table label={kind === 'topic' ? 'Topics' : 'Sections'}>
          <TableHead>
            <TableHeading>Name</TableHeading>
            <TableHeading>Address</TableHeading>
            <TableHeading>Articles</TableHeading>
            <TableHeading>
              <VisuallyHidden>Actions</VisuallyHidden>
            </TableHeading>
          </TableHead>
          <TableBody>
            {shown.map((shelf) => (
              <ShelfRow key={shelf.id} kind={kind} shelf={shelf} actions={actions} ask={setAsked} />
            ))}
          </TableBody>
        </Table>
      ) : null}
      <ShelfQuestions kind={kind} asked={asked} shelves={shelves} actions={actions} onClose={() => setAsked(null)} />
    </>
  )
}

function isAbout({ name, slug, aliases }: KeptShelf, search: string): boolean {
  const wanted = plain(search.trim())
  return [name, slug, ...aliases].some((text) => plain(text).includes(wanted))
}
