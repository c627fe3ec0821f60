import { Check } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes'

/** The box of a checkbox by itself, where what it chooses stands elsewhere; it needs a name. A real checkbox underneath. */
export function Tick({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className={classes('relative flex size-4 shrink-0', className)}>
      <input
        {...rest}
        type="checkbox"
        className="peer size-full appearance-none rounded-sm border border-ink-faint bg-raised shadow-rest transition-colors checked:border-accent checked:bg-accent hover:border-ink-soft disabled:opacity-50 checked:hover:border-accent group-hover:border-ink-soft checked:group-hover:border-accent"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3.5}
        className="pointer-events-none absolute inset-0 m-auto size-3/4 text-on-accent opacity-0 peer-checked:opacity-100"
      />
    </span>
  )
}
