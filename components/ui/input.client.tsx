'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { controlClasses, useFieldControl } from './field.client'

export type InputProps = ComponentProps<'input'> & {
  isInvalid?: boolean | undefined
  /** An icon inside, at the start. */
  icon?: ReactNode
  /** Something inside, at the end: a key, a unit, a small button. */
  suffix?: ReactNode
}

export function Input({ isInvalid, icon, suffix, className, ...rest }: InputProps) {
  const control = useFieldControl({ ...rest, isInvalid })
  const input = (
    <input
      {...rest}
      {...control}
      className={classes(
        controlClasses,
        'h-9 touch:h-11',
        Boolean(icon) && 'pl-9',
        Boolean(suffix) && 'pr-10',
        !icon && !suffix && className,
      )}
    />
  )
  if (!icon && !suffix) return input
  return (
    <span className={classes('relative block', className)}>
      {icon ? (
        <span className="pointer-events-none absolute inset-y-0 left-0 flex w-9 items-center justify-center text-ink-faint [&_svg]:size-4">
          {icon}
        </span>
      ) : null}
      {input}
      {suffix ? <span className="absolute inset-y-0 right-1.5 flex items-center">{suffix}</span> : null}
    </span>
  )
}
