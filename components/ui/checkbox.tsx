import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Tick } from './tick'

/** A box with its label beside it; a real checkbox underneath, so forms and keyboards know it. */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className={classes('group flex items-start gap-2.5 py-1 text-sm touch:min-h-11 touch:py-2.5', className)}>
      <Tick {...rest} className="mt-[3px]" />
      <span className="min-w-0">
        <span className="text-ink">{label}</span>
        {hint ? <span className="block text-ink-faint text-xs">{hint}</span> : null}
      </span>
    </label>
  )
}
