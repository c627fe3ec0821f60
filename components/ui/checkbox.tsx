import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** A box with its label beside it; a real checkbox underneath, so forms and keyboards know it. */
export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'children'> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className={classes('group flex items-start gap-2.5 py-1 text-sm touch:min-h-11 touch:py-2.5', className)}>
      <span className="relative mt-[3px] flex size-4 shrink-0">
        <input
          {...rest}
          type="checkbox"
          className="peer size-4 appearance-none rounded-sm border border-line-strong bg-raised shadow-rest transition-colors checked:border-accent checked:bg-accent group-hover:border-ink-faint disabled:opacity-50 checked:group-hover:border-accent"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3.5}
          className="pointer-events-none absolute inset-0 m-auto size-3 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className="min-w-0">
        <span className="text-ink">{label}</span>
        {hint ? <span className="block text-ink-faint text-xs">{hint}</span> : null}
      </span>
    </label>
  )
}
