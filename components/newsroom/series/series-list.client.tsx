'use client'

import { Library, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { KeptSeries } from '@/lib/series/list-series'
import type { SeriesActions } from './series-actions'
import { SeriesDialog } from './series-dialog.client'

/** Every series. @param actions null for whoever may only read */
export function SeriesList({ series, actions }: { series: readonly KeptSeries[]; actions: SeriesActions | null }) {
  const [asked, setAsked] = useState<'add' | KeptSeries | null>(null)
  const addButton =
    actions === null ? null : (
      <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setAsked('add')}>
        Add a series
      </Button>
    )
  return (
    <>
      {series.length === 0 ? (
        <EmptyState
          icon={<Library aria-hidden="true" />}
          title="No series yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          Articles that belong together and have an order. Each leads readers to the one before and the one after.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4 flex justify-end">{addButton}</div>
          <Table label="Series">
            <TableHead>
              <TableHeading>Name</TableHeading>
              <TableHeading>Address</TableHeading>
              <TableHeading>Parts</TableHeading>
              <TableHeading>Public</TableHeading>
              <TableHeading>
                <VisuallyHidden>Actions</VisuallyHidden>
              </TableHeading>
            </TableHead>
            <TableBody>
              {series.map((each) => (
                <SeriesRow key={each.id} series={each} onEdit={actions === null ? null : () => setAsked(each)} />
              ))}
            </TableBody>
          </Table>
        </>
      )}
      {asked === null || actions === null ? null : (
        <SeriesDialog series={asked === 'add' ? null : asked} actions={actions} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function SeriesRow({ series, onEdit }: { series: KeptSeries; onEdit: (() => void) | null }) {
  return (
    <TableRow>
      <TableCell className="max-md:pr-12">
        <Link href={`/desk/series/${series.id}`} className="wrap-anywhere font-medium hover:underline">
          {series.name}
        </Link>
      </TableCell>
      <TableCell label="Address" className="wrap-anywhere text-ink-soft">
        /series/{series.slug}
      </TableCell>
      <TableCell label="Parts" className="tabular text-ink-soft">
        {series.parts}
      </TableCell>
      <TableCell label="Public" className="tabular text-ink-soft">
        {series.publicParts}
      </TableCell>
      <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
        {onEdit === null ? null : (
          <IconButton
            label={`Edit ${series.name}`}
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={onEdit}
          />
        )}
      </TableCell>
    </TableRow>
  )
}
