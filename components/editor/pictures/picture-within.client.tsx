'use client'

import { useState } from 'react'
import { classes } from '@/components/ui/classes'
import { pictureSource } from '../api/pictures'

/** What fits the screen first: a picture has the widths below its own, and the document does not say which those are. */
const WIDTHS = typeof window !== 'undefined' && window.devicePixelRatio > 1 ? [960, 640, 320] : [640, 320]

/** A picture of the shelf, in the widest size that is of use here and that it has. */
export function PictureWithin({ id, alt, className }: { id: string; alt: string; className?: string }) {
  const [missing, setMissing] = useState<{ id: string; count: number }>({ id, count: 0 })
  const count = missing.id === id ? missing.count : 0
  const width = WIDTHS[count]
  if (width === undefined) return <p className="px-4 py-6 text-center text-ink-faint">This picture cannot be shown.</p>
  return (
    <img
      src={pictureSource(id, width)}
      alt={alt}
      draggable={false}
      onError={() => setMissing({ id, count: count + 1 })}
      className={classes('block max-h-[32rem] w-full bg-sunken object-contain', className)}
    />
  )
}
