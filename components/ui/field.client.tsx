'use client'

import { createContext, type ReactNode, use, useId } from 'react'
import { classes } from './classes'

type FieldParts = { controlId: string; hintId: string | undefined; errorId: string | undefined; isRequired: boolean }

const FieldContext = createContext<FieldParts | null>(null)

/**
 * A label above a control, with a hint and an error that the control points at. Any control of this kit inside it is
 * wired by itself; one control to a field.
 */
export function Field({
  label,
  hint,
  error,
  isRequired = false,
  hideLabel = false,
  aside,
  className,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  /** A sentence that says what to do. Shown in place of nothing: the hint stays. */
  error?: ReactNode
  isRequired?: boolean | undefined
  /** The label is still read aloud. */
  hideLabel?: boolean | undefined
  /** Stands at the far end of the label: a counter, a link. */
  aside?: ReactNode
  className?: string | undefined
  children: ReactNode
}) {
  const id = useId()
  const parts: FieldParts = {
    controlId: `${id}control`,
    hintId: hint ? `${id}hint` : undefined,
    errorId: error ? `${id}error` : undefined,
    isRequired,
  }

  return (
    <FieldContext value={parts}>
      <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
        <div className={classes('flex items-baseline justify-between gap-3', hideLabel && !aside && 'sr-only')}>
          <label htmlFor={parts.controlId} className={classes('font-medium text-ink text-sm', hideLabel && 'sr-only')}>
            {label}
          </label>
          {aside ? <span className="text-ink-faint text-xs">{aside}</span> : null}
        </div>
        {children}
        {error ? (
          <p id={parts.errorId} role="alert" className="text-danger-ink text-sm">
            {error}
          </p>
        ) : null}
        {hint ? (
          <p id={parts.hintId} className="text-pretty text-ink-faint text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  )
}

/** The attributes that tie a control to the field around it. What the control was given itself goes first. */
export function useFieldControl(own: {
  id?: string | undefined
  required?: boolean | undefined
  isInvalid?: boolean | undefined
  'aria-describedby'?: string | undefined
}): {
  id: string | undefined
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
} {
  const field = use(FieldContext)
  const describedBy = [own['aria-describedby'], field?.errorId, field?.hintId].filter(Boolean).join(' ')
  return {
    id: own.id ?? field?.controlId,
    required: own.required ?? (field?.isRequired || undefined),
    'aria-describedby': describedBy || undefined,
    'aria-invalid': own.isInvalid || field?.errorId ? true : undefined,
  }
}

/** How everything that can be typed into looks. 16 px on phones: below that iOS zooms the page. */
export const controlClasses =
  'block w-full min-w-0 rounded-md border border-line-strong bg-raised px-3 text-ink text-sm shadow-rest transition-colors duration-100 ' +
  'hover:border-ink-faint focus:border-accent focus:outline-2 focus:outline-accent/30 focus:outline-offset-0 ' +
  'aria-invalid:border-danger aria-invalid:focus:outline-danger/30 disabled:bg-sunken disabled:text-ink-faint disabled:hover:border-line-strong ' +
  'touch:text-[1rem]'
