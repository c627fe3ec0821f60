'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes'
import { controlClasses, useFieldControl } from './field.client'

export type SelectProps = ComponentProps<'select'> & { isInvalid?: boolean | undefined }

/** The browser's own list, because phones make a good one of it. */
export function Select({ isInvalid, className, children, ...rest }: SelectProps) {
  const control = useFieldControl({ ...rest, isInvalid })
  return (
    <span className={classes('relative block', className)}>
      <select
        {...rest}
        {...control}
        className={classes(controlClasses, 'h-9 appearance-none truncate pr-8 touch:h-11')}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  )
}
