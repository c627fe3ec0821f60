import type { ComponentProps } from 'react'
import { classes } from './classes'

/** One button of a group of radios, in the colours of the paper. A real radio: forms and arrow keys know it. */
export function Radio({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input
      {...rest}
      type="radio"
      className={classes(
        'size-4 shrink-0 appearance-none rounded-full border border-ink-faint bg-raised shadow-rest transition-colors hover:border-ink-soft',
        'checked:border-[5px] checked:border-accent checked:bg-on-accent checked:hover:border-accent disabled:opacity-50 disabled:hover:border-ink-faint',
        'forced-colors:appearance-auto',
        className,
      )}
    />
  )
}
