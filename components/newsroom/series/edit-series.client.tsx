'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import type { Series } from '@/lib/series/series'
import type { SeriesActions } from './series-actions'
import { SeriesDialog } from './series-dialog.client'

/** Opens the form of the series whose page this is. */
export function EditSeries({ series, actions }: { series: Series; actions: SeriesActions }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" className="size-4" />} onClick={() => setIsOpen(true)}>
        Edit
      </Button>
      {isOpen ? <SeriesDialog series={series} actions={actions} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
