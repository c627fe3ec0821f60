import { pictureSource } from '@/components/editor/api/pictures'
import { classes } from '@/components/ui/classes'

/** A picture as small as it will do. It says nothing that the headline does not. */
export function Thumb({
  picture: { id, widths },
  atLeast,
  className,
}: {
  /** `widths` in pixels. */
  picture: { id: string; widths: readonly number[] }
  /** How wide it is shown, in pixels of the device. */
  atLeast: number
  className: string
}) {
  const sorted = widths.toSorted((a, b) => a - b)
  const width = sorted.find((each) => each >= atLeast) ?? sorted.at(-1)
  if (width === undefined) return null
  return (
    <img
      src={pictureSource(id, width)}
      alt=""
      loading="lazy"
      draggable={false}
      className={classes('shrink-0 rounded-sm bg-sunken object-cover', className)}
    />
  )
}
