'use client'

import type { ComponentProps } from 'react'
import { classes } from './classes'
import { controlClasses, useFieldControl } from './field.client'

export type TextareaProps = ComponentProps<'textarea'> & { isInvalid?: boolean | undefined }

/** Grows with its words where the browser can do that. */
export function Textarea({ isInvalid, className, rows = 3, ...rest }: TextareaProps) {
  const control = useFieldControl({ ...rest, isInvalid })
  return (
    <textarea
      {...rest}
      {...control}
      rows={rows}
      className={classes(controlClasses, 'field-sizing-content min-h-20 resize-y py-2 leading-relaxed', className)}
    />
  )
}
