'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import type { KeptPart } from '@/lib/series/list-series'
import type { Series } from '@/lib/series/series'
import { DeleteSeries } from './delete-series.client'
import type { SeriesActions } from './series-actions'
import { SeriesDialog } from './series-dialog.client'

type EditSeriesProps = { series: Series; parts: readonly KeptPart[]; actions: SeriesActions }

/** What can be done to the series whose page this is. */
export function EditSeries({ series, parts, actions }: EditSeriesProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="flex gap-2">
      <Button icon={<Pencil aria-hidden="true" className="size-4" />} onClick={() => setIsOpen(true)}>
        Edit
      </Button>
      <DeleteSeries series={series} parts={parts} end={actions.end} />
      {isOpen ? <SeriesDialog series={series} actions={actions} onClose={() => setIsOpen(false)} /> : null}
    </div>
  )
}
