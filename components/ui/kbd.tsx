import type { ReactNode } from 'react'
import { classes } from './classes'

/** A key on the keyboard. */
export function Kbd({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <kbd
      className={classes(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-medium font-sans text-2xs text-ink-soft',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
